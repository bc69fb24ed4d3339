package org.teleost.envs.finray.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.FinRayProblem;
import org.teleost.envs.finray.FinRaySettings;
import org.teleost.envs.finray.FinRaySetup;
import org.teleost.envs.finray.comparison.Contestant;
import org.teleost.envs.finray.comparison.GridScore;
import org.teleost.envs.finray.comparison.Scene;
import org.teleost.envs.finray.scoring.Measurement;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.scoring.Score;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOption;
import org.teleost.experiment.ExperimentOutcome;
import org.teleost.experiment.cell.CellListener;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.report.ExperimentReport;

/** {@code teleost finray compare}: learned controls against the best that see nothing, on more than one grid. */
final class CompareExperiment implements Experiment {
    /** One measurement: who, where, from which phase. */
    private record Trial(Contestant contestant, int cells, int start) {
        String key() {
            return contestant.name() + " " + contestant.identity() + " cells=" + cells + " start=" + start;
        }

        String label() {
            return contestant.name() + " cells=" + cells + " start=" + start;
        }
    }

    @Override
    public String group() {
        return "finray";
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String summary() {
        return "Scores learned policies, the best sinusoids and the best waves of the fin ray on several grids, with"
                + " pictures and traces.";
    }

    @Override
    public List<ExperimentOption<?>> options() {
        return CompareOptions.all();
    }

    @Override
    public List<String> examples() {
        return List.of(
                "finray compare                                              the best sinusoids and waves alone",
                "finray compare --policy thrust=results/thrust/seed-1/best.policy --grid results/grid",
                "finray compare --policy thrust=a.policy,thrust=b.policy,efficiency=c.policy --cells 32,64",
                "view results/finray-compare-TIME/thrust-learned-1.mcap      watch what was learned");
    }

    @Override
    public void check(ExperimentInput input) {
        CompareOptions.contestants(input);
        List<Integer> cells = input.value(CompareOptions.CELLS);
        requireRising(cells);
        cells.forEach(grid -> FinRaySettings.of(input.value(GridOptions.REYNOLDS), grid));
    }

    @Override
    public ExperimentOutcome run(ExperimentInput input, ExperimentReport report) throws IOException {
        List<Contestant> contestants = CompareOptions.contestants(input);
        List<Integer> cells = input.value(CompareOptions.CELLS);
        Map<String, Trial> trials = trials(contestants, cells, input.value(CompareOptions.STARTS));
        if (!score(trials, input, report)) {
            return ExperimentOutcome.STOPPED;
        }

        Map<Contestant, List<GridScore>> scores = new LinkedHashMap<>();
        for (Contestant contestant : contestants) {
            List<GridScore> grids = new ArrayList<>();
            for (int grid : cells) {
                grids.add(GridScore.of(grid, starts(trials, contestant, grid, input)));
            }
            scores.put(contestant, grids);
        }
        double lambda = input.value(CompareOptions.LAMBDA);
        report.table(CompareTables.scores(scores, lambda));
        CompareTables.gains(scores, lambda).ifPresent(report::table);
        CompareTables.results(scores, report);
        return scenes(contestants, cells.get(0), lambda, input, report)
                ? ExperimentOutcome.COMPLETE
                : ExperimentOutcome.STOPPED;
    }

    private static void requireRising(List<Integer> cells) {
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i) <= cells.get(i - 1)) {
                throw new IllegalArgumentException("--cells " + cells + ": must rise, coarse grid first");
            }
        }
    }

    /** Trials by key; coarse grids first, so that something is to be seen soon. */
    private static Map<String, Trial> trials(List<Contestant> contestants, List<Integer> cells, int starts) {
        Map<String, Trial> trials = new LinkedHashMap<>();
        for (int grid : cells) {
            for (Contestant contestant : contestants) {
                for (int i = 0; i < starts; i++) {
                    Trial trial = new Trial(contestant, grid, i * FinRay.DECISIONS_PER_PERIOD / starts);
                    trials.put(trial.key(), trial);
                }
            }
        }
        return trials;
    }

    private static boolean score(Map<String, Trial> trials, ExperimentInput input, ExperimentReport report) {
        Measurement measurement = GridOptions.measurement(input);
        double reynolds = input.value(GridOptions.REYNOLDS);
        CellListener listener = SinusoidCells.listener(
                report,
                key -> trials.get(key).label(),
                key -> trials.get(key).contestant().name() + " on "
                        + trials.get(key).cells());
        return CellRun.run(
                new ArrayList<>(trials.keySet()),
                input.value(GridOptions.THREADS),
                input.cells(),
                input::stopRequested,
                (key, monitor) -> {
                    Trial trial = trials.get(key);
                    FinRaySetup setup = FinRaySetup.of(FinRaySettings.of(reynolds, trial.cells()));
                    return SinusoidCells.score(
                            key, setup, measurement, trial.contestant().source().get(), trial.start(), monitor);
                },
                listener);
    }

    private static List<Score> starts(
            Map<String, Trial> trials, Contestant contestant, int cells, ExperimentInput input) {
        return trials.values().stream()
                .filter(trial -> trial.contestant().equals(contestant) && trial.cells() == cells)
                .map(trial ->
                        SinusoidCells.score(input.cells().find(trial.key()).orElseThrow()))
                .toList();
    }

    /** Pictures and traces of every contestant; false if stopped. */
    private static boolean scenes(
            List<Contestant> contestants, int cells, double lambda, ExperimentInput input, ExperimentReport report)
            throws IOException {
        FinRaySettings settings = FinRaySettings.of(input.value(GridOptions.REYNOLDS), cells);
        Map<Contestant, Scene> scenes = new LinkedHashMap<>();
        for (Contestant contestant : contestants) {
            if (input.stopRequested()) {
                return false;
            }
            report.progress(scenes.size(), contestants.size(), "pictures of " + contestant.name());
            Objective objective = contestant.objective();
            FinRayProblem problem = new FinRayProblem(
                    "finray-" + objective.label(),
                    String.format(Locale.ROOT, "Fin ray, Re %.0f, %d cells", settings.reynolds(), cells),
                    settings,
                    objective.reward(lambda));
            Path trace = report.file(contestant.name() + ".mcap");
            scenes.put(
                    contestant,
                    Scene.record(
                            problem,
                            contestant.source().get(),
                            GridOptions.measurement(input),
                            contestant.name(),
                            trace));
        }
        report.table(CompareTables.waveforms(scenes));
        CompareFigures.draw(scenes, report);
        return true;
    }
}
