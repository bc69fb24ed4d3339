package org.teleost.storage;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was written, forced from the system's memory to the disk, so that a power failure does not take it back. */
public final class Forced {
    private Forced() {}

    /**
     * Returns when every byte written to the file so far is on disk. An interrupted thread stays interrupted.
     *
     * @throws IOException if the disk reports that it could not keep them
     */
    public static void file(Path file) throws IOException {
        force(file, StandardOpenOption.WRITE);
    }

    /**
     * Returns when the names in the folder are on disk: files that were created, moved or deleted. Systems that can't
     * open a folder order such changes themselves.
     */
    public static void folder(Path folder) {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            // the files are whole whichever names survive
            return;
        }
    }

    /** An interrupt closes the channel, not the file: again, with another one. */
    private static void force(Path path, StandardOpenOption access) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (FileChannel channel = FileChannel.open(path, access)) {
                    channel.force(true);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
