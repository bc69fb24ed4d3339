package org.teleost.experiments.report;

import java.io.IOException;
import java.nio.file.Path;
import org.teleost.experiments.config.ConfigException;
import org.teleost.storage.FolderLock;

/** An output folder, kept for one run from before anything is written until its end. */
public final class FolderHold implements AutoCloseable {
    private final Path folder;
    private final FolderLock lock;

    private FolderHold(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Creates the folder if need be, and keeps it.
     *
     * @throws ConfigException if another run is writing there
     */
    public static FolderHold take(Path folder) {
        try {
            return new FolderHold(folder, FolderLock.take(folder));
        } catch (FolderLock.InUse e) {
            throw new ConfigException(
                    "--out " + folder + ": another run is writing there; wait for its end or choose another folder", e);
        } catch (IOException e) {
            throw DiskText.cannotWrite(folder, e);
        }
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw DiskText.cannotWrite(folder, e);
        }
    }
}
