package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.viewer.fixtures.Gl;
import org.teleost.viewer.fixtures.Golden;
import org.teleost.viewer.fixtures.RecordedControl;
import org.teleost.viewer.fixtures.RecordedTraining;
import org.teleost.viewer.picture.Picture;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.source.TraceFiles;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.Panels;

/** Golden pictures of control episodes and of a training. */
class ControlPictureTest {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsGl() {
        Gl.require();
    }

    private static Picture paint(HeadlessPainter painter, Path file, long step, NamedCamera camera) throws IOException {
        try (EpisodeView episode = new EpisodeView(TraceFiles.open(file))) {
            episode.readMore(1_000);
            return painter.paint(episode.view(step, EnumSet.allOf(Layer.class), camera, Panels.DEFAULT), WIDTH, HEIGHT);
        }
    }

    private static void requireLike(String name, Path file, long step, NamedCamera camera) throws IOException {
        try (HeadlessPainter painter = new HeadlessPainter()) {
            Golden.requireLike(name, paint(painter, file, step, camera), painter.description());
        }
    }

    @ParameterizedTest
    @CsvSource({"pendulum,60", "cartpole-swingup,80", "mountain-car,90", "kuramoto-sivashinsky,60", "burgers,30"})
    void problemsLookAsTheyDid(String problem, long step) throws IOException {
        Path file = folder.resolve(problem + ".mcap");
        RecordedControl.record(file, problem, 120);
        requireLike("control-" + problem, file, step, NamedCamera.TOP);
    }

    @Test
    void theFinRayLooksAsItDid() throws IOException {
        Path file = folder.resolve("finray.mcap");
        RecordedControl.recordFinRay(file, 130);
        requireLike("control-finray", file, 127, NamedCamera.TOP);
        requireLike("control-finray-close", file, 127, NamedCamera.CLOSE);
    }

    @Test
    void problemsWithoutAnAdapterLookAsTheyDid() throws IOException {
        Path file = folder.resolve("two-tanks.mcap");
        RecordedControl.recordUnknown(file, false, 30);
        requireLike("control-unknown", file, 25, NamedCamera.TOP);
        RecordedControl.recordUnknown(file, true, 30);
        requireLike("control-unknown-field", file, 25, NamedCamera.TOP);
    }

    @Test
    void aTrainingLooksAsItDid() throws IOException {
        Path file = folder.resolve("training.mcap");
        RecordedTraining.record(file, 40);
        requireLike("training", file, 34, NamedCamera.TOP);
    }

    @Test
    void fieldsOfTwoPassesAgreeToTheLastBit() throws IOException {
        Path file = folder.resolve("finray.mcap");
        RecordedControl.recordFinRay(file, 3);
        try (HeadlessPainter painter = new HeadlessPainter()) {
            Picture first = paint(painter, file, 2, NamedCamera.TOP);
            paint(painter, file, 0, NamedCamera.CLOSE);
            assertThat(paint(painter, file, 2, NamedCamera.TOP).rgb()).isEqualTo(first.rgb());
        }
    }

    @Test
    void theStateAfterTheLastStepIsShownToo() throws IOException {
        Path file = folder.resolve("pendulum.mcap");
        RecordedControl.record(file, "pendulum", 5);
        try (EpisodeView episode = new EpisodeView(TraceFiles.open(file))) {
            assertThat(episode.stepCount()).isEqualTo(6);
            assertThat(episode.view(5, EnumSet.allOf(Layer.class), NamedCamera.TOP, Panels.DEFAULT)
                            .frame()
                            .caption())
                    .isEqualTo("the episode is over");
        }
    }
}
