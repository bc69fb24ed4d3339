package org.teleost.envs.finray.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teleost.envs.finray.FinRaySettings;
import org.teleost.envs.finray.FinRaySetup;
import org.teleost.envs.finray.scoring.Measurement;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.scoring.Score;
import org.teleost.envs.finray.sinusoid.ScoredSinusoid;
import org.teleost.envs.finray.sinusoid.Sinusoid;
import org.teleost.envs.finray.sinusoid.SinusoidGrid;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOption;
import org.teleost.experiment.ExperimentOutcome;
import org.teleost.experiment.cell.CellListener;
import org.teleost.experiment.report.ExperimentReport;

/** {@code teleost finray grid}: what sinusoidal offsets achieve, and the best of them for each objective. */
final class GridExperiment implements Experiment {
    @Override
    public String group() {
        return "finray";
    }

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public String summary() {
        return "Measures thrust and efficiency of the fin ray over amplitude and phase of a sinusoidal offset.";
    }

    @Override
    public List<ExperimentOption<?>> options() {
        return GridOptions.all();
    }

    @Override
    public List<String> examples() {
        return List.of(
                "finray grid                                5 amplitudes x 12 phases at Re 1000, 32 cells",
                "finray grid --frequencies 1,2 --out grid   twice the root's frequency as well",
                "finray grid --cells 64 --out grid-64       finer cells; eight times the time",
                "finray grid --reynolds 200 --cells 24      the fast tier");
    }

    @Override
    public void check(ExperimentInput input) {
        GridOptions.grid(input);
        FinRaySettings.of(input.value(GridOptions.REYNOLDS), input.value(GridOptions.CELLS));
    }

    @Override
    public ExperimentOutcome run(ExperimentInput input, ExperimentReport report) {
        SinusoidGrid grid = GridOptions.grid(input);
        FinRaySetup setup = GridOptions.setup(input);
        Measurement measurement = GridOptions.measurement(input);
        Sinusoid passive = new Sinusoid(0.0, 0.0, 1);
        List<Sinusoid> points = new ArrayList<>(List.of(passive));
        points.addAll(grid.sinusoids());

        // the grid, then between its best points
        List<ScoredSinusoid> scored = new ArrayList<>();
        boolean complete = score(points, setup, measurement, input, report, scored);
        double fraction = 0.5;
        for (int round = 0; complete && round < input.value(GridOptions.REFINE); round++) {
            List<Sinusoid> closer = closer(scored, grid, fraction);
            complete = score(closer, setup, measurement, input, report, scored);
            fraction *= 0.5;
        }
        report.save(GridTables.all(scored));
        if (!complete) {
            return ExperimentOutcome.STOPPED;
        }

        GridTables.maps(grid, scored).forEach(report::table);
        GridFigures.of(grid, scored).forEach(report::figure);
        report.table(GridTables.best(scored));
        report.result("passive", numbers(scored.get(0).score()));
        report.result("lambda", ScoredSinusoid.lambda(scored));
        for (Objective objective : Objective.values()) {
            ScoredSinusoid.best(scored, objective, ScoredSinusoid.lambda(scored))
                    .ifPresent(best -> report.result(objective.label(), numbers(best)));
        }
        return ExperimentOutcome.COMPLETE;
    }

    private static boolean score(
            List<Sinusoid> sinusoids,
            FinRaySetup setup,
            Measurement measurement,
            ExperimentInput input,
            ExperimentReport report,
            List<ScoredSinusoid> out) {
        CellListener listener = SinusoidCells.listener(report, key -> key, key -> key);
        return SinusoidCells.run(sinusoids, setup, measurement, input.value(GridOptions.THREADS), input, listener, out);
    }

    /** Around the best of each objective, those that have no score yet. */
    private static List<Sinusoid> closer(List<ScoredSinusoid> scored, SinusoidGrid grid, double fraction) {
        double lambda = ScoredSinusoid.lambda(scored);
        List<Sinusoid> known = new ArrayList<>();
        scored.forEach(one -> known.add(one.sinusoid()));
        List<Sinusoid> closer = new ArrayList<>();
        for (Objective objective : Objective.values()) {
            ScoredSinusoid.best(scored, objective, lambda)
                    .filter(best -> best.sinusoid().amplitude() > 0.0)
                    .ifPresent(best -> closer.addAll(grid.around(best.sinusoid(), fraction)));
        }
        return closer.stream()
                .distinct()
                .filter(sinusoid -> !known.contains(sinusoid))
                .toList();
    }

    private static Map<String, Object> numbers(ScoredSinusoid scored) {
        Sinusoid sinusoid = scored.sinusoid();
        Score score = scored.score();
        return Map.of(
                "amplitude",
                sinusoid.amplitude(),
                "phase",
                sinusoid.phase(),
                "multiple",
                sinusoid.multiple(),
                "CT",
                score.thrustCoefficient(),
                "CP",
                score.powerCoefficient(),
                "eta",
                score.efficiency());
    }

    private static Map<String, Object> numbers(Score score) {
        return Map.of("CT", score.thrustCoefficient(), "CP", score.powerCoefficient(), "eta", score.efficiency());
    }
}
