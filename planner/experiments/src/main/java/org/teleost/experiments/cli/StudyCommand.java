package org.teleost.experiments.cli;

import java.util.function.Function;
import org.teleost.experiments.training.settings.ControlProblemCatalog;
import org.teleost.problem.ControlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code teleost study}: studies of asynchronous training. */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description = "Studies asynchronous parallel training (APT): speed, lag and returns against turns, and how it"
                + " takes failing actors.",
        subcommands = {StudyAptCommand.class, StudyFaultsCommand.class},
        footer = {
            "%nExamples:",
            "  teleost study apt --help           modes, costs, budgets",
            "  teleost study faults --help        crashes, hangs, NaN",
            ExitCode.HELP
        })
final class StudyCommand implements Runnable {
    private final Function<String, ControlProblem> problems;

    @Spec
    private CommandSpec spec;

    /** Over the problems on the class path. */
    StudyCommand() {
        this(name -> ControlProblemCatalog.installed().find(name));
    }

    /** @param problems finds a problem by name or throws with a suggestion */
    StudyCommand(Function<String, ControlProblem> problems) {
        this.problems = problems;
    }

    ControlProblem problem(String name) {
        return problems.apply(name);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which study? apt or faults");
    }
}
