package org.teleost.viewer.scene.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.viewer.fixtures.RecordedControl;
import org.teleost.viewer.fixtures.RecordedTraining;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.Series;
import org.teleost.viewer.scene.SeriesReader;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.choice.SceneChoice;
import org.teleost.viewer.scene.plot.Chart;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.TraceFiles;

class ControlScenesTest {
    @TempDir
    private Path folder;

    private Episode finRay(int steps) throws IOException {
        Path file = folder.resolve("finray.mcap");
        RecordedControl.recordFinRay(file, steps);
        return TraceFiles.open(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pendulum", "cartpole-swingup", "mountain-car", "kuramoto-sivashinsky", "burgers"})
    void everyProblemShowsStateActionAndLegend(String problem) throws IOException {
        Path file = folder.resolve("control.mcap");
        RecordedControl.record(file, problem, 12);
        try (Episode episode = TraceFiles.open(file)) {
            Scene scene = SceneChoice.of(episode);
            scene.series(episode).readMore(100);
            for (long t = 0; t < episode.stepCount(); t++) {
                Frame frame = scene.frame(episode.step(t).orElseThrow());
                assertThat(frame.shapes().stream().map(Frame.Drawn::layer)).contains(Layer.TRUTH, Layer.MAP);
                assertThat(frame.legend()).hasSizeGreaterThan(2);
                assertThat(frame.notes()).isEmpty();
            }
            assertThat(scene.frame(episode.step(3).orElseThrow()).shapes().stream()
                            .map(Frame.Drawn::layer))
                    .contains(Layer.ACTION);
        }
    }

    @Test
    void theFieldOfTheFinRayIsOneShape() throws IOException {
        try (Episode episode = finRay(2)) {
            Frame frame = SceneChoice.of(episode).frame(episode.step(1).orElseThrow());
            List<Shape.Field> fields = frame.shapes().stream()
                    .map(Frame.Drawn::shape)
                    .filter(Shape.Field.class::isInstance)
                    .map(Shape.Field.class::cast)
                    .filter(field -> field.values().length == 224 * 128)
                    .toList();
            assertThat(fields).hasSize(1);
            assertThat(fields.get(0).low()).isEqualTo(-8);
            assertThat(fields.get(0).smooth()).isTrue();
            assertThat(frame.shapes()).hasSizeLessThan(400);
        }
    }

    @Test
    void aWholeFinRayEpisodeWithItsVorticityIsSmall() throws IOException {
        finRay(400).close();
        assertThat(Files.size(folder.resolve("finray.mcap"))).isLessThan(20_000_000L);
    }

    @Test
    void historyHasWhatTheEpisodeEarnedAndMeasured() throws IOException {
        try (Episode episode = finRay(10)) {
            ControlHistory history = new ControlHistory((ControlEpisode) episode, "");
            assertThat(history.readMore(4)).isTrue();
            assertThat(history.column("CT")[3]).isFinite();
            assertThat(history.column("CT")[4]).isNaN();
            assertThat(history.readMore(100)).isFalse();
            assertThat(history.series().stream().map(Series::name))
                    .containsExactly("reward per step", "return so far", "action 0", "CT", "CP", "offset");
            double sum = 0;
            for (int t = 0; t < 10; t++) {
                sum += history.column(ControlHistory.REWARD)[t];
            }
            assertThat(history.column(ControlHistory.RETURN)[9]).isCloseTo(sum, within(1e-12));
            assertThat(history.column(ControlHistory.RETURN)[10]).isNaN();
            assertThat(history.times()[10]).isCloseTo(0.5, within(1e-6));
            assertThat(history.timeName()).isEqualTo("time, L/U");
        }
    }

    @Test
    void factsSayWhoActsAndWithinWhichBounds() throws IOException {
        try (Episode episode = finRay(3)) {
            Scene scene = SceneChoice.of(episode);
            scene.series(episode).readMore(100);
            PlanFacts facts = scene.facts(episode.step(1).orElseThrow());
            assertThat(facts.facts().stream().map(fact -> fact.name() + "=" + fact.value()))
                    .contains("acts=waves", "rate of the offset=0.988   [-1, 1]");
            assertThat(scene.facts(episode.step(3).orElseThrow()).facts().stream()
                            .map(PlanFacts.Fact::value))
                    .contains("none: the episode is over");
        }
    }

    @Test
    void aDamagedStepIsMissingAndNamed() throws IOException {
        Path file = folder.resolve("control.mcap");
        RecordedControl.record(file, "pendulum", 60);
        byte[] bytes = Files.readAllBytes(file);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"t\":30,")] ^= 1;
        Files.write(file, bytes);
        try (Episode episode = TraceFiles.open(file)) {
            assertThat(episode.step(30)).isEmpty();
            assertThat(episode.damage().toString()).contains("missing");
            SeriesReader series = SceneChoice.of(episode).series(episode);
            assertThat(series.readMore(1000)).isFalse();
            assertThat(SceneChoice.of(episode)
                            .frame(episode.step(59).orElseThrow())
                            .notes())
                    .isEmpty();
        }
    }

    @Test
    void aTrainingShowsItsEvaluationsAndItsNumbersAtTheCursor() throws IOException {
        Path file = folder.resolve("training.mcap");
        RecordedTraining.record(file, 20);
        try (Episode episode = TraceFiles.open(file)) {
            assertThat(episode.stepCount()).isEqualTo(20);
            Scene scene = SceneChoice.of(episode);
            assertThat(scene.series(episode).readMore(1)).isFalse();
            assertThat(scene.series(episode).series().stream().map(Series::name))
                    .contains("return of recent episodes", "critic loss", "lag, updates", "updates a second");
            assertThat(scene.frame(episode.step(9).orElseThrow()).caption())
                    .startsWith("10,000 environment steps, 8,000 updates, 59 s of training");
            assertThat(scene.facts(episode.step(9).orElseThrow()).facts().stream()
                            .map(PlanFacts.Fact::name))
                    .contains("best so far", "entropy coefficient", "lag, updates");
        }
    }

    @Test
    void theWarmUpOfATrainingIsNotDrawnBesideWhatFollows() throws IOException {
        Path file = folder.resolve("training.mcap");
        RecordedTraining.record(file, 20);
        try (Episode episode = TraceFiles.open(file)) {
            Series returns = SceneChoice.of(episode).series(episode).series().get(0);
            assertThat(returns.values()[1]).isNaN();
            assertThat(returns.values()[2]).isFinite();
            assertThat(returns.low()).isGreaterThan(-1020);
        }
        RecordedTraining.record(file, 2);
        try (Episode episode = TraceFiles.open(file)) {
            assertThat(SceneChoice.of(episode).series(episode).series().get(0).low())
                    .isFinite();
        }
    }

    @Test
    void anglesAreNotJoinedAcrossAFullTurn() throws IOException {
        Path file = folder.resolve("control.mcap");
        RecordedControl.record(file, "pendulum", 60);
        try (Episode episode = TraceFiles.open(file)) {
            ControlHistory history = new ControlHistory((ControlEpisode) episode, "");
            history.readMore(100);
            assertThat(history.period("angle")).isEqualTo(2 * Math.PI);
            assertThat(history.period("speed")).isZero();
            Series angle = history.series().stream()
                    .filter(one -> one.name().equals("angle"))
                    .findFirst()
                    .orElseThrow();
            assertThat(angle.wraps(3.1, -3.1)).isTrue();
            assertThat(angle.wraps(0.1, -0.1)).isFalse();
        }
        Frame.Builder frame = new Frame.Builder("angles", new Bounds(0, 0, 1, 1));
        double[] times = {0, 1, 2, 3};
        double[] angles = {2.9, 3.1, -3.1, -2.9};
        Chart chart = new Chart(new Bounds(0, 0, 1, 1), new Range(0, 3), new Range(-3.2, 3.2));
        chart.curve(frame, Layer.TRUTH, times, angles, 2 * Math.PI, -1, 1);
        assertThat(frame.build().shapes()).hasSize(2);
        chart.curve(frame, Layer.TRUTH, times, angles, -1, 1);
        assertThat(frame.build().shapes()).hasSize(3);
    }

    @Test
    void whatTheSceneChartsNeedsNoSecondPlot() throws IOException {
        Path file = folder.resolve("control.mcap");
        RecordedControl.record(file, "pendulum", 10);
        try (Episode episode = TraceFiles.open(file)) {
            Scene scene = SceneChoice.of(episode);
            SeriesReader series = scene.series(episode);
            series.readMore(100);
            Frame frame = scene.frame(episode.step(3).orElseThrow());
            assertThat(series.series()).extracting(Series::name).contains("reward per step", "angle", "return so far");
            assertThat(frame.uncharted(series.series()))
                    .extracting(Series::name)
                    .containsExactly("return so far");
        }
    }

    @Test
    void aMeasurementAfterTheStepIsToldFromTheSignalBeforeIt() throws IOException {
        Path file = folder.resolve("control.mcap");
        RecordedControl.record(file, "burgers", 10);
        try (Episode episode = TraceFiles.open(file)) {
            Scene scene = SceneChoice.of(episode);
            SeriesReader series = scene.series(episode);
            series.readMore(100);
            ControlHistory history = (ControlHistory) series;
            assertThat(history.measured("target")).isEqualTo("target after the step");
            assertThat(history.column("target after the step")[3]).isEqualTo(history.column("target")[4], within(1e-6));
            assertThat(series.series())
                    .extracting(Series::name)
                    .contains("target")
                    .doesNotHaveDuplicates();
            List<String> facts = scene.facts(episode.step(3).orElseThrow()).facts().stream()
                    .map(PlanFacts.Fact::name)
                    .toList();
            assertThat(facts.indexOf("target")).isGreaterThan(facts.indexOf("After this step"));
        }
    }

    @Test
    void whereStepsTakeSecondsTheEpisodeSaysHowMany() throws IOException {
        Path file = folder.resolve("control.mcap");
        RecordedControl.record(file, "pendulum", 10);
        try (Episode episode = TraceFiles.open(file)) {
            assertThat(episode.secondsPerStep()).isCloseTo(0.05, within(1e-6));
            assertThat(episode.plans()).isFalse();
        }
        RecordedControl.record(file, "burgers", 10);
        try (Episode episode = TraceFiles.open(file)) {
            assertThat(episode.secondsPerStep()).isNaN();
        }
    }
}
