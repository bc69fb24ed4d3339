package org.teleost.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    Path temporary;

    @Test
    void createsTheFolderForTheUserAlone() throws IOException {
        Path folder = PrivateFolder.require(temporary.resolve("mine"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }

    @Test
    void aFolderThatOthersCanWriteIsRefused() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("open"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertRefused(folder, "others can write it");
    }

    @Test
    void aFolderBelowOneThatOthersCanWriteIsRefused() throws IOException {
        Path above = Files.createDirectory(temporary.resolve("open"));
        Path folder = PrivateFolder.require(above.resolve("mine"));
        Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertRefused(folder, "others can write " + above.toRealPath());
    }

    @Test
    void aSymbolicLinkIsRefused() throws IOException {
        Path real = PrivateFolder.require(temporary.resolve("real"));
        assertRefused(Files.createSymbolicLink(temporary.resolve("link"), real), "symbolic link");
    }

    @Test
    void aFolderOfAnotherUserIsRefused() throws IOException {
        Path folder = PrivateFolder.require(temporary.resolve("foreign"));
        assumeTrue(isRoot(), "needs root, to give a folder away");
        Files.setAttribute(folder, "unix:uid", 54321);
        assertRefused(folder, "belongs to user 54321");
    }

    @Test
    void aFreshFolderTakesThePlaceOfACacheThatOthersCanWrite() throws IOException {
        Path cache = Files.createDirectory(temporary.resolve("cache"));
        Path usual = PrivateFolder.cacheIn(cache, "natives");
        assertEquals(cache.toRealPath().resolve("teleost/natives"), usual);
        Files.setPosixFilePermissions(usual, PosixFilePermissions.fromString("rwxrwxrwx"));

        Path fresh = PrivateFolder.cacheIn(cache, "natives");
        assertNotEquals(usual, fresh);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)));
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static void assertRefused(Path folder, String reason) {
        FileSystemException refusal = assertThrows(FileSystemException.class, () -> PrivateFolder.require(folder));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
