package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.teleost.solvers.file.ModelFile;
import picocli.CommandLine.Option;

/** How problem files are read. */
final class ModelOptions {
    @Option(
            names = "--lenient",
            description = "Reads files that break the grammar in ways known from real files; each repair is a warning"
                    + " with file, line and column.")
    private boolean lenient;

    /** Reads a file; warnings go to {@code err}. */
    ModelFile read(String file, PrintWriter err) {
        ModelFile model = ModelFile.read(Path.of(file), lenient);
        model.warnings().forEach(warning -> err.println("teleost: warning: " + warning));
        err.flush();
        return model;
    }
}
