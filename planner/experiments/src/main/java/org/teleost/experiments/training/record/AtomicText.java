package org.teleost.experiments.training.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.teleost.experiments.report.DiskText;

/** Text files that are replaced in one step, so that a reader finds the old text or the new. */
final class AtomicText {
    private AtomicText() {}

    static void write(Path file, String text) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }
}
