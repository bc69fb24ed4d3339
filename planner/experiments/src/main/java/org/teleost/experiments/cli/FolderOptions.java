package org.teleost.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.folder.ResultFolder.Existing;
import picocli.CommandLine.Option;

/** Where results go, and what becomes of those that are there. */
final class FolderOptions {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the results (default results/NAME-TIME).")
    private Path out;

    @Option(
            names = "--resume",
            description = "Keeps what --out DIR already holds from the same settings and computes the rest.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replaces the results in --out DIR.")
    private boolean overwrite;

    /** The folder that was named, or null. */
    Path named() {
        return out;
    }

    /** The folder that was named, or one called {@code name}-TIME; says so when the options contradict each other. */
    Path folder(String name) {
        if (resume && overwrite) {
            throw new ConfigException("--resume keeps results and --overwrite removes them; give one");
        }
        if ((resume || overwrite) && out == null) {
            throw new ConfigException((resume ? "--resume" : "--overwrite") + " needs --out DIR");
        }
        return out == null ? unused(name) : out;
    }

    /** What becomes of results that are there. */
    Existing existing() {
        return resume ? Existing.RESUME : overwrite ? Existing.OVERWRITE : Existing.REFUSE;
    }

    /** A folder in results/ that does not exist yet. */
    static Path unused(String name) {
        String timed = name + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
        Path folder = Path.of("results", timed);
        for (int i = 2; Files.exists(folder); i++) {
            folder = Path.of("results", timed + "-" + i);
        }
        return folder;
    }
}
