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
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.config.ConfigException;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.learn.apt.UpdateRatio;

class AptStudyTest {
    private static final List<CollectionMode> MODES =
            List.of(CollectionMode.SYNC_1, CollectionMode.SYNC_N, CollectionMode.ASYNC);

    @TempDir
    private Path folder;

    private final Drift problem = new Drift();
    private final Heard heard = new Heard();

    @Test
    void aStudyTrainsEveryCellAndReportsIt() throws IOException {
        List<Cell> cells = Cell.grid(MODES, List.of(1, 3), 2, List.of(CellBudget.ofSteps(300)), List.of(1L, 2L));
        StudyFolder studyFolder = new StudyFolder(folder, "a", false);
        StudyResults results = study(studyFolder, settings(), StillLearner::new).run(cells, () -> false);
        assertThat(heard.started).isEqualTo(cells).hasSize(2 * 2 * 5);
        assertThat(results.stopped()).isFalse();
        assertThat(results.groups()).hasSize(2 * 5);
        assertThat(results.alone()).extracting(AloneRate::factor).containsExactly(1, 2, 3, 6);
        for (CellResult result : results.cells()) {
            assertThat(result.steps()).isEqualTo(300);
            assertThat(result.curve()).hasSizeBetween(3, 5);
            assertThat(result.curve().get(0).steps()).isZero();
            assertThat(result.finalReturn()).isGreaterThan(result.curve().get(0).meanReturn());
            assertThat(result.actorSteps().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(300);
        }
        assertThat(problem.open.get()).isZero();
        assertThat(StudyReport.write(results, studyFolder)).isEmpty();
        assertThat(folder.resolve("report.md")).content().contains("| async | 3 | 2x | 300steps | 2 |", "(lag.png)");
        assertThat(Files.readAllLines(folder.resolve("study.csv"))).hasSize(1 + cells.size());
        assertThat(Files.readAllLines(folder.resolve("curves.csv"))).hasSizeGreaterThan(3 * cells.size());
        JsonNode json = new ObjectMapper().readTree(folder.resolve("study.json").toFile());
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
        Cell wanted = new Cell(mode, 1, 1, CellBudget.ofSteps(300), seed);
        return results.cells().stream()
                .filter(result -> result.cell().equals(wanted))
                .findFirst()
                .orElseThrow()
                .stepsPerSecond();
    }

    @Test
    void turnsKeepTheRatioAndAsynchronousTrainingStaysWithinItsBounds() {
        List<Cell> cells = Cell.grid(MODES, List.of(1), 1, List.of(CellBudget.ofSteps(400)), List.of(1L));
        StudyResults results = study(new StudyFolder(folder, "a", false), settings(), StillLearner::new)
                .run(cells, () -> false);
        assertThat(results.cells().get(0).updates()).isEqualTo(400 - 50);
        assertThat(results.cells().get(1).updates()).isEqualTo(400 - 50);
        assertThat(results.cells().get(2).updateRatio()).isBetween(0.29, 1.0);
        assertThat(results.cells().get(0).lag().counts()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aCellByTheClockEndsWhenItsTimeIsUp() {
        Cell cell = new Cell(CollectionMode.SYNC_1, 1, 1, CellBudget.ofSeconds(2), 1);
        // every look at the clock takes ten milliseconds of the test's time
        long[] now = {0};
        StudyResults results = new AptStudy(
                        problem,
                        (p, seed) -> new StillLearner(),
                        settings(),
                        new StudyFolder(folder, "a", false),
                        heard,
                        () -> now[0] += 10_000_000)
                .run(List.of(cell), () -> false);
        CellResult result = results.cells().get(0);
        assertThat(result.seconds()).isBetween(2.0, 2.5);
        assertThat(result.steps()).isBetween(20L, 200L);
        assertThat(result.curve().get(result.curve().size() - 1).seconds()).isEqualTo(result.seconds());
        assertThat(result.stepsPerSecond()).isEqualTo(result.steps() / result.seconds());
    }

    @Test
    void aResumedStudySkipsWhatIsFinishedAndGivesTheSameResults() {
        List<Cell> cells = Cell.grid(MODES, List.of(1), 1, List.of(CellBudget.ofSteps(200)), List.of(1L));
        int[] cellsLeft = {2};
        heard.afterCell = () -> cellsLeft[0]--;
        StudyResults first = study(new StudyFolder(folder, "a", false), settings(), StillLearner::new)
                .run(cells, () -> cellsLeft[0] <= 0);
        assertThat(first.stopped()).isTrue();
        assertThat(first.cells()).hasSize(2);
        heard.started.clear();
        problem.steps.set(0);
        StudyResults second = study(new StudyFolder(folder, "a", true), settings(), StillLearner::new)
                .run(cells, () -> false);
        assertThat(heard.started).containsExactly(cells.get(2));
        assertThat(heard.earlier).isEqualTo(2);
        assertThat(StudyJson.tree(second.cells().subList(0, 2))).isEqualTo(StudyJson.tree(first.cells()));
        assertThat(second.alone()).isEqualTo(first.alone());
        assertThat(second.stopped()).isFalse();
    }

    @Test
    void aFolderWithResultsIsRefusedUnlessItIsResumedWithTheSameSettings() {
        List<Cell> cells = List.of(new Cell(CollectionMode.SYNC_1, 1, 1, CellBudget.ofSteps(100), 1));
        study(new StudyFolder(folder, "a", false), settings(), StillLearner::new)
                .run(cells, () -> false);
        assertThatThrownBy(() -> new StudyFolder(folder, "a", false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--resume");
        StudyFolder other = new StudyFolder(folder, "b", true);
        assertThatThrownBy(() -> study(other, settings(), StillLearner::new).run(cells, () -> false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("other settings");
    }

    @Test
    void aDamagedPartIsDoneAgain() throws IOException {
        List<Cell> cells = List.of(new Cell(CollectionMode.SYNC_1, 1, 1, CellBudget.ofSteps(100), 1));
        study(new StudyFolder(folder, "a", false), settings(), StillLearner::new)
                .run(cells, () -> false);
        Files.writeString(folder.resolve("parts").resolve(cells.get(0).name() + ".json"), "{\"settings\":\"a\", \"res");
        heard.started.clear();
        study(new StudyFolder(folder, "a", true), settings(), StillLearner::new).run(cells, () -> false);
        assertThat(heard.started).isEqualTo(cells);
    }

    @Test
    void aCellThatDivergesIsReportedAndTheOthersGoOn() {
        List<Cell> cells = Cell.grid(
                List.of(CollectionMode.SYNC_1), List.of(1), 1, List.of(CellBudget.ofSteps(200)), List.of(1L, 2L));
        StudyFolder studyFolder = new StudyFolder(folder, "a", false);
        StudyResults results = new AptStudy(
                        problem,
                        (p, seed) -> seed == 2 ? new StillLearner(30) : new StillLearner(),
                        settings(),
                        studyFolder,
                        heard,
                        System::nanoTime)
                .run(cells, () -> false);
        assertThat(results.failures()).isEqualTo(1);
        assertThat(results.cells().get(1).failure()).contains("no longer finite");
        assertThat(results.cells().get(1).finalReturn()).isNaN();
        assertThat(results.groups().get(0).finalReturn().count()).isEqualTo(1);
        StudyReport.write(results, studyFolder);
        assertThat(folder.resolve("report.md"))
                .content()
                .contains("2 (1 failed)", "Failed: sync-1-cost1-200steps-seed2");
    }

    @Test
    void theStragglersShareIsMeasuredAgainstWhatEachActorDoesAlone() {
        StudySettings settings = settings();
        Cell cell = new Cell(CollectionMode.ASYNC, 10, 5, CellBudget.ofSeconds(1), 1);
        assertThat(settings.factors(cell)).containsExactly(10, 50);
        CellResult result = new CellResult(
                cell,
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
        CellBudget budget = CellBudget.ofSteps(1);
        assertThatThrownBy(() -> new Cell(CollectionMode.SYNC_1, 1, 2, budget, 1))
                .hasMessageContaining("straggler=2");
        assertThatThrownBy(() -> new Cell(CollectionMode.ASYNC, 0, 1, budget, 1))
                .hasMessageContaining("cost=0");
        assertThatThrownBy(() -> new CellBudget(1, 1)).hasMessageContaining("exactly one");
    }

    private AptStudy study(StudyFolder studyFolder, StudySettings settings, Supplier<StillLearner> learner) {
        return new AptStudy(problem, (p, seed) -> learner.get(), settings, studyFolder, heard, System::nanoTime);
    }

    private static StudySettings settings() {
        return new StudySettings(
                "drift", "still", CostKind.COMPUTE, 2, 8, new UpdateRatio(1, 0.3, 1), 0, 50, 3, 2, 0.002, 0.01);
    }

    private static final class Heard implements StudyListener {
        private final List<Cell> started = new ArrayList<>();
        private Runnable afterCell = () -> {};
        private int earlier;

        @Override
        public void cellStarted(Cell cell, int number, int cells) {
            started.add(cell);
        }

        @Override
        public void cellFinished(CellResult result, int number, int cells, boolean wasEarlier) {
            earlier += wasEarlier ? 1 : 0;
            afterCell.run();
        }
    }
}
