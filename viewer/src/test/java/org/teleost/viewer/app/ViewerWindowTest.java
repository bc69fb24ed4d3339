package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.live.LiveFeed;
import org.teleost.trace.TraceViewer;
import org.teleost.viewer.fixtures.Golden;
import org.teleost.viewer.fixtures.RecordedEpisode;
import org.teleost.viewer.picture.Picture;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.source.TraceEpisode;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.Panels;

/** A real window; needs a display, for example under xvfb-run. */
class ViewerWindowTest {
    private static final TraceViewer.Window USUAL = new TraceViewer.Window(0, 0, 0, null, true);

    @TempDir
    private Path folder;

    @Test
    void aWindowShowsThePictureThatRenderWrites() throws IOException {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: no DISPLAY; run under xvfb-run");
        Path file = folder.resolve("mars.mcap");
        RecordedEpisode.record(
                file, "mars-20", 6, RecordedEpisode.script("mars-20").toArray(String[]::new));
        Picture inWindow;
        try (EpisodeView episode = new EpisodeView(TraceEpisode.open(file));
                ViewerWindow window = new ViewerWindow(
                        episode, "mars", new SavedLayout(1000, 700, Panels.DEFAULT, 0), USUAL, folder, () -> 0)) {
            window.session().handle(Command.NEXT);
            window.session().handle(Command.SCREENSHOT);
            window.picture();
            window.session().handle(Command.HELP);
            window.picture();
            inWindow = window.screenshot();
            assertThat(folder.resolve("mars-step-00001.png")).exists();
        }
        try (EpisodeView episode = new EpisodeView(TraceEpisode.open(file));
                HeadlessPainter painter = new HeadlessPainter()) {
            episode.readMore(100);
            Picture headless = painter.paint(
                    episode.view(1, EnumSet.allOf(Layer.class), NamedCamera.TOP, Panels.DEFAULT),
                    inWindow.width(),
                    inWindow.height());
            assertThat(Golden.differingShare(headless, inWindow)).isLessThanOrEqualTo(0.001);
        }
    }

    @Test
    void aWindowFillsTheScreenAndComesBackAndItsTextGrowsAndShrinks() throws IOException {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: no DISPLAY; run under xvfb-run");
        Path file = folder.resolve("tiger.mcap");
        RecordedEpisode.record(file, "tiger", 3, "listen");
        try (EpisodeView episode = new EpisodeView(TraceEpisode.open(file));
                ViewerWindow window = new ViewerWindow(
                        episode, "tiger", new SavedLayout(700, 500, Panels.DEFAULT, 0), USUAL, folder, () -> 0)) {
            int strip = 500 - window.screenshot().height();
            window.session().handle(Command.FULL_SCREEN);
            window.picture();
            assertThat(window.screenshot().width()).isGreaterThan(700);
            assertThat(window.layout().width()).isEqualTo(700);
            window.session().handle(Command.FULL_SCREEN);
            window.picture();
            assertThat(window.screenshot().width()).isEqualTo(700);
            window.session().handle(Command.LARGER);
            window.picture();
            assertThat(500 - window.screenshot().height()).isGreaterThan(strip);
            assertThat(window.layout().enlarged()).isEqualTo(1);
            window.session().handle(Command.USUAL_SCALE);
            window.picture();
            assertThat(500 - window.screenshot().height()).isEqualTo(strip);
        }
    }

    @Test
    void aWindowFollowsARunningPlanner() throws IOException {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: no DISPLAY; run under xvfb-run");
        LiveFeed feed = new LiveFeed();
        try (LiveShow show = new LiveShow(feed, "mars");
                ViewerWindow window = new ViewerWindow(
                        show, "mars", new SavedLayout(1000, 700, Panels.DEFAULT, 0), USUAL, folder, System::nanoTime)) {
            window.picture();
            RecordedEpisode.publish(
                    feed, "mars-20", 6, RecordedEpisode.script("mars-20").toArray(String[]::new));
            assertThat(window.session().due()).isTrue();
            window.picture();
            assertThat(window.session().timeline().step()).isEqualTo(5);
            feed.end("the planner has finished");
            window.session().handle(Command.QUIT);
            window.run();
        }
        assertThat(feed.readerCount()).isZero();
    }
}
