package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.glfw.GLFW;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.fixtures.RecordedControl;
import org.teleost.viewer.fixtures.RecordedEpisode;
import org.teleost.viewer.scene.Camera;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.source.TraceEpisode;
import org.teleost.viewer.source.TraceFiles;
import org.teleost.viewer.timeline.Timeline;
import org.teleost.viewer.ui.HelpOverlay;
import org.teleost.viewer.ui.Panel;
import org.teleost.viewer.ui.StepBar;

/** The whole interface by injected events: no window, no OpenGL. */
class ViewerSessionTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;

    @TempDir
    private Path folder;

    private final Font font = new Font();
    private final Canvas canvas = new Canvas(font);
    private EpisodeView episode;
    private ViewerSession session;
    private long nanos;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("rocks.mcap");
        RecordedEpisode.record(file, "rocksample-7-8", 12, "sense-1", "sense-2");
        episode = new EpisodeView(TraceEpisode.open(file));
        session = new ViewerSession(episode, canvas, () -> nanos);
        paint();
    }

    @AfterEach
    void close() throws IOException {
        episode.close();
        font.close();
    }

    private int paint() throws IOException {
        session.paint(WIDTH, HEIGHT, false);
        return canvas.count();
    }

    private void key(int key) {
        session.handle(Keys.command(key, false).orElseThrow());
    }

    @Test
    void spacePlaysAndPauses() throws IOException {
        key(GLFW.GLFW_KEY_SPACE);
        nanos += 1_000_000_000L;
        paint();
        assertThat(session.timeline().step()).isEqualTo(4);
        key(GLFW.GLFW_KEY_SPACE);
        nanos += 1_000_000_000L;
        paint();
        assertThat(session.timeline().step()).isEqualTo(4);
    }

    @Test
    void arrowsStepAndEqualAndMinusChangeTheSpeed() {
        key(GLFW.GLFW_KEY_RIGHT);
        key(GLFW.GLFW_KEY_RIGHT);
        key(GLFW.GLFW_KEY_LEFT);
        assertThat(session.timeline().step()).isEqualTo(1);
        key(GLFW.GLFW_KEY_EQUAL);
        assertThat(session.timeline().speed()).isEqualTo(2);
        key(GLFW.GLFW_KEY_MINUS);
        key(GLFW.GLFW_KEY_MINUS);
        assertThat(session.timeline().speed()).isEqualTo(0.5);
    }

    @Test
    void draggingTheStepBarScrubs() {
        double y = HEIGHT - 10;
        session.press(StepBar.x(7, WIDTH, font, 12), y);
        assertThat(session.timeline().step()).isEqualTo(7);
        session.move(StepBar.x(3, WIDTH, font, 12), y - 100);
        assertThat(session.timeline().step()).isEqualTo(3);
        session.release();
        session.move(StepBar.x(9, WIDTH, font, 12), y);
        assertThat(session.timeline().step()).isEqualTo(3);
    }

    @Test
    void draggingTheWorldPansItAndItStaysThereOnTheNextStep() throws IOException {
        Camera before = session.camera();
        session.press(300, 300);
        session.move(330, 280);
        session.release();
        key(GLFW.GLFW_KEY_RIGHT);
        paint();
        assertThat(session.camera().pixelX(2)).isCloseTo(before.pixelX(2) + 30, within(1e-9));
        assertThat(session.camera().pixelY(2)).isCloseTo(before.pixelY(2) - 20, within(1e-9));
        key(GLFW.GLFW_KEY_R);
        paint();
        assertThat(session.camera()).isEqualTo(before);
    }

    @Test
    void theWheelZoomsAboutThePointer() throws IOException {
        double world = session.camera().worldX(200);
        double scale = session.camera().scale();
        session.scroll(200, 300, 2);
        paint();
        assertThat(session.camera().scale()).isGreaterThan(1.3 * scale);
        assertThat(session.camera().worldX(200)).isCloseTo(world, within(1e-9));
    }

    @Test
    void layersGoOffAndOnAgain() throws IOException {
        int all = paint();
        key(GLFW.GLFW_KEY_3);
        assertThat(session.layers()).doesNotContain(Layer.BELIEF);
        assertThat(paint()).isLessThan(all);
        key(GLFW.GLFW_KEY_3);
        assertThat(paint()).isEqualTo(all);
        for (int key = GLFW.GLFW_KEY_1; key <= GLFW.GLFW_KEY_4; key++) {
            key(key);
        }
        assertThat(paint()).isPositive();
    }

    @Test
    void helpListsEveryCommandOverThePictureButNotInScreenshots() throws IOException {
        int without = paint();
        key(GLFW.GLFW_KEY_F1);
        assertThat(session.help()).isTrue();
        assertThat(paint()).isGreaterThan(without + Command.values().length);
        session.paint(WIDTH, HEIGHT, true);
        assertThat(canvas.count()).isEqualTo(without);
        key(GLFW.GLFW_KEY_F1);
        assertThat(session.help()).isFalse();
    }

    @Test
    void helpOfASmallWindowHasPages() throws IOException {
        session.paint(400, 300, false);
        int lines = HelpLines.of(session::offers).size();
        int pages = HelpOverlay.pages(400, 300, lines);
        assertThat(pages).isGreaterThan(2);
        for (int page = 0; page < pages; page++) {
            key(GLFW.GLFW_KEY_F1);
            assertThat(session.help()).isTrue();
            session.paint(400, 300, false);
        }
        key(GLFW.GLFW_KEY_F1);
        assertThat(session.help()).isFalse();
    }

    @Test
    void controlPlusMinusAndZeroChangeTheSizeOfText() throws IOException {
        for (int i = 0; i < 5; i++) {
            session.handle(Keys.command(GLFW.GLFW_KEY_EQUAL, true).orElseThrow());
        }
        paint();
        assertThat(canvas.scale()).isCloseTo(Math.pow(1.1, 5), within(1e-9));
        assertThat(canvas.pixelWidth()).isEqualTo(WIDTH);
        assertThat(canvas.width()).isEqualTo((int) (WIDTH / canvas.scale()));
        session.handle(Keys.command(GLFW.GLFW_KEY_MINUS, true).orElseThrow());
        paint();
        assertThat(canvas.scale()).isCloseTo(Math.pow(1.1, 4), within(1e-9));
        session.handle(Keys.command(GLFW.GLFW_KEY_0, true).orElseThrow());
        paint();
        assertThat(canvas.scale()).isEqualTo(1);
        // a screen of small pixels asks for twice as many, and a window without room for them gets fewer
        session.scale().setScreen(2);
        paint();
        assertThat(canvas.scale()).isEqualTo(2);
        session.paint(200, 150, false);
        assertThat(canvas.scale()).isEqualTo(1.25);
    }

    @Test
    void thePointerIsToldWhatLiesUnderIt() throws IOException {
        int without = paint();
        Camera camera = session.camera();
        session.move(camera.pixelX(3.5), camera.pixelY(2.5));
        assertThat(paint()).isGreaterThan(without);
        assertThat(canvas.tips().at(camera.pixelX(3.5), camera.pixelY(2.5))).isEqualTo("x 3.5, y 2.5");
        session.leave();
        assertThat(paint()).isEqualTo(without);
        session.paint(WIDTH, HEIGHT, true);
        assertThat(canvas.count()).isEqualTo(without);
    }

    @Test
    void everyPanelAndLayerHasAButton() {
        List<Command> commands = StripItem.of(session).stream()
                .flatMap(item -> item instanceof StripItem.Check check
                        ? Stream.of(check.command())
                        : item instanceof StripItem.Button button ? Stream.of(button.command()) : Stream.empty())
                .toList();
        assertThat(commands)
                .doesNotHaveDuplicates()
                .contains(
                        Command.PANEL_PLANNER,
                        Command.PANEL_TREE,
                        Command.PANEL_HISTORY,
                        Command.LAYER_BELIEF,
                        Command.FULL_SCREEN,
                        Command.LARGER,
                        Command.SMALLER,
                        Command.HELP);
    }

    @Test
    void everyCommandHasAKey() {
        for (Command command : Command.values()) {
            boolean reachable = Stream.of(true, false)
                    .anyMatch(control -> IntStream.rangeClosed(0, GLFW.GLFW_KEY_LAST)
                            .anyMatch(key -> Keys.command(key, control)
                                    .filter(command::equals)
                                    .isPresent()));
            assertThat(reachable).as(command.name()).isTrue();
        }
    }

    @Test
    void screenshotIsAskedForOnce() {
        session.handle(Keys.command(GLFW.GLFW_KEY_P, true).orElseThrow());
        assertThat(session.takeScreenshotRequest()).isTrue();
        assertThat(session.takeScreenshotRequest()).isFalse();
    }

    @Test
    void noticesGoAwayByThemselves() throws IOException {
        session.notice("saved a.png");
        int with = paint();
        assertThat(session.secondsToNextPicture()).isLessThan(0.25);
        nanos += 5_000_000_000L;
        assertThat(paint()).isLessThan(with);
        assertThat(session.secondsToNextPicture()).isEqualTo(0.25);
    }

    @Test
    void followsAnEpisodeThatIsBeingRecorded() throws IOException {
        Path growing = folder.resolve("growing.mcap");
        RecordedEpisode.record(growing, "tiger", 40, "listen");
        byte[] all = Files.readAllBytes(growing);
        // the file as it is while its second chunk, steps 16 to 31, is being written
        int cut = new String(all, StandardCharsets.ISO_8859_1).indexOf("{\"t\":20,");
        Files.write(growing, Arrays.copyOf(all, cut));
        try (EpisodeView view = new EpisodeView(TraceEpisode.open(growing))) {
            ViewerSession live = new ViewerSession(view, canvas, () -> nanos);
            live.handle(Keys.command(GLFW.GLFW_KEY_N, false).orElseThrow());
            live.paint(WIDTH, HEIGHT, false);
            assertThat(live.timeline().step()).isEqualTo(15);
            Files.write(growing, all);
            nanos += 2_000_000_000L;
            live.paint(WIDTH, HEIGHT, false);
            assertThat(live.timeline().step()).isEqualTo(39);
            live.handle(Command.PREVIOUS);
            assertThat(live.timeline().mode()).isEqualTo(Timeline.Mode.PAUSED);
        }
    }

    @Test
    void loopPlaysTheRangeAgain() throws IOException {
        key(GLFW.GLFW_KEY_RIGHT);
        key(GLFW.GLFW_KEY_I);
        key(GLFW.GLFW_KEY_RIGHT);
        key(GLFW.GLFW_KEY_O);
        key(GLFW.GLFW_KEY_L);
        key(GLFW.GLFW_KEY_SPACE);
        for (int i = 0; i < 20; i++) {
            nanos += 170_000_000L;
            paint();
            assertThat(session.timeline().step()).isBetween(1L, 2L);
        }
        assertThat(session.timeline().mode()).isEqualTo(Timeline.Mode.PLAYING);
    }

    @Test
    void aControlTraceOffersNeitherBeliefNorTree() throws IOException {
        Path file = folder.resolve("pendulum.mcap");
        RecordedControl.record(file, "pendulum", 30);
        try (EpisodeView view = new EpisodeView(TraceFiles.open(file))) {
            ViewerSession control = new ViewerSession(view, canvas, () -> nanos);
            control.paint(WIDTH, HEIGHT, false);
            assertThat(control.offers(Layer.BELIEF)).isFalse();
            assertThat(control.offers(Layer.TRUTH)).isTrue();
            assertThat(control.offers(Command.PANEL_TREE)).isFalse();
            control.handle(Command.PANEL_TREE);
            assertThat(control.panels().shows(Panel.TREE)).isFalse();
            // a second of the pendulum's time in a second, 20 steps
            control.handle(Command.TOGGLE_PLAY);
            nanos += 1_000_000_000L;
            control.paint(WIDTH, HEIGHT, false);
            assertThat(control.timeline().step()).isBetween(19L, 20L);
        }
        assertThat(session.offers(Layer.BELIEF)).isTrue();
        assertThat(session.offers(Command.PANEL_TREE)).isTrue();
    }

    @Test
    void theCloseCameraDiffersFromTheWholeWorld() throws IOException {
        double whole = session.camera().scale();
        key(GLFW.GLFW_KEY_F);
        paint();
        assertThat(session.camera().scale()).isGreaterThan(1.5 * whole);
    }
}
