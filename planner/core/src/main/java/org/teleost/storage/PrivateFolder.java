package org.teleost.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Folders for code that this process will run: native libraries, compiled programs. Nobody but the user and root can
 * put a file there: owner and mode of the folder, and of every folder above it, are checked. Where the system has no
 * owners and modes, folders are created and not checked.
 */
public final class PrivateFolder {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final boolean HAS_MODES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    private static final int WRITABLE_BY_OTHERS = 0022;
    private static final int STICKY = 01000;
    private static final Map<String, Path> CACHES = new ConcurrentHashMap<>();

    private PrivateFolder() {}

    /**
     * A folder below {@code teleost} in the user's cache, {@code XDG_CACHE_HOME} or {@code ~/.cache}; a fresh one among
     * the temporary files, removed at exit, where that can't be had or others could write it. The same for the life of
     * the process.
     */
    public static Path cache(String name) {
        return CACHES.computeIfAbsent(name, key -> cacheIn(userCache(), key));
    }

    static Path cacheIn(Path cache, String name) {
        try {
            Files.createDirectories(cache);
            return require(require(cache.resolve("teleost")).resolve(name));
        } catch (IOException e) {
            return temporary(e);
        }
    }

    private static Path userCache() {
        String named = System.getenv("XDG_CACHE_HOME");
        // the specification of base directories: a relative path is to be ignored
        return named != null && Path.of(named).isAbsolute()
                ? Path.of(named)
                : Path.of(System.getProperty("user.home"), ".cache").toAbsolutePath();
    }

    private static Path temporary(IOException reason) {
        try {
            Path folder = Files.createTempDirectory("teleost-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "remove " + folder));
            return folder;
        } catch (IOException e) {
            e.addSuppressed(reason);
            throw new UncheckedIOException(
                    "no folder of your own for programs and libraries: " + reason.getMessage() + "; and none in "
                            + System.getProperty("java.io.tmpdir") + ": " + e.getMessage()
                            + "; set XDG_CACHE_HOME to a folder that you can write",
                    e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // a leftover in the temporary folder harms nobody
            return;
        }
    }

    /**
     * The folder, created for the user alone if it does not exist.
     *
     * @throws IOException naming the folder and why others could write it: a symbolic link, another owner, a mode
     */
    public static Path require(Path folder) throws IOException {
        if (!HAS_MODES) {
            return Files.createDirectories(folder);
        }
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(folder, "it is a symbolic link or no folder", e);
            }
        }
        Path real = folder.toRealPath();
        int user = user();
        if (uid(real) != user) {
            throw refused(real, "it belongs to user " + uid(real) + " and this process to user " + user, null);
        }
        if ((mode(real) & WRITABLE_BY_OTHERS) != 0) {
            throw refused(real, "others can write it; chmod go-w " + real, null);
        }
        for (Path above = real.getParent(); above != null; above = above.getParent()) {
            if (uid(above) != user && uid(above) != 0) {
                throw refused(real, above + " belongs to user " + uid(above), null);
            }
            if ((mode(above) & WRITABLE_BY_OTHERS) != 0 && (mode(above) & STICKY) == 0) {
                throw refused(real, "others can write " + above, null);
            }
        }
        return real;
    }

    private static FileSystemException refused(Path folder, String reason, Exception cause) {
        FileSystemException refusal = new FileSystemException(folder.toString(), null, "not private: " + reason);
        refusal.initCause(cause);
        return refusal;
    }

    private static int uid(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static int mode(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    }

    /** Who this process is: the owner of what it creates. */
    private static int user() throws IOException {
        Path probe = Files.createTempFile("teleost-", ".owner");
        try {
            return uid(probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
