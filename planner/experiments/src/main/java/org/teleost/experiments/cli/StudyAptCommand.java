package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.folder.ExperimentFolder;
import org.teleost.experiments.folder.RecordValues;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.study.AptStudy;
import org.teleost.experiments.study.LearnerFactory;
import org.teleost.experiments.study.StudyReport;
import org.teleost.experiments.study.StudyResults;
import org.teleost.experiments.study.StudySettings;
import org.teleost.experiments.study.Trial;
import org.teleost.experiments.study.TrialBudget;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.problem.ControlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost study apt}: trains a grid of modes, costs and budgets. */
@Command(
        name = "apt",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Compares asynchronous training with training in turns: for every mode, cost of the environment and seed,"
                    + " at an equal number of transitions (--steps), in equal time (--seconds), or both. Policies kept"
                    + " during a run are evaluated after it, so evaluation disturbs no timing.",
            ""
        },
        footer = {
            "%nExamples:",
            "  teleost study apt                                      60 s a trial, costs 1, 10 and 100",
            "  teleost study apt --costs 10 --seconds 300 --seeds 1,2,3 --straggler 1 --out apt",
            "  teleost study apt --costs 10 --seconds 300 --seeds 1,2,3,4,5 --straggler 1 --out apt --resume",
            "  teleost study apt --costs 10 --steps 60000             equal transitions",
            "  teleost study apt --cost-kind wait --modes sync-n,async --costs 10 --straggler 5",
            "%nModes: sync-1 (one environment, a step and its updates in turn), sync-n (rounds, as slow as the slowest),",
            "async, lock-step. The table's 'of alone' is the rate over the sum of what each actor does without a",
            "learner. For numbers worth keeping leave the machine otherwise idle. Trials that are done are kept in",
            "--out DIR; --resume goes on with the others.",
            ExitCode.HELP
        })
final class StudyAptCommand implements Callable<Integer> {
    @ParentCommand
    private StudyCommand study;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--modes",
            split = ",",
            paramLabel = "M",
            description = "Modes, separated by commas (default sync-1,sync-n,async).")
    private List<String> modes = List.of("sync-1", "sync-n", "async");

    @Option(
            names = "--costs",
            split = ",",
            paramLabel = "K",
            description = "Times that a step of the environment costs (default ${DEFAULT-VALUE}).")
    private List<Integer> costs = List.of(1, 10, 100);

    @Option(
            names = "--straggler",
            paramLabel = "K",
            description = "Adds trials in which one actor is so many times slower; 1 adds none (default"
                    + " ${DEFAULT-VALUE}).")
    private int straggler = 5;

    @Option(names = "--steps", paramLabel = "N", description = "Trains every trial for so many transitions.")
    private Long steps;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Trains every trial for so much time (default 60 if --steps is not given).")
    private Double seconds;

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "S",
            description = "Seeds, separated by commas (default ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of(1L);

    @Mixin
    private StudyOptions options;

    @Option(
            names = "--straggler-ratio-min",
            paramLabel = "R",
            description =
                    "The --ratio-min of trials with a straggler; 0 never pauses actors (default ${DEFAULT-VALUE}).")
    private double stragglerRatioMin;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "Evaluations in a run beside the first and last (default ${DEFAULT-VALUE}).")
    private int points = 19;

    @Option(
            names = "--evaluation-episodes",
            paramLabel = "N",
            description = "Episodes of an evaluation (default ${DEFAULT-VALUE}).")
    private int evaluationEpisodes = 5;

    @Option(
            names = "--alone-seconds",
            paramLabel = "S",
            description = "Time for measuring an actor alone (default ${DEFAULT-VALUE}).")
    private double aloneSeconds = 5;

    @Option(
            names = "--settle-seconds",
            paramLabel = "S",
            description = "Unmeasured training before the first trial (default ${DEFAULT-VALUE}).")
    private double settleSeconds = 5;

    @Mixin
    private ShardOption shard;

    @Override
    public Integer call() {
        options.useLearnerThreads(err());
        ControlProblem problem = study.problem(options.problem);
        StudySettings settings = settings();
        List<Trial> trials = Trial.grid(modes(), costs, straggler, budgets(), seeds);
        // whatever is impossible is refused before anything is trained or written
        settings.check(trials);
        CellSharing sharing = shard.shard(options.output().named())
                .map(part -> (CellSharing) part)
                .orElse(CellSharing.ALONE);
        StudyLines lines = new StudyLines(options.screen().quiet() ? null : out());
        Path path = shard.folder(options.output().folder("apt-" + options.problem));
        refuseEarlierFormat(path);
        try (ExperimentFolder folder = options.open("apt", path, RecordValues.of(settings));
                StopSignal stop = new StopSignal(err())) {
            shard.begin(spec, folder.path());
            StudyResults results = new AptStudy(
                            problem,
                            LearnerFactory.sac(options.learner()),
                            settings,
                            folder.cells().shared(sharing),
                            lines,
                            System::nanoTime)
                    .run(trials, stop);
            boolean part = results.stopped() && shard.given() && !stop.getAsBoolean();
            boolean done = part || !results.stopped();
            if (done && results.failures() == 0) {
                shard.complete(spec, folder.path())
                        .filter(line -> options.screen().text())
                        .ifPresent(out()::println);
            }
            report(results, folder);
            return !done ? stop.exitCode() : results.failures() > 0 ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    /** A study once had a file for each part. */
    private static void refuseEarlierFormat(Path folder) {
        if (Files.isDirectory(folder.resolve("parts"))) {
            throw new ConfigException(folder + " holds a study of version 0 of its format, in parts/; this program"
                    + " reads version 1, in cells.jsonl: finish it with the program that began it, or choose another"
                    + " --out");
        }
    }

    private StudySettings settings() {
        return new StudySettings(
                options.problem,
                options.learnerName(),
                options.costKind(),
                options.actors,
                options.learner().batchSize(),
                options.ratio(),
                Math.min(stragglerRatioMin, options.ratio().minimum()),
                options.warmUp,
                points,
                evaluationEpisodes,
                aloneSeconds,
                settleSeconds);
    }

    private List<CollectionMode> modes() {
        return modes.stream()
                .map(mode -> StudyOptions.choice(CollectionMode.class, "--modes", mode))
                .toList();
    }

    private List<TrialBudget> budgets() {
        List<TrialBudget> budgets = new ArrayList<>();
        if (steps != null) {
            budgets.add(TrialBudget.ofSteps(steps));
        }
        if (seconds != null || steps == null) {
            budgets.add(TrialBudget.ofSeconds(seconds == null ? 60 : seconds));
        }
        return budgets;
    }

    private void report(StudyResults results, ExperimentFolder folder) {
        StudyReport.write(results, folder).forEach(err()::println);
        if (options.screen().text()) {
            out().println();
            StudyReport.text(results).forEach(out()::println);
            out().println("results: " + folder.path());
        }
        if (options.screen().json()) {
            out().println(Json.line(StudyReport.json(results)));
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
