package org.teleost.experiments.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.teleost.experiments.config.ConfigException;
import org.teleost.storage.FolderLock;

/**
 * A folder that one run writes, kept for it from before anything is computed until its end. All commands that leave
 * results have this one policy: results that are there are refused, taken over or replaced, as the user says, and
 * replacing removes nothing but files that such a run writes.
 */
public final class ResultFolder implements AutoCloseable {
    /** What to do with results that are already in the folder. */
    public enum Existing {
        REFUSE,
        RESUME,
        OVERWRITE
    }

    /** Removes what a run of this kind leaves in a folder. */
    @FunctionalInterface
    public interface Removal {
        void remove(Path folder) throws IOException;

        /** Removes the files whose names match. */
        static Removal ofFiles(Pattern names) {
            return folder -> {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        if (names.matcher(file.getFileName().toString()).matches()) {
                            Files.delete(file);
                        }
                    }
                }
            };
        }
    }

    private final Path path;
    private final FolderLock lock;

    private ResultFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates the folder if need be, keeps it, and applies the policy.
     *
     * @param marker a file that has content in every folder with results of this kind
     * @throws ConfigException if another run is writing there, or results are there that must not be touched
     */
    public static ResultFolder open(Path path, String marker, Existing existing, Removal results) {
        ResultFolder folder = take(path);
        try {
            folder.apply(marker, existing, results);
            return folder;
        } catch (IOException e) {
            folder.close();
            throw DiskText.cannotWrite(path, e);
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Creates the folder if need be, and keeps it, whatever is there.
     *
     * @throws ConfigException if another run is writing there
     */
    public static ResultFolder take(Path path) {
        try {
            return new ResultFolder(path, FolderLock.take(path));
        } catch (FolderLock.InUse e) {
            throw new ConfigException(
                    "--out " + path + ": another run is writing there; wait for its end or choose another folder", e);
        } catch (IOException e) {
            throw DiskText.cannotWrite(path, e);
        }
    }

    private void apply(String marker, Existing existing, Removal results) throws IOException {
        if (existing == Existing.REFUSE && path.resolve(marker).toFile().length() > 0) {
            throw new ConfigException(path + " already holds results; continue them with --resume, replace them with"
                    + " --overwrite or choose another --out");
        }
        if (existing == Existing.OVERWRITE) {
            results.remove(path);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw DiskText.cannotWrite(path, e);
        }
    }
}
