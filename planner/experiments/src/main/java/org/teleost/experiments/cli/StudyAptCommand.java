package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.report.FolderHold;
import org.teleost.experiments.report.Json;
import org.teleost.experiments.study.AptStudy;
import org.teleost.experiments.study.Cell;
import org.teleost.experiments.study.CellBudget;
import org.teleost.experiments.study.LearnerFactory;
import org.teleost.experiments.study.StudyFolder;
import org.teleost.experiments.study.StudyReport;
import org.teleost.experiments.study.StudyResults;
import org.teleost.experiments.study.StudySettings;
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
            "  teleost study apt                                      60 s a cell, costs 1, 10 and 100",
            "  teleost study apt --costs 10 --seconds 300 --seeds 1,2,3 --straggler 1 --out apt",
            "  teleost study apt --costs 10 --seconds 300 --seeds 1,2,3,4,5 --straggler 1 --out apt --resume",
            "  teleost study apt --costs 10 --steps 60000             equal transitions",
            "  teleost study apt --cost-kind wait --modes sync-n,async --costs 10 --straggler 5",
            "%nModes: sync-1 (one environment, a step and its updates in turn), sync-n (rounds, as slow as the slowest),",
            "async, lock-step. The table's 'of alone' is the rate over the sum of what each actor does without a",
            "learner. For numbers worth keeping leave the machine otherwise idle. Cells that are done are kept in",
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
            description = "Adds cells in which one actor is so many times slower; 1 adds none (default"
                    + " ${DEFAULT-VALUE}).")
    private int straggler = 5;

    @Option(names = "--steps", paramLabel = "N", description = "Trains every cell for so many transitions.")
    private Long steps;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Trains every cell for so much time (default 60 if --steps is not given).")
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
                    "The --ratio-min of cells with a straggler; 0 never pauses actors (default ${DEFAULT-VALUE}).")
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
            description = "Unmeasured training before the first cell (default ${DEFAULT-VALUE}).")
    private double settleSeconds = 5;

    @Option(names = "--resume", description = "Goes on with the study in --out DIR.")
    private boolean resume;

    @Mixin
    private ShardOption shard;

    @Override
    public Integer call() {
        if (resume && !options.outGiven()) {
            throw new ConfigException("--resume needs --out DIR");
        }
        options.useLearnerThreads(err());
        ControlProblem problem = study.problem(options.problem);
        StudySettings settings = settings();
        List<Cell> cells = Cell.grid(modes(), costs, straggler, budgets(), seeds);
        // whatever is impossible is refused before anything is trained or written
        settings.check(cells);
        List<Cell> own = shard.shard(options.out()).map(part -> part.own(cells)).orElse(cells);
        StudyLines lines = new StudyLines(options.quiet ? null : out());
        try (FolderHold held = FolderHold.take(shard.folder(options.folder("apt")));
                StopSignal stop = new StopSignal(err())) {
            StudyFolder folder = new StudyFolder(held.folder(), settings.toString(), resume);
            shard.begin(spec, folder.path());
            StudyResults results = new AptStudy(
                            problem, LearnerFactory.sac(options.learner()), settings, folder, lines, System::nanoTime)
                    .run(own, stop);
            if (!results.stopped() && results.failures() == 0) {
                shard.complete(spec, folder.path())
                        .filter(line -> !options.quiet)
                        .ifPresent(out()::println);
            }
            report(results, folder);
            return results.stopped() ? stop.exitCode() : results.failures() > 0 ? ExitCode.FAILED : ExitCode.OK;
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

    private List<CellBudget> budgets() {
        List<CellBudget> budgets = new ArrayList<>();
        if (steps != null) {
            budgets.add(CellBudget.ofSteps(steps));
        }
        if (seconds != null || steps == null) {
            budgets.add(CellBudget.ofSeconds(seconds == null ? 60 : seconds));
        }
        return budgets;
    }

    private void report(StudyResults results, StudyFolder folder) {
        StudyReport.write(results, folder).forEach(err()::println);
        if (!options.quiet) {
            out().println();
            StudyReport.text(results).forEach(out()::println);
            out().println("results: " + folder.path());
        }
        if (options.json) {
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
