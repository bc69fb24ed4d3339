package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.teleost.experiments.folder.ExperimentFolder;
import org.teleost.experiments.folder.RecordValues;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.study.FaultKind;
import org.teleost.experiments.study.FaultResult;
import org.teleost.experiments.study.FaultSettings;
import org.teleost.experiments.study.FaultStudy;
import org.teleost.experiments.study.LearnerFactory;
import org.teleost.problem.ControlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost study faults}: trains while actors are being killed. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Trains asynchronously while environments fail by the clock, every transition stamped with a checksum, and"
                    + " reports restarts, quarantines, policy lag and corrupted transitions.",
            ""
        },
        footer = {
            "%nExamples:",
            "  teleost study faults                                       an actor crashes every 10 s, for 300 s",
            "  teleost study faults --faults crash,hang,nan --every 5     all kinds in turn",
            "  teleost study faults --actors 4 --cost 10 --max-restarts 2 --json",
            "%nAn actor is quarantined after --max-restarts failures without a completed episode in between, so with",
            "long episodes and a small number training may run out of actors.",
            "%nExit codes: 0 training finished and no transition was corrupted, 1 it did not or one was, 2 wrong usage,",
            "4 results can't be written, 130 interrupted (Ctrl-C).%n"
        })
final class StudyFaultsCommand implements Callable<Integer> {
    @ParentCommand
    private StudyCommand study;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seconds", paramLabel = "S", description = "Training time (default ${DEFAULT-VALUE}).")
    private double seconds = 300;

    @Option(names = "--every", paramLabel = "S", description = "Time between two faults (default ${DEFAULT-VALUE}).")
    private double every = 10;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "F",
            description = "Kinds that take turns: crash, hang, nan (default crash).")
    private List<String> faults = List.of("crash");

    @Option(
            names = "--deadline",
            paramLabel = "S",
            description = "Time after which an environment that hangs is given up (default ${DEFAULT-VALUE}).")
    private double deadline = 2;

    @Option(
            names = "--max-restarts",
            paramLabel = "N",
            description = "Failures of an actor without a completed episode in between before it is quarantined"
                    + " (default ${DEFAULT-VALUE}).")
    private int maxRestarts = 1000;

    @Option(
            names = "--cost",
            paramLabel = "K",
            description = "Times that a step of the environment costs (default ${DEFAULT-VALUE}).")
    private int cost = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the run (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private StudyOptions options;

    @Override
    public Integer call() {
        options.useLearnerThreads(err());
        ControlProblem problem = study.problem(options.problem);
        FaultSettings settings = settings();
        FaultStudy faultStudy =
                new FaultStudy(problem, LearnerFactory.sac(options.learner()), settings, System::nanoTime);
        Path path = options.output().folder("faults-" + options.problem);
        try (ExperimentFolder folder = options.open("faults", path, RecordValues.of(settings));
                StopSignal stop = new StopSignal(err())) {
            FaultResult result = faultStudy.run(folder.cells(), stop);
            FaultStudy.write(result, folder);
            report(result, folder);
            return stop.getAsBoolean() ? stop.exitCode() : result.passed() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private FaultSettings settings() {
        return new FaultSettings(
                options.problem,
                options.learnerName(),
                options.costKind(),
                options.actors,
                cost,
                seconds,
                every,
                faults.stream()
                        .map(fault -> StudyOptions.choice(FaultKind.class, "--faults", fault))
                        .toList(),
                deadline,
                maxRestarts,
                options.learner().batchSize(),
                options.ratio(),
                options.warmUp,
                seed);
    }

    private void report(FaultResult result, ExperimentFolder folder) {
        if (options.screen().text()) {
            result.text().forEach(out()::println);
            out().println(String.format("%-22s %s", "results", folder.path()));
        }
        if (options.screen().json()) {
            out().println(Json.line(FaultStudy.json(result)));
        }
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
