package org.teleost.experiments.computation.figure;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.teleost.experiment.report.Figure;
import org.teleost.storage.WholeFile;

/** Writes figures side by side as one PNG and one SVG. */
public final class FigureFiles {
    private FigureFiles() {}

    /**
     * Draws the figures and writes both files.
     *
     * @param columns figures in a row
     * @throws org.teleost.storage.WriteFailure if the disk does not take them
     */
    public static void write(Path png, Path svg, int columns, List<? extends Figure> figures) throws IOException {
        if (figures.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(
                    "figures=" + figures.size() + ", columns=" + columns + "; allowed is one of each at least");
        }
        Sheet sheet = Sheet.of(
                columns,
                figures.stream().map(figure -> Drawing.of(figure, columns > 2)).toList());
        BufferedImage image = new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pixels = image.createGraphics();
        pixels.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pixels.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        sheet.paint(pixels);
        pixels.dispose();
        VectorGraphics2D vectors = new VectorGraphics2D();
        sheet.paint(vectors);
        Document document = new SVGProcessor()
                .getDocument(vectors.getCommands(), new PageSize(0.0, 0.0, sheet.width(), sheet.height()));
        // both in memory first: on a full disk the libraries' own writers print stack traces
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        WholeFile.write(png, bytes.toByteArray());
        bytes.reset();
        document.writeTo(bytes);
        WholeFile.write(svg, bytes.toByteArray());
    }

    /** Drawings in rows, each row as high as its highest. */
    private record Sheet(int columns, List<Drawing> drawings, int columnWidth, int rowHeight) {
        static Sheet of(int columns, List<Drawing> drawings) {
            int used = Math.min(columns, drawings.size());
            int width = drawings.stream().mapToInt(Drawing::width).max().orElse(1);
            int height = drawings.stream().mapToInt(Drawing::height).max().orElse(1);
            return new Sheet(used, drawings, width, height);
        }

        int width() {
            return columns * columnWidth;
        }

        int height() {
            return (drawings.size() + columns - 1) / columns * rowHeight;
        }

        void paint(Graphics2D graphics) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width(), height());
            for (int i = 0; i < drawings.size(); i++) {
                AffineTransform before = graphics.getTransform();
                graphics.translate(i % columns * columnWidth, i / columns * rowHeight);
                drawings.get(i).paint(graphics);
                graphics.setTransform(before);
            }
        }
    }
}
