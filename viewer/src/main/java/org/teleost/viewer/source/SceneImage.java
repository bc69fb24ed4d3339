package org.teleost.viewer.source;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture of a map, from a file beside the trace.
 *
 * @param colors 0xRRGGBBAA row by row, row 0 at the bottom; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record SceneImage(int columns, int rows, int[] colors) {
    /** Pixels per side: every picture of the window uploads it anew. */
    static final int LARGEST_SIDE = 2048;

    /**
     * Reads a PNG, JPEG or GIF.
     *
     * @param name of a file in the folder, without a path: what a trace names must not reach elsewhere
     * @param at what names it, for messages
     */
    static SceneImage read(Path folder, String name, String at) throws IOException {
        if (name.isEmpty() || !name.matches("[^/\\\\:]+") || name.startsWith(".")) {
            throw new IOException(
                    at + ": file='" + name + "'; write the name of a file beside the trace, without a path");
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException(at + ": there is no file " + file);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
            if (readers == null || !readers.hasNext()) {
                throw new IOException(at + ": " + file + " is no PNG, JPEG or GIF");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width > LARGEST_SIDE || height > LARGEST_SIDE) {
                    throw new IOException(at + ": " + file + " has " + width + "x" + height + " pixels; at most "
                            + LARGEST_SIDE + " a side");
                }
                return of(reader.read(0));
            } catch (RuntimeException e) {
                throw new IOException(at + ": " + file + " is damaged: " + e.getMessage(), e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static SceneImage of(BufferedImage image) {
        int columns = image.getWidth();
        int rows = image.getHeight();
        int[] colors = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                // alpha comes first in Java, last here
                colors[row * columns + column] = Integer.rotateLeft(image.getRGB(column, rows - 1 - row), 8);
            }
        }
        return new SceneImage(columns, rows, colors);
    }
}
