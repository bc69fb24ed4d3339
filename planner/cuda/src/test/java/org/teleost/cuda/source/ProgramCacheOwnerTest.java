package org.teleost.cuda.source;

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
