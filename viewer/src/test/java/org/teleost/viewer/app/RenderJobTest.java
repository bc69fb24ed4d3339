package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.trace.TraceViewer;
import org.teleost.viewer.fixtures.Gl;
import org.teleost.viewer.fixtures.RecordedEpisode;

/** Pictures and videos through the service that the command line finds. */
class RenderJobTest {
    @TempDir
    private Path folder;

    private final TraceViewer viewer = new LwjglTraceViewer();

    private Path trace() throws IOException {
        Path file = folder.resolve("tiger.mcap");
        RecordedEpisode.record(file, "tiger", 6, "listen");
        return file;
    }

    private static TraceViewer.Shot shot(String camera, int width, int height) {
        return new TraceViewer.Shot(camera, "planner", width, height, 1);
    }

    @Test
    void rendersAStepAtTheSizeAskedFor() throws IOException {
        Gl.require();
        Path picture = folder.resolve("new/a.png");
        viewer.picture(trace(), shot("top", 400, 300), -1, picture);
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(400);
    }

    @Test
    void rendersAVideoWithProgress() throws IOException {
        Gl.require();
        Path video = folder.resolve("a.apng");
        List<String> progress = new ArrayList<>();
        viewer.video(trace(), shot("top", 300, 200), 1, 3, 4, video, (done, all) -> progress.add(done + " of " + all));
        assertThat(Files.readString(video, StandardCharsets.ISO_8859_1)).contains("acTL\0\0\0\3");
        assertThat(progress).containsExactly("1 of 3", "2 of 3", "3 of 3");
    }

    @Test
    void stepsOutsideTheTraceAreRefusedWithTheRange() throws IOException {
        Gl.require();
        Path trace = trace();
        TraceViewer.Shot shot = shot("top", 400, 300);
        assertThatThrownBy(() -> viewer.picture(trace, shot, 6, folder.resolve("a.png")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed range 0 to 5");
    }

    @Test
    void wrongSizesCamerasAndVideosNameWhatIsAllowed() throws IOException {
        Path trace = trace();
        TraceViewer.Shot small = shot("top", 12, 900);
        assertThatThrownBy(() -> viewer.picture(trace, small, 0, folder.resolve("a.png")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size=12x900");
        TraceViewer.Shot large = new TraceViewer.Shot("top", "planner", 600, 400, 4);
        assertThatThrownBy(() -> viewer.picture(trace, large, 0, folder.resolve("a.png")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size=600x400 scale=4.0; allowed range 640x480");
        TraceViewer.Shot side = shot("side", 400, 300);
        assertThatThrownBy(() -> viewer.picture(trace, side, 0, folder.resolve("a.png")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("top");
    }

    @Test
    void videosOfAnUnknownKindAreRefused() throws IOException {
        Path trace = trace();
        TraceViewer.Shot shot = shot("top", 400, 300);
        assertThatThrownBy(() -> viewer.video(trace, shot, 0, 1, 4, folder.resolve("a.avi"), (done, all) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no known format");
    }

    @Test
    void aMissingTraceIsNamed() {
        assertThatThrownBy(() ->
                        viewer.picture(folder.resolve("no.mcap"), shot("top", 400, 300), 0, folder.resolve("a.png")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.mcap");
    }
}
