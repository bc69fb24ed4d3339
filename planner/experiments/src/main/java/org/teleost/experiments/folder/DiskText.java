package org.teleost.experiments.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.teleost.storage.WholeFile;
import org.teleost.storage.WriteFailure;

/** Results on disk, and in words what a disk refused. */
public final class DiskText {
    private DiskText() {}

    /** Writes or replaces a text file; it is there whole or not at all. */
    public static void replace(Path file, String text) {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    public static UncheckedIOException cannotWrite(Path file, IOException e) {
        String reason = WriteFailure.reason(e);
        return new UncheckedIOException(
                reason.contains(file.toString()) ? reason : "can't write " + file + ": " + reason, e);
    }
}
