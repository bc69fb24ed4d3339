package org.teleost.experiments.cli;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.computation.ExperimentCatalog;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.training.settings.ControlProblemCatalog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
        name = "teleost",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description = "Plans under uncertainty and trains control policies: planner, learner and experiments.",
        subcommands = {
            PlanCommand.class,
            ServeCommand.class,
            ReplanCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ProblemsCommand.class,
            ExportCommand.class,
            InspectCommand.class,
            ConvertCommand.class,
            SolveCommand.class,
            DoctorCommand.class,
            CompareCommand.class,
            MergeCommand.class,
            WorkerCommand.class,
            ClusterCommand.class,
            BenchCommand.class,
            StudyCommand.class,
            ViewCommand.class,
            RenderCommand.class,
            VerifyCommand.class,
            VersionCommand.class
        },
        footer = {
            "%nExamples:",
            "  teleost plan tiger --budget 20000ep     ten episodes with a counted budget: repeatable",
            "  teleost plan mars-20 --budget 100ms     100 ms per decision",
            "  teleost compare tag                     the planner against others on the same worlds",
            "  teleost train pendulum --steps 20000    a control policy, in results/",
            "  teleost evaluate best.policy            100 episodes of it",
            "  teleost problems mars-20                its settings and their ranges",
            "  teleost bench mars-20                   how fast this machine plans",
            "%nEvery command explains itself with --help.",
            ExitCode.HELP
        })
public final class TeleostCommand implements Runnable {
    private final Supplier<ProblemCatalog> problems;
    private final ExperimentCatalog experiments;

    private CellSharing sharing;
    private List<Setting> workerSettings = List.of();

    @Spec
    private CommandSpec spec;

    private TeleostCommand(Supplier<ProblemCatalog> problems, ExperimentCatalog experiments) {
        this.problems = problems;
        this.experiments = experiments;
    }

    /**
     * Runs a command over what is installed. Nothing is thrown, not even by jars that can't be loaded.
     *
     * @return the exit code
     */
    public static int run(String... arguments) {
        try {
            CommandLine commands = commandLine(ProblemCatalog::installed);
            return StandardOutput.check(commands, commands.execute(arguments));
        } catch (RuntimeException | LinkageError e) {
            CommandLine noCommand = new CommandLine(CommandSpec.create());
            return ErrorReports.report(noCommand, List.of(arguments).contains("--debug"), e);
        }
    }

    /**
     * The command line with its error reports, over the given problems and the installed experiments.
     *
     * @throws org.teleost.experiments.config.ConfigException if an experiment can't be loaded
     */
    public static CommandLine commandLine(Supplier<ProblemCatalog> problems) {
        return commandLine(problems, ExperimentCatalog.installed());
    }

    /** The command line with its error reports, over the given problems and experiments. */
    public static CommandLine commandLine(Supplier<ProblemCatalog> problems, ExperimentCatalog experiments) {
        CommandLine commands = new CommandLine(new TeleostCommand(problems, experiments));
        ExperimentGroupCommand.addAll(commands, experiments);
        ErrorReports reports = new ErrorReports();
        commands.setParameterExceptionHandler(reports);
        commands.setExecutionExceptionHandler(reports);
        commands.setExecutionStrategy(TeleostCommand::execute);
        commands.setOut(PrintableText.over(System.out));
        commands.setErr(PrintableText.over(System.err));
        commands.setUsageHelpWidth(100);
        commands.setUsageHelpAutoWidth(false);
        commands.setOverwrittenOptionsAllowed(true);
        return commands;
    }

    /** Errors, too, end in one message. */
    private static int execute(ParseResult parsed) {
        try {
            requireValues(parsed);
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError | AssertionError | ServiceConfigurationError e) {
            List<CommandLine> commands = parsed.asCommandLineList();
            return ErrorReports.report(commands.get(commands.size() - 1), e);
        }
    }

    /** An empty value is a variable of a script that was not set: it is no folder, file, number or name. */
    private static void requireValues(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            for (OptionSpec option : command.getParseResult().matchedOptions()) {
                if (option.stringValues().contains("")) {
                    throw new ParameterException(command, option.longestName() + " needs a value; it is empty");
                }
            }
        }
    }

    /** Makes this the command of a worker, which computes what the sharing gives it and writes nothing. */
    void serve(CellSharing cells, List<Setting> own) {
        sharing = cells;
        workerSettings = List.copyOf(own);
    }

    /** Settings of this machine that win over those of a master's command. */
    List<Setting> workerSettings() {
        return workerSettings;
    }

    /** A command line over the same problems and experiments. */
    CommandLine another() {
        return commandLine(problems, experiments);
    }

    /** What a worker computes with; null for any other process. */
    CellSharing sharing() {
        return sharing;
    }

    ProblemCatalog problems() {
        return problems.get();
    }

    ControlProblemCatalog controlProblems() {
        return ControlProblemCatalog.installed();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which command? " + String.join(", ", spec.subcommands().keySet()));
    }
}
