package org.teleost.viewer.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a picture as PNG. */
public final class PngFile {
    private static final int LEVEL = 6;

    private PngFile() {}

    /** Writes the file in one go: on failure an old file of that name stays as it was. */
    public static void write(Picture picture, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path part = parent.resolve(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                write(picture, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
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
