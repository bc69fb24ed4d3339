package org.teleost.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Configurator;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.corridor.CorridorProblem;
import org.teleost.experiments.folder.ResultFolder.Existing;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.SeriesOutcome;
import org.teleost.experiments.runner.StepRecord;
import org.teleost.fixtures.ForcedFiles;

class RunFolderTest {
    @TempDir
    private Path folder;

    private static RunConfiguration configuration(String... assignments) {
        List<Setting> settings =
                List.of(assignments).stream().map(Setting::ofAssignment).toList();
        return Configurator.configure(CorridorProblem.sound(), List.of(), settings);
    }

    private static EpisodeResult episode(int index, double discountedReturn) {
        StepRecord step = new StepRecord(
                index,
                0,
                1,
                -1.5,
                Long.MIN_VALUE,
                2.25,
                99_000_001,
                17,
                4,
                3,
                500,
                1234,
                77,
                6,
                true,
                -1,
                Double.NaN,
                Level.RECOVERED);
        return new EpisodeResult(
                index, -7L, discountedReturn, true, true, false, -42L, 0.125, Map.of("collisions", 2.0), List.of(step));
    }

    private RunFolder open(Existing existing) {
        return new RunFolder(folder.resolve("run"), configuration(), existing);
    }

    @Test
    void anEpisodeIsForcedToDiskStepsFirst() throws IOException {
        try (RunFolder run = open(Existing.REFUSE)) {
            assertThat(ForcedFiles.during(() -> run.append(episode(0, 1.0))))
                    .containsExactly("steps.csv", "episodes.csv");
        }
    }

    @Test
    void aPlotThatTheDiskDoesNotTakeIsAFailureThatNamesIt() throws IOException {
        EpisodeResult only = episode(0, 1.0);
        try (RunFolder run = open(Existing.REFUSE)) {
            run.append(only);
            Path inTheWay = Files.createDirectory(run.folder().resolve("returns.svg"));
            SeriesOutcome outcome = new SeriesOutcome(List.of(only), Optional.empty(), false);
            RunSummary summary = RunSummary.of(configuration(), outcome);
            assertThatThrownBy(() -> run.finish(summary))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("can't write " + inTheWay);
            assertThat(run.folder().resolve("summary.json")).isNotEmptyFile();
        }
    }

    @Test
    void episodesComeBackFromDiskAsTheyWere() {
        List<EpisodeResult> written = List.of(episode(0, 1.0 / 3.0), episode(1, Double.MIN_VALUE));
        try (RunFolder run = open(Existing.REFUSE)) {
            written.forEach(run::append);
        }
        try (RunFolder run = open(Existing.RESUME)) {
            assertThat(run.finished()).isEqualTo(written);
        }
        try (RunFolder run = open(Existing.RESUME)) {
            assertThat(run.finished()).as("resumed twice").isEqualTo(written);
            run.append(episode(2, 3));
        }
        try (RunFolder run = open(Existing.RESUME)) {
            assertThat(run.finished()).as("continued").hasSize(3).contains(episode(2, 3));
        }
    }

    @Test
    void aFolderThatAnotherRunIsWritingIsRefusedUntilItEnds() {
        try (RunFolder first = open(Existing.REFUSE)) {
            first.append(episode(0, 1.0));
            for (Existing existing : Existing.values()) {
                assertThatThrownBy(() -> open(existing))
                        .isInstanceOf(ConfigException.class)
                        .hasMessageContaining("another run is writing there")
                        .hasMessageContaining(folder.resolve("run").toString());
            }
            first.append(episode(1, 2.0));
        }
        try (RunFolder second = open(Existing.RESUME)) {
            assertThat(second.finished()).hasSize(2);
        }
        assertThat(folder.resolve("run/.lock")).doesNotExist();
    }

    @Test
    void everyEpisodeIsOnDiskBeforeTheNextBegins() throws IOException {
        try (RunFolder run = open(Existing.REFUSE)) {
            run.append(episode(0, 1));
            assertThat(Files.readAllLines(folder.resolve("run/episodes.csv"))).hasSize(2);
            assertThat(Files.readAllLines(folder.resolve("run/steps.csv"))).hasSize(2);
        }
    }

    @Test
    void aLineThatACrashCutShortIsDropped() throws IOException {
        try (RunFolder run = open(Existing.REFUSE)) {
            run.append(episode(0, 1));
        }
        Files.writeString(folder.resolve("run/episodes.csv"), "1,-7,0.3", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("run/steps.csv"), "1,0,1", StandardOpenOption.APPEND);
        try (RunFolder run = open(Existing.RESUME)) {
            assertThat(run.finished()).extracting(EpisodeResult::episode).containsExactly(0);
        }
    }

    @Test
    void resultsAreNeitherReplacedNorMixedUnasked() {
        try (RunFolder run = open(Existing.REFUSE)) {
            run.append(episode(0, 1));
        }
        assertThatThrownBy(() -> open(Existing.REFUSE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--resume");
        assertThatThrownBy(() -> new RunFolder(folder.resolve("run"), configuration("eta=9"), Existing.RESUME))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("another configuration");
        try (RunFolder run = open(Existing.OVERWRITE)) {
            assertThat(run.finished()).isEmpty();
        }
    }

    @Test
    void aRunWithoutEpisodesLeavesNothing() {
        open(Existing.REFUSE).close();
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsReportedBeforeAnythingRuns() throws IOException {
        Files.writeString(folder.resolve("run"), "a file");
        assertThatThrownBy(() -> open(Existing.REFUSE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("can't write")
                .hasMessageContaining("run: a file of this name is in the way");
    }

    @Test
    void summaryAndPlotsAreWritten() throws IOException {
        try (RunFolder run = open(Existing.REFUSE)) {
            run.append(episode(0, 1));
            run.append(episode(1, 2));
            SeriesOutcome outcome = new SeriesOutcome(List.of(episode(0, 1), episode(1, 2)), Optional.empty(), false);
            assertThat(run.finish(RunSummary.of(configuration(), outcome))).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("run/summary.json")))
                .contains("\"budget\" : \"100ms\"", "\"cores\"", "\"decisionDigest\"");
        assertThat(Files.readString(folder.resolve("run/returns.svg"))).contains("<svg");
        assertThat(Files.size(folder.resolve("run/returns.png"))).isPositive();
    }
}
