package org.teleost.viewer.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.teleost.storage.WholeFile;

/** Writes a picture as PNG. */
public final class PngFile {
    private static final int LEVEL = 6;

    private PngFile() {}

    /**
     * Writes the file in one go: on failure an old file of that name stays as it was.
     *
     * @throws IllegalArgumentException if the name ends in another format than .png
     */
    public static void write(Picture picture, Path file) throws IOException {
        requirePng(file);
        WholeFile.write(file, out -> {
            OutputStream buffered = new BufferedOutputStream(out);
            write(picture, buffered);
            buffered.flush();
        });
    }

    /** Throws an IllegalArgumentException when the name's ending is not .png. */
    public static void requirePng(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new IllegalArgumentException(
                    "picture " + file + ": the name's ending decides the format, and pictures are PNG; choose .png");
        }
    }

    /** Writes to a stream, which stays open. */
    public static void write(Picture picture, OutputStream out) throws IOException {
        PngChunks png = new PngChunks(out);
        png.header(picture.width(), picture.height());
        png.chunk("IDAT", PngChunks.deflate(picture, LEVEL));
        png.end();
    }
}
