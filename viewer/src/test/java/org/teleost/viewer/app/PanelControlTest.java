package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.glfw.GLFW;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.fixtures.RecordedEpisode;
import org.teleost.viewer.scene.Viewport;
import org.teleost.viewer.source.TraceEpisode;
import org.teleost.viewer.ui.Panel;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.PictureLayout;

/** Panels, tree and particles by injected events. */
class PanelControlTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    @TempDir
    private Path folder;

    private final Font font = new Font();
    private final Canvas canvas = new Canvas(font);
    private EpisodeView episode;
    private ViewerSession session;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("navigation.mcap");
        RecordedEpisode.record(file, "navigation", 6, "S", "SE");
        episode = new EpisodeView(TraceEpisode.open(file));
        session = new ViewerSession(episode, canvas, () -> 0);
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

    private PictureLayout layout() {
        return PictureLayout.of(WIDTH, HEIGHT, 20, session.panels());
    }

    @Test
    void treeUnfoldsByClicksAndFoldsByKey() throws IOException {
        key(GLFW.GLFW_KEY_T);
        paint();
        int folded = episode.tree().outline().lineCount();
        Viewport tree = layout().tree();
        // the first action after the root that is not the chosen one
        int line = 1;
        while (episode.tree().outline().isUnfolded(episode.tree().outline().row(line))
                || !episode.tree()
                        .outline()
                        .hasChildren(episode.tree().outline().row(line))) {
            line++;
        }
        double y = tree.y() + 24 + 16 * 2 + 20 + 19 * (line + 0.5);
        session.press(tree.x() + 60, y);
        session.release();
        assertThat(episode.tree().outline().lineCount()).isGreaterThan(folded);
        key(GLFW.GLFW_KEY_RIGHT_BRACKET);
        paint();
        assertThat(episode.tree().outline().lineCount())
                .isEqualTo(episode.tree().outline().tree().rows());
        key(GLFW.GLFW_KEY_LEFT_BRACKET);
        paint();
        assertThat(episode.tree().outline().lineCount()).isLessThan(folded);
    }

    @Test
    void onlyTheLinesInSightAreBuilt() throws IOException {
        key(GLFW.GLFW_KEY_T);
        key(GLFW.GLFW_KEY_RIGHT_BRACKET);
        paint();
        key(GLFW.GLFW_KEY_RIGHT_BRACKET);
        int all = paint();
        Viewport tree = layout().tree();
        session.scroll(tree.x() + 50, tree.bottom() - 30, -1000);
        assertThat(paint()).isBetween(all / 2, 2 * all);
        session.press(tree.right() - 5, tree.bottom() - 2);
        session.move(tree.right() - 5, tree.y());
        session.release();
        assertThat(paint()).isEqualTo(all);
    }

    @Test
    void panelsGoOffAndOnAndComeBackByReset() throws IOException {
        key(GLFW.GLFW_KEY_P);
        key(GLFW.GLFW_KEY_H);
        assertThat(session.panels().visible()).containsExactly(Panel.HISTORY);
        paint();
        key(GLFW.GLFW_KEY_0);
        assertThat(session.panels()).isEqualTo(Panels.DEFAULT);
    }

    @Test
    void bordersOfPanelsAreDragged() throws IOException {
        double world = layout().world().right();
        session.press(world + 4, 300);
        session.move(640, 300);
        session.release();
        paint();
        assertThat(session.panels().side()).isCloseTo(0.5, within(0.01));
        key(GLFW.GLFW_KEY_H);
        paint();
        Viewport history = layout().history();
        session.press(history.x() + 100, history.y() - 3);
        session.move(history.x() + 100, 300);
        session.release();
        paint();
        assertThat(layout().history().y()).isCloseTo(300, within(12.0));
    }

    @Test
    void aClickOnAParticleShowsItsWeightAndLanesUntilTheNextStep() throws IOException {
        int without = paint();
        // some particle lies near the start: walk over the world until one is hit
        Viewport world = layout().world();
        for (double y = world.y(); y < world.bottom() && session.picked() == null; y += 6) {
            for (double x = world.x(); x < world.right() && session.picked() == null; x += 6) {
                session.press(x, y);
                session.release();
            }
        }
        assertThat(session.picked()).isNotNull();
        assertThat(paint()).isNotEqualTo(without);
        assertThat(episode.particle(0, session.picked()).get(1).name()).isEqualTo("weight");
        key(GLFW.GLFW_KEY_RIGHT);
        paint();
        assertThat(session.picked()).isNull();
    }
}
