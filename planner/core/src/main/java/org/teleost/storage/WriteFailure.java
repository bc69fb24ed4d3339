package org.teleost.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that could not be written: the message names it and says why in words. */
public final class WriteFailure extends IOException {
    private static final long serialVersionUID = 1;

    private WriteFailure(String message, IOException cause) {
        super(message, cause);
    }

    /** The failure of this file; one that is named already stays as it is. */
    public static WriteFailure of(Path file, IOException e) {
        return e instanceof WriteFailure known ? known : because(file, reason(e), e);
    }

    /** The failure of this file with a reason in words; {@code cause} may be null. */
    public static WriteFailure because(Path file, String reason, IOException cause) {
        return new WriteFailure("can't write " + file + ": " + reason, cause);
    }

    /** What a disk refused, in words; Java's own messages are often just the path. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (e instanceof FileAlreadyExistsException) {
            return "a file of this name is in the way";
        } else if (e instanceof DirectoryNotEmptyException) {
            return "it is a folder";
        } else if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
