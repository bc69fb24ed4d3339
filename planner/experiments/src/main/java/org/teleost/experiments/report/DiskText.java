package org.teleost.experiments.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in words what a disk refused; Java's own messages are often just the path. */
public final class DiskText {
    private DiskText() {}

    public static UncheckedIOException cannotWrite(Path file, IOException e) {
        String reason = reason(e);
        return new UncheckedIOException(
                reason.contains(file.toString()) ? reason : "can't write " + file + ": " + reason, e);
    }

    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (e instanceof FileAlreadyExistsException) {
            return "a file of this name is in the way";
        } else if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
