package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL30C;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.fixtures.Gl;
import org.teleost.viewer.fixtures.Golden;
import org.teleost.viewer.fixtures.RecordedEpisode;
import org.teleost.viewer.gl.CanvasRenderer;
import org.teleost.viewer.gl.GlContext;
import org.teleost.viewer.gl.HeadlessContext;
import org.teleost.viewer.picture.Picture;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.source.TraceEpisode;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.PicturePainter;

class GoldenPictureTest {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;
    private static final int HANDLES = 64;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsGl() {
        Gl.require();
    }

    private Path record(String problem) throws IOException {
        Path file = folder.resolve(problem + ".mcap");
        RecordedEpisode.record(file, problem, 8, RecordedEpisode.script(problem).toArray(String[]::new));
        return file;
    }

    private static Picture paint(HeadlessPainter painter, Path file, long step, NamedCamera camera) throws IOException {
        try (EpisodeView episode = new EpisodeView(TraceEpisode.open(file))) {
            episode.readMore(1_000);
            return painter.paint(episode.view(step, EnumSet.allOf(Layer.class), camera, Panels.DEFAULT), WIDTH, HEIGHT);
        }
    }

    @ParameterizedTest
    @CsvSource({"tiger,2", "rocksample-7-8,3", "mars-20,5", "navigation,4", "crowdnav,3"})
    void picturesLookAsTheyDid(String problem, long step) throws IOException {
        try (HeadlessPainter painter = new HeadlessPainter()) {
            Picture picture = paint(painter, record(problem), step, NamedCamera.TOP);
            Golden.requireLike(problem, picture, painter.description());
        }
    }

    @Test
    void closeCameraLooksAsItDid() throws IOException {
        try (HeadlessPainter painter = new HeadlessPainter()) {
            Picture picture = paint(painter, record("crowdnav"), 3, NamedCamera.CLOSE);
            Golden.requireLike("crowdnav-close", picture, painter.description());
        }
    }

    @Test
    void problemsWithoutAnAdapterLookAsTheyDid() throws IOException {
        Path file = folder.resolve("generic.mcap");
        RecordedEpisode.record(file, "mars-20", Map.of(), 4, "east+east", "sense-3+north");
        try (HeadlessPainter painter = new HeadlessPainter()) {
            Golden.requireLike("generic", paint(painter, file, 2, NamedCamera.TOP), painter.description());
        }
    }

    @Test
    void twoPaintersAndTwoPassesAgreeToTheLastBit() throws IOException {
        Path file = record("navigation");
        Picture first;
        try (HeadlessPainter painter = new HeadlessPainter()) {
            first = paint(painter, file, 4, NamedCamera.TOP);
            paint(painter, file, 1, NamedCamera.CLOSE);
            assertThat(paint(painter, file, 4, NamedCamera.TOP).rgb()).isEqualTo(first.rgb());
        }
        try (HeadlessPainter painter = new HeadlessPainter()) {
            assertThat(paint(painter, file, 4, NamedCamera.TOP).rgb()).isEqualTo(first.rgb());
        }
    }

    @Test
    void nothingIsLeftInTheContextAfterClosing() throws IOException {
        try (GlContext context = HeadlessContext.open();
                Font font = new Font();
                EpisodeView episode = new EpisodeView(TraceEpisode.open(record("tiger")))) {
            Canvas canvas = new Canvas(font);
            try (CanvasRenderer renderer = new CanvasRenderer()) {
                for (int size = 300; size <= 500; size += 100) {
                    new PicturePainter(canvas)
                            .paint(
                                    episode.view(1, EnumSet.allOf(Layer.class), NamedCamera.TOP, Panels.DEFAULT),
                                    size,
                                    size);
                    renderer.draw(canvas);
                    renderer.requireNoError();
                }
            }
            for (int handle = 1; handle < HANDLES; handle++) {
                boolean alive = GL11C.glIsTexture(handle)
                        || GL15C.glIsBuffer(handle)
                        || GL20C.glIsProgram(handle)
                        || GL20C.glIsShader(handle)
                        || GL30C.glIsFramebuffer(handle)
                        || GL30C.glIsRenderbuffer(handle)
                        || GL30C.glIsVertexArray(handle);
                assertThat(alive)
                        .as("object %d in %s", handle, context.description())
                        .isFalse();
            }
        }
    }
}
