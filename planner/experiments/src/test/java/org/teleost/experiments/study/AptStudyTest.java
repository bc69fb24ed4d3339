package org.teleost.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiment.cell.Shard;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.folder.ExperimentFolder;
import org.teleost.experiments.folder.ResultFolder.Existing;
import org.teleost.experiments.json.Json;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.learn.apt.UpdateRatio;

class AptStudyTest {
    private static final List<CollectionMode> MODES =
            List.of(CollectionMode.SYNC_1, CollectionMode.SYNC_N, CollectionMode.ASYNC);

    @TempDir
    private Path folder;

    private final Drift problem = new Drift();
    private final Heard heard = new Heard();
    private final CellStore store = CellStore.inMemory();

    @Test
    void aStudyTrainsEveryCellAndReportsIt() throws IOException {
        List<Trial> trials = Trial.grid(MODES, List.of(1, 3), 2, List.of(TrialBudget.ofSteps(300)), List.of(1L, 2L));
        StudyResults results = study(StillLearner::new).run(trials, () -> false);
        assertThat(heard.started).isEqualTo(trials).hasSize(2 * 2 * 5);
        assertThat(results.stopped()).isFalse();
        assertThat(results.groups()).hasSize(2 * 5);
        assertThat(results.alone()).extracting(AloneRate::factor).containsExactly(1, 2, 3, 6);
        for (TrialResult result : results.trials()) {
            assertThat(result.steps()).isEqualTo(300);
            assertThat(result.curve()).hasSizeBetween(3, 5);
            assertThat(result.curve().get(0).steps()).isZero();
            assertThat(result.finalReturn()).isGreaterThan(result.curve().get(0).meanReturn());
            assertThat(result.actorSteps().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(300);
        }
        assertThat(problem.open.get()).isZero();
        report(results);
        assertThat(folder.resolve("report.md")).content().contains("| async | 3 | 2x | 300steps | 2 |", "(lag.png)");
        assertThat(Files.readAllLines(folder.resolve("study.csv"))).hasSize(1 + trials.size());
        assertThat(Files.readAllLines(folder.resolve("curves.csv"))).hasSizeGreaterThan(3 * trials.size());
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
        assertThat(json.at("/groups")).hasSize(10);
        double first = speedUp(results, CollectionMode.ASYNC, 1);
        double second = speedUp(results, CollectionMode.ASYNC, 2);
        assertThat(json.at("/groups/2/speedUp").doubleValue()).isCloseTo(0.5 * (first + second), within(1e-9));
        // t(0.975, 1) = 12.706; the deviation of two is their distance over sqrt 2
        assertThat(json.at("/groups/2/speedUpCi95").doubleValue())
                .isCloseTo(12.706 * 0.5 * Math.abs(first - second), within(1e-3 * (first + second)));
        for (String plot : new String[] {"return-transitions-cost3", "return-seconds-cost1", "throughput", "lag"}) {
            assertThat(folder.resolve(plot + ".png")).isNotEmptyFile();
            assertThat(folder.resolve(plot + ".svg")).isNotEmptyFile();
        }
    }

    private static double speedUp(StudyResults results, CollectionMode mode, long seed) {
        return stepsPerSecond(results, mode, seed) / stepsPerSecond(results, CollectionMode.SYNC_1, seed);
    }

    private static double stepsPerSecond(StudyResults results, CollectionMode mode, long seed) {
        Trial wanted = new Trial(mode, 1, 1, TrialBudget.ofSteps(300), seed);
        return results.trials().stream()
                .filter(result -> result.trial().equals(wanted))
                .findFirst()
                .orElseThrow()
                .stepsPerSecond();
    }

    @Test
    void turnsKeepTheRatioAndAsynchronousTrainingStaysWithinItsBounds() {
        List<Trial> trials = Trial.grid(MODES, List.of(1), 1, List.of(TrialBudget.ofSteps(400)), List.of(1L));
        StudyResults results = study(StillLearner::new).run(trials, () -> false);
        assertThat(results.trials().get(0).updates()).isEqualTo(400 - 50);
        assertThat(results.trials().get(1).updates()).isEqualTo(400 - 50);
        assertThat(results.trials().get(2).updateRatio()).isBetween(0.29, 1.0);
        assertThat(results.trials().get(0).lag().counts()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aCellByTheClockEndsWhenItsTimeIsUp() {
        Trial trial = new Trial(CollectionMode.SYNC_1, 1, 1, TrialBudget.ofSeconds(2), 1);
        // every look at the clock takes ten milliseconds of the test's time
        long[] now = {0};
        StudyResults results = new AptStudy(
                        problem, (p, seed) -> new StillLearner(), settings(), store, heard, () -> now[0] += 10_000_000)
                .run(List.of(trial), () -> false);
        TrialResult result = results.trials().get(0);
        assertThat(result.seconds()).isBetween(2.0, 2.5);
        assertThat(result.steps()).isBetween(20L, 200L);
        assertThat(result.curve().get(result.curve().size() - 1).seconds()).isEqualTo(result.seconds());
        assertThat(result.stepsPerSecond()).isEqualTo(result.steps() / result.seconds());
    }

    @Test
    void aResumedStudySkipsWhatIsFinishedAndGivesTheSameResults() {
        List<Trial> trials = Trial.grid(MODES, List.of(1), 1, List.of(TrialBudget.ofSteps(200)), List.of(1L));
        int[] cellsLeft = {2};
        heard.afterCell = () -> cellsLeft[0]--;
        StudyResults first = study(StillLearner::new).run(trials, () -> cellsLeft[0] <= 0);
        assertThat(first.stopped()).isTrue();
        assertThat(first.trials()).hasSize(2);
        heard.started.clear();
        problem.steps.set(0);
        StudyResults second = study(StillLearner::new).run(trials, () -> false);
        assertThat(heard.started).containsExactly(trials.get(2));
        assertThat(heard.earlier).isEqualTo(2);
        assertThat(Json.tree(second.trials().subList(0, 2))).isEqualTo(Json.tree(first.trials()));
        assertThat(second.alone()).isEqualTo(first.alone());
        assertThat(second.stopped()).isFalse();
    }

    @Test
    void aCellOfSomethingElseIsRefused() {
        Trial trial = new Trial(CollectionMode.SYNC_1, 1, 1, TrialBudget.ofSteps(100), 1);
        store.add(Cell.of(trial.name()).with("result", "{\"trial\": 3}"));
        AptStudy study = study(StillLearner::new);
        assertThatThrownBy(() -> study.run(List.of(trial), () -> false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cell 'sync-1-cost1-100steps-seed1' of the study is damaged")
                .hasMessageContaining("--overwrite");
    }

    @Test
    void shardsTrainTheirOwnTrialsAndMeasureActorsForThemselves() {
        List<Trial> trials = Trial.grid(MODES, List.of(1), 1, List.of(TrialBudget.ofSteps(100)), List.of(1L));
        StudyResults results = new AptStudy(
                        problem,
                        (p, seed) -> new StillLearner(),
                        settings(),
                        store.shared(new Shard(2, 2)),
                        heard,
                        System::nanoTime)
                .run(trials, () -> false);
        assertThat(heard.started).containsExactly(trials.get(1));
        assertThat(results.alone()).hasSize(1);
        assertThat(results.stopped()).isTrue();
    }

    @Test
    void aCellThatDivergesIsReportedAndTheOthersGoOn() {
        List<Trial> trials = Trial.grid(
                List.of(CollectionMode.SYNC_1), List.of(1), 1, List.of(TrialBudget.ofSteps(200)), List.of(1L, 2L));
        StudyResults results = new AptStudy(
                        problem,
                        (p, seed) -> seed == 2 ? new StillLearner(30) : new StillLearner(),
                        settings(),
                        store,
                        heard,
                        System::nanoTime)
                .run(trials, () -> false);
        assertThat(results.failures()).isEqualTo(1);
        assertThat(results.trials().get(1).failure()).contains("no longer finite");
        assertThat(results.trials().get(1).finalReturn()).isNaN();
        assertThat(results.groups().get(0).finalReturn().count()).isEqualTo(1);
        report(results);
        assertThat(folder.resolve("report.md"))
                .content()
                .contains("2 (1 failed)", "Failed: sync-1-cost1-200steps-seed2");
    }

    @Test
    void theStragglersShareIsMeasuredAgainstWhatEachActorDoesAlone() {
        StudySettings settings = settings();
        Trial trial = new Trial(CollectionMode.ASYNC, 10, 5, TrialBudget.ofSeconds(1), 1);
        assertThat(settings.factors(trial)).containsExactly(10, 50);
        TrialResult result = new TrialResult(
                trial,
                0,
                0,
                1,
                90,
                108,
                0,
                1,
                new LagSummary(0, 0, 0, 0, new long[0]),
                0,
                0,
                List.of(),
                List.of(),
                0,
                "");
        StudyResults results = new StudyResults(
                settings, List.of(new AloneRate(10, 100, 1), new AloneRate(50, 20, 1)), List.of(result), false);
        assertThat(results.shareOfAlone(results.groups().get(0))).isEqualTo(108.0 / 120.0);
    }

    @Test
    void impossibleCellsAreRefused() {
        TrialBudget budget = TrialBudget.ofSteps(1);
        assertThatThrownBy(() -> new Trial(CollectionMode.SYNC_1, 1, 2, budget, 1))
                .hasMessageContaining("straggler=2");
        assertThatThrownBy(() -> new Trial(CollectionMode.ASYNC, 0, 1, budget, 1))
                .hasMessageContaining("cost=0");
        assertThatThrownBy(() -> new TrialBudget(1, 1)).hasMessageContaining("exactly one");
    }

    private AptStudy study(Supplier<StillLearner> learner) {
        return new AptStudy(problem, (p, seed) -> learner.get(), settings(), store, heard, System::nanoTime);
    }

    private void report(StudyResults results) {
        try (ExperimentFolder place = new ExperimentFolder(folder, "study apt", Map.of(), Existing.REFUSE)) {
            assertThat(StudyReport.write(results, place)).isEmpty();
        }
    }

    private static StudySettings settings() {
        return new StudySettings(
                "drift", "still", CostKind.COMPUTE, 2, 8, new UpdateRatio(1, 0.3, 1), 0, 50, 3, 2, 0.002, 0.01);
    }

    private static final class Heard implements StudyListener {
        private final List<Trial> started = new ArrayList<>();
        private Runnable afterCell = () -> {};
        private int earlier;

        @Override
        public void trialStarted(Trial trial, int number, int trials) {
            started.add(trial);
        }

        @Override
        public void trialFinished(TrialResult result, int number, int trials, boolean wasEarlier) {
            earlier += wasEarlier ? 1 : 0;
            afterCell.run();
        }
    }
}
