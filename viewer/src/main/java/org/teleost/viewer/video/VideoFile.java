package org.teleost.viewer.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.teleost.viewer.picture.Picture;

/** A video that is being written, picture by picture. Closing finishes the file. Not thread safe. */
public interface VideoFile extends AutoCloseable {
    /** Adds the next picture, of the size that was announced. */
    void add(Picture picture) throws IOException;

    /** Puts the file in its place; throws, and leaves what was there, when fewer pictures were added than announced. */
    @Override
    void close() throws IOException;

    /**
     * What is announced of a video.
     *
     * @param width pixels
     * @param height pixels
     * @param pictures how many will follow
     * @param picturesPerSecond how fast they are played, above 0 to 100
     */
    record Shape(int width, int height, int pictures, double picturesPerSecond) {
        public Shape {
            if (width < 1 || height < 1 || pictures < 1 || !(picturesPerSecond > 0 && picturesPerSecond <= 100)) {
                throw new IllegalArgumentException("video width=" + width + " height=" + height + " pictures="
                        + pictures + " picturesPerSecond=" + picturesPerSecond
                        + "; allowed range 1 or more, and above 0 to 100 pictures per second");
            }
        }

        /** Throws unless the picture with this index may come next. */
        void requireNext(Path file, Picture picture, int index) {
            if (picture.width() != width || picture.height() != height || index >= pictures) {
                throw new IllegalArgumentException("picture " + (index + 1) + " of " + pictures + " is "
                        + picture.width() + "x" + picture.height() + " in " + file + "; expected " + width + "x"
                        + height + " and no more pictures than announced");
            }
        }

        /** Throws unless all pictures are there. */
        void requireAll(Path file, int written) throws IOException {
            if (written != pictures) {
                throw new IOException(
                        file + " was not written: only " + written + " of " + pictures + " pictures were made");
            }
        }
    }

    /**
     * Begins the file, which closing puts in its place; its name's ending decides the format.
     *
     * @throws IllegalArgumentException when the ending or the size does not fit
     */
    static VideoFile create(Path file, Shape shape) throws IOException {
        requireKnown(file);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".gif")) {
            return new GifVideo(file, shape);
        }
        return name.endsWith(".mp4") ? new Mp4Video(file, shape) : new ApngVideo(file, shape);
    }

    /** Throws an IllegalArgumentException when the name's ending is no format that can be written. */
    static void requireKnown(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.(apng|png|gif|mp4)")) {
            throw new IllegalArgumentException(
                    "video " + file + ": the name's ending is no known format; choose .apng, .png, .gif or .mp4");
        }
    }
}
