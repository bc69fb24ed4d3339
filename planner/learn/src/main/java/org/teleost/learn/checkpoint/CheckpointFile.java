package org.teleost.learn.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;
import org.teleost.storage.WholeFile;

/**
 * The place of a run's checkpoint. A new one is written beside it, forced to disk and then renamed, and the one it
 * replaces is kept as {@code NAME.previous}: whenever the process or the machine stops, one sound checkpoint is there.
 * Belongs to one thread.
 */
public final class CheckpointFile {

    /** What the bytes of a checkpoint go through on their way to the file. */
    @FunctionalInterface
    public interface Disk {
        OutputStream over(OutputStream file);
    }

    /** Writes the sections of a checkpoint. */
    @FunctionalInterface
    public interface Contents {
        void write(CheckpointWriter writer) throws IOException;
    }

    private final Path path;
    private final Path previous;
    private final Disk disk;
    private boolean currentIsSound;

    public CheckpointFile(Path path) {
        this(path, file -> file);
    }

    /** @param disk for example one that fails in a test */
    public CheckpointFile(Path path, Disk disk) {
        this.path = path;
        this.disk = disk;
        previous = path.resolveSibling(path.getFileName() + ".previous");
    }

    public Path path() {
        return path;
    }

    /** Where the checkpoint before the newest is kept. */
    public Path previous() {
        return previous;
    }

    /** True if there is a checkpoint or a previous one, sound or not. */
    public boolean exists() {
        return Files.exists(path) || Files.exists(previous);
    }

    /**
     * Writes a checkpoint and makes it the newest.
     *
     * @throws IOException if it could not be written; the checkpoints that were there are still there
     */
    public void write(Contents contents) throws IOException {
        try (WholeFile whole = WholeFile.beginAlone(path)) {
            whole.write(out -> {
                CheckpointWriter writer = new CheckpointWriter(disk.over(out));
                contents.write(writer);
                writer.finish();
            });
            // a damaged file must not take the place of the sound one before it
            if (Files.exists(path) && (currentIsSound || isSound(path))) {
                Files.move(path, previous, StandardCopyOption.ATOMIC_MOVE);
            }
            whole.finish();
            currentIsSound = true;
        }
    }

    /** Whether these are the first bytes of a checkpoint, damaged or not. */
    public static boolean isStart(byte[] bytes) {
        byte[] magic = CheckpointFormat.magic();
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /**
     * Reads all of one file and compares its checksums; returns the names of its sections.
     *
     * @throws CheckpointException if it is missing, damaged, cut short, or of another version
     */
    public static Set<String> verify(Path file) throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            return checkpoint.sections();
        }
    }

    private static boolean isSound(Path file) {
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            return !checkpoint.sections().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Opens the newest sound checkpoint: the one at {@link #path}, or else the previous one; {@link Checkpoint#path}
     * says which.
     *
     * @throws CheckpointException if neither is sound
     */
    public Checkpoint open() throws CheckpointException {
        try {
            return Checkpoint.open(path);
        } catch (CheckpointException newest) {
            try {
                return Checkpoint.open(previous);
            } catch (CheckpointException older) {
                CheckpointException both = new CheckpointException(
                        newest.getMessage() + "; nor can the previous one be used: " + older.getMessage(), newest);
                both.addSuppressed(older);
                throw both;
            }
        }
    }
}
