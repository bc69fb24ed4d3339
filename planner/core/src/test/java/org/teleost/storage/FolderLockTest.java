package org.teleost.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path temporary;

    @Test
    void aFolderIsHeldByOneRunAtATime() throws IOException {
        Path folder = temporary.resolve("out");
        FolderLock first = FolderLock.take(folder);
        FolderLock.InUse refusal = assertThrows(FolderLock.InUse.class, () -> FolderLock.take(folder));
        assertEquals(folder.toString(), refusal.getFile());
        first.close();

        FolderLock.take(folder).close();
        assertFalse(Files.exists(folder.resolve(".lock")));
    }

    @Test
    void aLockFileThatAKilledRunLeftDoesNotLock() throws IOException {
        Files.writeString(temporary.resolve(".lock"), "left");
        FolderLock.take(temporary).close();
        assertFalse(Files.exists(temporary.resolve(".lock")));
    }
}
