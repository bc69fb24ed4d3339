package org.teleost.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Keeps a folder for one run, among all processes of this machine, until it is closed or the process ends. */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A folder that another run is writing. */
    public static final class InUse extends FileSystemException {
        private static final long serialVersionUID = 1;

        InUse(Path folder) {
            super(folder.toString(), null, "another run is writing it");
        }
    }

    /**
     * Creates the folder if it does not exist, and locks it.
     *
     * @throws InUse if another run holds it
     * @throws IOException if it can't be written
     */
    public static FolderLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(NAME);
        while (true) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            boolean held = false;
            try {
                if (channel.tryLock() == null) {
                    throw new InUse(folder);
                }
                // the run before may have removed the file between opening and locking
                held = isAt(file, channel);
            } catch (OverlappingFileLockException e) {
                InUse inUse = new InUse(folder);
                inUse.initCause(e);
                throw inUse;
            } finally {
                if (!held) {
                    channel.close();
                }
            }
            if (held) {
                return new FolderLock(file, channel);
            }
        }
    }

    /** Whether the file of this name is the locked one: what is written through the channel is seen in it. */
    private static boolean isAt(Path file, FileChannel channel) throws IOException {
        byte[] mark = Long.toString(System.nanoTime(), Character.MAX_RADIX).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark), 0);
        try {
            return Arrays.equals(mark, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Lets go of the folder; the lock's file is removed while it is held. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
        }
    }
}
