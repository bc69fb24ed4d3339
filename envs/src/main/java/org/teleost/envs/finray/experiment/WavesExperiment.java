package org.teleost.envs.finray.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teleost.envs.finray.FinRaySettings;
import org.teleost.envs.finray.FinRaySetup;
import org.teleost.envs.finray.scoring.Measurement;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.scoring.Score;
import org.teleost.envs.finray.sinusoid.BestSinusoids;
import org.teleost.envs.finray.sinusoid.Sinusoid;
import org.teleost.envs.finray.wave.Wave;
import org.teleost.envs.finray.wave.WaveFamily;
import org.teleost.envs.finray.wave.WaveSearch;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOption;
import org.teleost.experiment.ExperimentOutcome;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.report.ExperimentReport;
import org.teleost.experiment.report.Table;

/** {@code teleost finray waves}: the best offsets that see nothing, a learned control's hardest rivals. */
final class WavesExperiment implements Experiment {
    /** Name of the table of the best, and of its file without the ending. */
    static final String WAVES = "waves";

    static final ExperimentOption<Integer> EVALUATIONS = ExperimentOption.whole(
                    "evaluations", 100, 8, 100_000, "Waves that a search may try, for each family and objective.")
            .free();
    static final ExperimentOption<Integer> SEED =
            ExperimentOption.whole("seed", 1, 0, Integer.MAX_VALUE, "Seed of the searches.");

    /** Those that a wave is looked for; balanced lies between them. */
    private static final List<Objective> OBJECTIVES = List.of(Objective.THRUST, Objective.EFFICIENCY);

    /** The user stopped the search. */
    private static final class StoppedException extends RuntimeException {}

    @Override
    public String group() {
        return "finray";
    }

    @Override
    public String name() {
        return "waves";
    }

    @Override
    public String summary() {
        return "Looks for the best open-loop waves of the fin ray's offset: clipped sinusoids, trapezoids and three"
                + " harmonics, by CMA-ES within a policy's bounds.";
    }

    @Override
    public List<ExperimentOption<?>> options() {
        return List.of(
                EVALUATIONS, SEED, GridOptions.CELLS, GridOptions.REYNOLDS, GridOptions.DISCARDED, GridOptions.PERIODS);
    }

    @Override
    public List<String> examples() {
        return List.of(
                "finray waves --out results/waves                            100 waves of each kind at 32 cells",
                "finray waves --evaluations 300 --resume --out results/waves goes on with the same search",
                "finray compare --waves results/waves                        scores the best on 32 and 64 cells");
    }

    /** The next wave of a search depends on the scores of those before. */
    @Override
    public boolean shareable() {
        return false;
    }

    @Override
    public void check(ExperimentInput input) {
        FinRaySettings.of(input.value(GridOptions.REYNOLDS), input.value(GridOptions.CELLS));
    }

    @Override
    public ExperimentOutcome run(ExperimentInput input, ExperimentReport report) {
        Table.Builder table = Table.named(WAVES, "Best waves, by objective and family")
                .column("objective")
                .column("wave")
                .column("CT", "", "%.4f")
                .column("CP", "", "%.4f")
                .column("CT/CP", "", "%.4f")
                .column("CT deviation", "", "%.4f");
        try {
            for (Objective objective : OBJECTIVES) {
                for (Wave wave : search(objective, input, report)) {
                    Score score = score(wave, input, report);
                    row(table, objective, wave, score);
                    report.result(
                            objective.label() + "-" + wave.family().label(),
                            Map.of(
                                    "wave",
                                    wave.text(),
                                    "CT",
                                    score.thrustCoefficient(),
                                    "CP",
                                    score.powerCoefficient(),
                                    "eta",
                                    score.efficiency()));
                }
            }
        } catch (StoppedException e) {
            return ExperimentOutcome.STOPPED;
        }
        report.table(table.build());
        return ExperimentOutcome.COMPLETE;
    }

    private static void row(Table.Builder table, Objective objective, Wave wave, Score score) {
        table.row(
                objective.label(),
                wave.text(),
                score.thrustCoefficient(),
                score.powerCoefficient(),
                score.efficiency(),
                score.thrustDeviation());
    }

    /** The best of each family; the harmonics start where the clipped sinusoids ended. */
    private static List<Wave> search(Objective objective, ExperimentInput input, ExperimentReport report) {
        Sinusoid sinusoid = BestSinusoids.standard().get(objective);
        Wave clipped = search(WaveFamily.CLIPPED, sinusoid.amplitude(), sinusoid.phase(), objective, input, report);
        double amplitude = clipped.parameters().get(0);
        double phase = clipped.parameters().get(1);
        return List.of(
                clipped,
                search(WaveFamily.TRAPEZOID, amplitude, phase, objective, input, report),
                search(WaveFamily.HARMONICS, amplitude, phase, objective, input, report));
    }

    private static Wave search(
            WaveFamily family,
            double amplitude,
            double phase,
            Objective objective,
            ExperimentInput input,
            ExperimentReport report) {
        return WaveSearch.best(
                family,
                amplitude,
                phase,
                input.value(EVALUATIONS),
                input.value(SEED),
                // lambda is not asked for: no wave is looked for in between
                wave -> objective.value(score(wave, input, report), 0.0));
    }

    /** The score of a wave, from its cell if it has one. */
    private static Score score(Wave wave, ExperimentInput input, ExperimentReport report) {
        String key = wave.text();
        Optional<Cell> known = input.cells().find(key);
        if (known.isEmpty()) {
            FinRaySetup setup = GridOptions.setup(input);
            Measurement measurement = GridOptions.measurement(input);
            CellRun.run(
                    List.of(key),
                    1,
                    input.cells(),
                    input::stopRequested,
                    (cell, monitor) -> SinusoidCells.score(cell, setup, measurement, wave, 0, monitor),
                    SinusoidCells.listener(report, cell -> cell, cell -> cell));
            known = input.cells().find(key);
        }
        return SinusoidCells.score(known.orElseThrow(StoppedException::new));
    }
}
