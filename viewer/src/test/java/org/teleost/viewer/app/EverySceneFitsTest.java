package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.fixtures.EveryScene;
import org.teleost.viewer.fixtures.Gl;
import org.teleost.viewer.fixtures.Glyphs;
import org.teleost.viewer.picture.PngFile;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Viewport;
import org.teleost.viewer.source.TraceFiles;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.PictureLayout;
import org.teleost.viewer.ui.PicturePainter;
import org.teleost.viewer.ui.StepBar;
import org.teleost.viewer.ui.StepView;

/**
 * Every scene on small, usual and large screens, with few and with all panels: nothing lies over something else or
 * outside the window. With {@code -Dpictures.check=FOLDER} the pictures are written there too, with contact sheets.
 */
class EverySceneFitsTest {
    @TempDir
    private static Path folder;

    private static Map<String, EveryScene.Sample> samples;
    private static Font font;

    private final Canvas canvas = new Canvas(font);
    private final PicturePainter painter = new PicturePainter(canvas);

    @BeforeAll
    static void record() throws IOException {
        samples = EveryScene.record(folder);
        font = new Font();
    }

    @AfterAll
    static void close() {
        font.close();
    }

    /** Few panels, and all that the episode has. */
    private static List<Panels> panels(EpisodeView episode) {
        return List.of(Panels.DEFAULT, Panels.of(episode.plans() ? "planner,tree,history" : "planner,history"));
    }

    private static StepView view(EpisodeView episode, long step, Panels panels) throws IOException {
        episode.readMore(1_000);
        return episode.view(step, EnumSet.allOf(Layer.class), NamedCamera.TOP, panels);
    }

    @ParameterizedTest
    @CsvSource({"640, 400, 1", "640, 400, 2", "1280, 720, 1", "1280, 720, 2", "3840, 2160, 1", "3840, 2160, 2"})
    void nothingLiesOverSomethingElseOrOutside(int width, int height, double scale) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, EveryScene.Sample> sample : samples.entrySet()) {
            try (EpisodeView episode =
                    new EpisodeView(TraceFiles.open(sample.getValue().trace()))) {
                for (Panels panels : panels(episode)) {
                    painter.paint(view(episode, sample.getValue().step(), panels), width, height, scale);
                    requireApart(painter.layout());
                    List<String> overlaps = Glyphs.overlaps(canvas);
                    if (!overlaps.isEmpty()) {
                        faults.add(sample.getKey() + " " + panels.visible().size() + " panels: " + overlaps.size()
                                + " at " + overlaps.subList(0, Math.min(4, overlaps.size())));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private void requireApart(PictureLayout layout) {
        List<Viewport> areas = Stream.of(
                        layout.header(),
                        layout.world(),
                        layout.legend(),
                        layout.panel(),
                        layout.tree(),
                        layout.history(),
                        StepBar.area(canvas.width(), canvas.height()))
                .filter(Objects::nonNull)
                .toList();
        for (int i = 0; i < areas.size(); i++) {
            Viewport area = areas.get(i);
            assertThat(area.x() >= 0
                            && area.y() >= 0
                            && area.right() <= canvas.width()
                            && area.bottom() <= canvas.height())
                    .as("%s in %dx%d", area, canvas.width(), canvas.height())
                    .isTrue();
            for (Viewport other : areas.subList(i + 1, areas.size())) {
                boolean apart = area.right() <= other.x()
                        || other.right() <= area.x()
                        || area.bottom() <= other.y()
                        || other.bottom() <= area.y();
                assertThat(apart).as("%s and %s", area, other).isTrue();
            }
        }
    }

    @Test
    void writesThePicturesWhereThatIsAskedFor() throws IOException {
        String wanted = System.getProperty("pictures.check", "");
        Assumptions.assumeFalse(wanted.isEmpty(), "no pictures asked for with -Dpictures.check=FOLDER");
        Gl.require();
        Path out = Path.of(wanted).toAbsolutePath();
        Files.createDirectories(out);
        try (HeadlessPainter headless = new HeadlessPainter()) {
            for (int[] size : new int[][] {{640, 400}, {1280, 720}, {3840, 2160}}) {
                for (int scale = 1; scale <= 2; scale++) {
                    sheet(headless, out, size[0], size[1], scale);
                }
            }
        }
    }

    /** All scenes at one size, twice: with few panels and with all. */
    private static void sheet(HeadlessPainter headless, Path out, int width, int height, double scale)
            throws IOException {
        int columns = 4;
        int cellWidth = 640;
        int cellHeight = cellWidth * height / width;
        int rows = (2 * samples.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(columns * cellWidth, rows * cellHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        int cell = 0;
        for (Map.Entry<String, EveryScene.Sample> sample : samples.entrySet()) {
            try (EpisodeView episode =
                    new EpisodeView(TraceFiles.open(sample.getValue().trace()))) {
                for (Panels panels : panels(episode)) {
                    String name = String.format(
                            "%s-%dx%d-%.0f%s.png",
                            sample.getKey(), width, height, scale, panels.equals(Panels.DEFAULT) ? "" : "-all");
                    Path file = out.resolve(name);
                    PngFile.write(
                            headless.paint(view(episode, sample.getValue().step(), panels), width, height, scale),
                            file);
                    BufferedImage picture = ImageIO.read(file.toFile());
                    int x = cell % columns * cellWidth;
                    int y = cell / columns * cellHeight;
                    graphics.drawImage(reduced(picture, cellWidth), x, y, cellWidth, cellHeight, null);
                    cell++;
                }
            }
        }
        graphics.dispose();
        String name = String.format("sheet-%dx%d-%.0f.png", width, height, scale);
        ImageIO.write(sheet, "png", out.resolve(name).toFile());
    }

    /** Halved until it is less than twice as wide, so that no line is skipped. */
    private static BufferedImage reduced(BufferedImage picture, int width) {
        BufferedImage result = picture;
        while (result.getWidth() >= 2 * width) {
            BufferedImage half =
                    new BufferedImage(result.getWidth() / 2, result.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = half.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(result, 0, 0, half.getWidth(), half.getHeight(), null);
            graphics.dispose();
            result = half;
        }
        return result;
    }
}
