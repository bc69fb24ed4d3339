package org.teleost.viewer.picture;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.teleost.storage.WholeFile;
import org.teleost.storage.WriteFailure;

/**
 * Writes an animated PNG: lossless, played by browsers and most viewers; others show the first picture. Closing
 * finishes the file.
 */
public final class ApngFile implements AutoCloseable {
    private static final int LEVEL = 4;

    private final WholeFile whole;
    private final OutputStream stream;
    private final PngChunks png;
    private final Path file;
    private final int width;
    private final int height;
    private final int frames;
    private final int delayNumerator;
    private final int delayDenominator;
    private int written;
    private int sequence;

    /**
     * Begins the file; closing puts it in its place.
     *
     * @param frames number of pictures that will follow
     * @param picturesPerSecond how fast they are played, above 0
     */
    public ApngFile(Path file, int width, int height, int frames, double picturesPerSecond) throws IOException {
        if (frames < 1 || !(picturesPerSecond > 0.0)) {
            throw new IllegalArgumentException(
                    "frames=" + frames + " picturesPerSecond=" + picturesPerSecond + "; both must be above 0");
        }
        this.file = file;
        this.width = width;
        this.height = height;
        this.frames = frames;
        delayNumerator = (int) Math.max(1, Math.min(65_535, Math.round(1000.0 / picturesPerSecond)));
        delayDenominator = 1000;
        whole = WholeFile.begin(file);
        stream = new BufferedOutputStream(Files.newOutputStream(whole.draft()));
        png = new PngChunks(stream);
        png.header(width, height);
        png.chunk("acTL", ints(frames, 0));
    }

    /** Adds the next picture. */
    public void add(Picture picture) throws IOException {
        if (picture.width() != width || picture.height() != height || written == frames) {
            throw new IllegalArgumentException("picture " + (written + 1) + " of " + frames + " is " + picture.width()
                    + "x" + picture.height() + " in " + file + "; expected " + width + "x" + height
                    + " and no more pictures than announced");
        }
        png.chunk("fcTL", control());
        byte[] pixels = PngChunks.deflate(picture, LEVEL);
        if (written == 0) {
            png.chunk("IDAT", pixels);
        } else {
            ByteArrayOutputStream data = new ByteArrayOutputStream(pixels.length + 4);
            data.write(ints(sequence++));
            data.write(pixels);
            png.chunk("fdAT", data.toByteArray());
        }
        written++;
    }

    /** The whole picture, replacing the one before. */
    private byte[] control() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ints(sequence++, width, height, 0, 0));
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeShort(delayNumerator);
        data.writeShort(delayDenominator);
        data.write(new byte[] {0, 0});
        return bytes.toByteArray();
    }

    private static byte[] ints(int... values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        for (int value : values) {
            data.writeInt(value);
        }
        return bytes.toByteArray();
    }

    /** Puts the file in its place; throws, and leaves what was there, when fewer pictures were added than announced. */
    @Override
    public void close() throws IOException {
        try (whole) {
            try (stream) {
                if (written == frames) {
                    png.end();
                }
            } catch (IOException e) {
                throw WriteFailure.of(file, e);
            }
            if (written != frames) {
                throw new IOException(
                        file + " was not written: only " + written + " of " + frames + " pictures were made");
            }
            whole.finish();
        }
    }
}
