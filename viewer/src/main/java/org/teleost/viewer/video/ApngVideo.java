package org.teleost.viewer.video;

import java.io.IOException;
import java.nio.file.Path;
import org.teleost.viewer.picture.ApngFile;
import org.teleost.viewer.picture.Picture;

/** Animated PNG: lossless, larger than the others. */
final class ApngVideo implements VideoFile {
    private final ApngFile file;

    ApngVideo(Path path, Shape shape) throws IOException {
        file = new ApngFile(path, shape.width(), shape.height(), shape.pictures(), shape.picturesPerSecond());
    }

    @Override
    public void add(Picture picture) throws IOException {
        file.add(picture);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
