package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.live.LiveFeed;
import org.teleost.live.LiveViewer;
import org.teleost.trace.TraceViewer;
import org.teleost.viewer.fixtures.Gl;
import org.teleost.viewer.fixtures.RecordedEpisode;

class LwjglLiveViewerTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final TraceViewer.Shot SHOT = new TraceViewer.Shot("top", "planner,tree", WIDTH, HEIGHT, 1.5);

    @TempDir
    private Path folder;

    private final LiveFeed feed = new LiveFeed();

    private void picture(long step, Path out) throws IOException {
        new LwjglLiveViewer().picture(feed, "tiger.mcap", step, SHOT, out);
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(LiveViewer.class)).hasOnlyElementsOfType(LwjglLiveViewer.class);
    }

    /** The name of the source is the one difference, so both get the same. */
    @Test
    void theNewestStepIsDrawnAsFromATrace() throws IOException {
        Gl.require();
        Path trace = folder.resolve("tiger.mcap, episode 0");
        RecordedEpisode.record(trace, "tiger", 6, "listen");
        RecordedEpisode.publish(feed, "tiger", 6, "listen");
        picture(-1, folder.resolve("live.png"));
        new RenderJob(trace, 5, 5, RenderJob.Look.of(SHOT), 1).picture(folder.resolve("trace.png"));
        assertThat(folder.resolve("live.png")).hasSameBinaryContentAs(folder.resolve("trace.png"));
    }

    @Test
    void waitsForAStepThatIsStillToCome() throws IOException, InterruptedException {
        Gl.require();
        Path out = folder.resolve("later.png");
        Thread planner = new Thread(() -> {
            try {
                RecordedEpisode.publish(feed, "tiger", 2, "listen");
                RecordedEpisode.publish(feed, "tiger", 9, "listen");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                feed.end("the planner has finished");
            }
        });
        planner.start();
        picture(8, out);
        planner.join();
        assertThat(Files.size(out)).isPositive();
    }

    @Test
    void aPlannerThatEndsEarlierIsReportedWithWhatItHas() throws IOException {
        Gl.require();
        RecordedEpisode.publish(feed, "tiger", 3, "listen");
        feed.end("the planner has finished");
        assertThatThrownBy(() -> picture(3, folder.resolve("no.png")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finished before step 3")
                .hasMessageContaining("3 steps");
        assertThat(folder.resolve("no.png")).doesNotExist();
    }

    @Test
    void impossibleArgumentsAreRefusedBeforeAnyWait() {
        assertThatThrownBy(() -> picture(-2, folder.resolve("no.png")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("step=-2");
    }
}
