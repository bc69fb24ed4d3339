package org.teleost.cuda.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCacheOwnerTest {
    @TempDir
    Path temporary;

    @Test
    void aProgramThatWasChangedInItsPlaceIsBuiltAgain() throws IOException {
        ProgramCache cache = new ProgramCache(temporary);
        assertArrayEquals(new byte[] {1, 2}, cache.bytes("text", () -> new byte[] {1, 2}));
        Files.write(cache.file("text"), new byte[] {6, 6});
        assertArrayEquals(new byte[] {1, 2}, cache.bytes("text", () -> new byte[] {1, 2}));
        assertArrayEquals(new byte[] {1, 2}, cache.bytes("text", () -> {
            throw new AssertionError("compiled again");
        }));
    }

    @Test
    void aFinishedProgramIsSoundUntilItIsChanged() throws IOException {
        Path place = temporary.resolve("program");
        Path finished = Files.write(temporary.resolve("finished"), new byte[] {1, 2, 3});
        ProgramCache.publish(finished, place);
        assertTrue(ProgramCache.isSound(place));
        Files.write(place, new byte[] {1, 2, 4});
        assertFalse(ProgramCache.isSound(place));
    }

    @Test
    void programsAreNotTakenFromAFolderThatOthersCanWrite() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("cache"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        String before = System.getProperty("teleost.cache");
        System.setProperty("teleost.cache", folder.toString());
        try {
            UncheckedIOException refusal = assertThrows(UncheckedIOException.class, ProgramCache::standard);
            assertTrue(refusal.getMessage().contains("others can write it"), refusal.getMessage());
        } finally {
            if (before == null) {
                System.clearProperty("teleost.cache");
            } else {
                System.setProperty("teleost.cache", before);
            }
        }
    }
}
