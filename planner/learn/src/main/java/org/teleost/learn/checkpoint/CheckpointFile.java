package org.teleost.learn.checkpoint;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The place of a run's checkpoint. A new one is written beside it, forced to disk and then renamed, and the one it
 * replaces is kept as {@code NAME.previous}: whenever the process or the machine stops, one sound checkpoint is there.
 * Belongs to one thread.
 */
public final class CheckpointFile {

    /** Opens the file that a checkpoint is written to. */
    @FunctionalInterface
    public interface Disk {
        OutputStream create(Path path) throws IOException;
    }

    /** Writes the sections of a checkpoint. */
    @FunctionalInterface
    public interface Contents {
        void write(CheckpointWriter writer) throws IOException;
    }

    private final Path path;
    private final Path previous;
    private final Path unfinished;
    private final Disk disk;
    private boolean currentIsSound;

    public CheckpointFile(Path path) {
        this(path, file -> new FileOutputStream(file.toFile()));
    }

    /** @param disk opens the file to write, for example one that fails in a test */
    public CheckpointFile(Path path, Disk disk) {
        this.path = path;
        this.disk = disk;
        previous = path.resolveSibling(path.getFileName() + ".previous");
        unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
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
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        try {
            try (OutputStream out = disk.create(unfinished)) {
                CheckpointWriter writer = new CheckpointWriter(out);
                contents.write(writer);
                writer.finish();
            }
            force(unfinished);
        } catch (IOException | RuntimeException | Error e) {
            deleteUnfinished(e);
            throw e;
        }
        // a damaged file must not take the place of the sound one before it
        if (Files.exists(path) && (currentIsSound || isSound(path))) {
            Files.move(path, previous, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        currentIsSound = true;
        forceFolder(folder);
    }

    private void deleteUnfinished(Throwable reason) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static boolean isSound(Path file) {
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            return !checkpoint.sections().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Not a FileChannel: an interrupted thread would close it. */
    private static void force(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.getFD().sync();
        }
    }

    /** The renames reach the disk with the folder; some systems cannot open a folder, and order renames themselves. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // both files are sound whichever rename survives
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
