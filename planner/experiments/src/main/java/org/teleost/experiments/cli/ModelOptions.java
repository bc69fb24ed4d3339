package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.config.ConfigException;
import org.teleost.problem.Problem;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.problem.FileProblem;
import org.teleost.solvers.tabular.Horizon;
import org.teleost.solvers.tabular.TabularPomdp;
import picocli.CommandLine.Option;

/** How problem files are read. */
final class ModelOptions {
    @Option(
            names = "--lenient",
            description = "Reads problem files that break the grammar in ways known from real files; each repair is a"
                    + " warning with file, line and column.")
    private boolean lenient;

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "The problem file's episodes end after N steps, for any discount, 1 as well. The time becomes"
                    + " part of the state, so a policy belongs to its horizon.")
    private Integer horizon;

    /**
     * The problem in a file, with its end where one was asked for, or else the installed one of this name, for which
     * these options are refused; warnings go to {@code err}.
     */
    Problem problem(String name, ProblemCatalog installed, PrintWriter err) {
        if (!ModelFile.isNamed(name)) {
            refuse(name);
            return installed.find(name);
        }
        ModelFile file = read(name, err);
        return horizon == null ? ProblemCatalog.inFile(file) : new FileProblem(table(file));
    }

    /** Reads a file; warnings go to {@code err}. */
    ModelFile read(String file, PrintWriter err) {
        ModelFile model = ModelFile.read(Path.of(file), lenient);
        model.warnings().forEach(warning -> err.println("teleost: warning: " + warning));
        err.flush();
        return model;
    }

    /** The table of a file that was read, with its end where one was asked for. */
    TabularPomdp table(ModelFile model) {
        if (horizon == null) {
            return model.table();
        }
        if (horizon < 1) {
            throw new ConfigException("--horizon " + horizon + "; allowed range 1 and above");
        }
        return Horizon.of(model.table(), horizon);
    }

    /** The table in a file; warnings go to {@code err}. */
    TabularPomdp table(String file, PrintWriter err) {
        return table(read(file, err));
    }

    /** Whether episodes have an end that the file doesn't say. */
    boolean hasHorizon() {
        return horizon != null;
    }

    /** Refuses the options where no file is read. */
    void refuse(String problem) {
        if (lenient || horizon != null) {
            throw new ConfigException((lenient ? "--lenient" : "--horizon") + " is for problem files; " + problem
                    + " is not a .pomdp or .pomdpx" + (lenient ? "" : ", and --steps N ends its episodes"));
        }
    }
}
