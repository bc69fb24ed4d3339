package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.teleost.experiment.ExperimentException;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.RunSettings;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.report.EpisodeStore;
import org.teleost.experiments.report.EpisodeWork;
import org.teleost.experiments.report.JsonSummary;
import org.teleost.experiments.report.RunFolder;
import org.teleost.experiments.report.RunSummary;
import org.teleost.experiments.report.TextSummary;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.Policies;
import org.teleost.experiments.runner.Policy;
import org.teleost.experiments.runner.PolicyFactory;
import org.teleost.experiments.runner.Series;
import org.teleost.experiments.runner.SeriesOutcome;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.EngineChoice;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;
import org.teleost.solvers.file.GraphPolicy;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.PolicyFile;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.problem.FileProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost plan}: runs episodes and summarises them. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Runs episodes of a problem: plans each step from a particle belief, acts in a simulated world, and prints"
                    + " a line per episode and a summary with 95 %% intervals.",
            ""
        },
        footer = {
            "%nExamples:",
            "  teleost plan mars-20                                 ten episodes, 100 ms per decision",
            "  teleost plan tiger --budget 20000ep --seed 7         repeatable on any machine",
            "  teleost plan navigation --episodes 200 --out nav     results in nav/",
            "  teleost plan navigation --episodes 400 --out nav --resume    200 more",
            "  teleost plan mars-20 --publish 7070                  watch it: teleost view --attach 7070",
            "  teleost plan navigation --foxglove 8765              watch it in Foxglove: ws://localhost:8765",
            "  teleost plan crowdnav --policy always-north          a baseline on the same worlds",
            "  teleost plan maze.pomdp                              a problem file",
            "  teleost plan mars-20 --set eta=3 --set maxDepth=60 --out none --quiet --json",
            "%nInstance and world of episode e have the seeds derive(seed, 2e) and derive(seed, 2e + 1).",
            ExitCode.HELP
        })
final class PlanCommand implements Callable<Integer> {
    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PROBLEM",
            description = "A problem's name, as 'teleost problems' lists them, or a .pomdp or .pomdpx file.")
    private String problemName;

    @Mixin
    private RunOptions run;

    @Option(
            names = "--publish",
            paramLabel = "[HOST:]PORT",
            description = "Lets viewers follow this run: 'teleost view --attach HOST:PORT'. Port 0 picks a free one."
                    + " Without HOST only programs on this machine can attach; there is no password.")
    private String publish;

    @Option(
            names = "--foxglove",
            paramLabel = "[HOST:]PORT",
            description =
                    "Shows this run to Foxglove and other clients of its WebSocket protocol, on this machine's own"
                            + " address unless HOST says otherwise; port 0 picks a free one. There is no password.")
    private String foxglove;

    @Option(
            names = "--step-deadline",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "A single step of the model that takes longer ends the run with a message, 0 for no limit"
                    + " (default ${DEFAULT-VALUE}).")
    private int stepDeadline;

    @Option(
            names = "--vectors",
            paramLabel = "POLICY",
            description =
                    "Plans a problem file with the vectors of this policy (.alpha, .policyx, .policy) as leaf value"
                            + " and proposals, instead of a short offline solution's.")
    private Path vectors;

    @Mixin
    private ModelOptions models;

    @Mixin
    private OutputOptions output;

    private final RunningPolicy running = new RunningPolicy();
    private String firstDecision = "";

    @Override
    public Integer call() {
        Problem problem = problem();
        RunConfiguration configuration = settled(problem, run.configuration(problem));
        refuseFile(configuration.run().policy());
        CellSharing worker = ClusterOption.ofWorker(spec);
        if (worker != null) {
            work(problem, configuration, worker);
            return ExitCode.OK;
        }
        if ((publish != null || foxglove != null) && output.cluster().given()) {
            throw new ConfigException((publish != null ? "--publish" : "--foxglove")
                    + " shows what this process plans, and with --cluster others do; give one");
        }
        PolicyFactory policies = explained(Policies.named(problem, configuration));
        try (Publication publication = Publication.open(publish, foxglove, problem.name(), err())) {
            return run(problem, configuration, policies, publication);
        }
    }

    /** Plays the episodes that a master gives. */
    private void work(Problem problem, RunConfiguration asked, CellSharing sharing) {
        RunConfiguration own = settled(problem, run.configuration(problem, teleost.workerSettings()));
        CellRun.run(
                EpisodeStore.keys(asked),
                1,
                CellStore.inMemory().shared(sharing),
                () -> false,
                new EpisodeWork(problem, own, asked, Policies.named(problem, own)),
                (cell, earlier) -> {});
    }

    /** Has the episodes played by workers. */
    private SeriesOutcome distribute(
            RunConfiguration configuration,
            Optional<RunFolder> folder,
            List<EpisodeResult> done,
            PlanMonitor monitor,
            StopSignal stop) {
        EpisodeStore store =
                new EpisodeStore(configuration, folder.map(RunFolder::folder), done, monitor::episodeFinished);
        Optional<RuntimeException> failure = Optional.empty();
        try (OpenCluster cluster = output.cluster().open(spec, !output.screen().quiet())) {
            CellRun.run(
                    EpisodeStore.keys(configuration),
                    1,
                    store.shared(cluster.sharing()),
                    stop,
                    (key, cell) -> Optional.empty(),
                    (cell, earlier) -> {});
        } catch (ExperimentException e) {
            failure = Optional.of(e);
        }
        return new SeriesOutcome(store.results(), failure, stop.getAsBoolean());
    }

    private void refuseFile(String policy) {
        if (PolicyFile.isNamed(policy) || GraphPolicy.isNamed(policy)) {
            throw new ConfigException("--policy " + policy + " is a file. Plan with its vectors: --vectors " + policy
                    + "; run it as it is: teleost evaluate " + problemName + " --policy " + policy);
        }
    }

    private Problem problem() {
        if (vectors == null) {
            return models.problem(problemName, teleost.problems(), err());
        }
        if (!ModelFile.isNamed(problemName)) {
            throw new ConfigException("--vectors is for problem files; " + problemName + " is not a .pomdp or .pomdpx");
        }
        FileProblem problem = new FileProblem(models.table(problemName, err()));
        problem.useLeaf(PolicyFile.read(vectors, problem.table()), PolicyFile.title(vectors));
        return problem;
    }

    /** Says once, on the error stream, how the planner plans a problem that brings no leaf value. */
    private PolicyFactory explained(PolicyFactory policies) {
        AtomicBoolean said =
                new AtomicBoolean(output.screen().json() || output.screen().quiet());
        return (instance, world, seed) -> {
            Policy policy = policies.start(instance, world, seed);
            running.set(policy);
            if (!policy.method().isEmpty() && !said.getAndSet(true)) {
                err().println("teleost: " + policy.method());
                err().flush();
            }
            return policy;
        };
    }

    private int run(Problem problem, RunConfiguration configuration, PolicyFactory policies, Publication publication) {
        Optional<RunFolder> folder = output.open(configuration);
        folder.ifPresent(f -> output.shard().begin(spec, f.folder()));
        try (StopSignal stop = new StopSignal(err(), StopSignal.STOPPING, running::cancel);
                StepDeadline watching = StepDeadline.watch(running, stepDeadline, this::endStuck)) {
            watching.start();
            SeriesOutcome outcome = run(problem, configuration, policies, folder, publication, stop);
            return finish(
                    RunSummary.of(configuration, outcome),
                    problem instanceof FileProblem file ? file.bounds() : Optional.empty(),
                    folder,
                    outcome.interrupted() ? stop.exitCode() : ExitCode.OK);
        } finally {
            folder.ifPresent(RunFolder::close);
        }
    }

    /** The configuration with an engine that can plan the problem's first instance. */
    private RunConfiguration settled(Problem problem, RunConfiguration asked) {
        RunSettings settings = asked.run();
        EngineChoice wanted = EngineChoice.parse(settings.engine());
        if (wanted.name().equals(EngineChoice.HOST) || !Policies.isPlanner(settings.policy())) {
            return asked;
        }
        GenerativeModel model =
                problem.instance(RandomStream.derive(settings.seed(), 0)).model();
        EngineChoice engine = wanted.settle(model, asked.planner(), notice -> err().println("teleost: " + notice));
        return new RunConfiguration(asked.problem(), settings.withEngine(engine), asked.planner());
    }

    private SeriesOutcome run(
            Problem problem,
            RunConfiguration configuration,
            PolicyFactory policies,
            Optional<RunFolder> folder,
            Publication publication,
            StopSignal stop) {
        IntPredicate mine =
                output.part().<IntPredicate>map(shard -> shard::owns).orElse(episode -> true);
        int episodes = (int)
                IntStream.range(0, configuration.run().episodes()).filter(mine).count();
        try (Progress progress = Progress.start(
                problem.name(),
                episodes,
                configuration.run().steps(),
                !output.screen().quiet())) {
            PlanMonitor monitor = new PlanMonitor(
                    configuration,
                    folder,
                    publication.feed(),
                    progress,
                    out(),
                    !output.screen().quiet());
            monitor.begin();
            List<EpisodeResult> done = folder.map(RunFolder::finished).orElse(List.of());
            SeriesOutcome outcome = output.cluster().given()
                    ? distribute(configuration, folder, done, monitor, stop)
                    : new Series(problem, configuration, policies, monitor, stop).run(done, mine);
            publication.end(monitor.lastWord(outcome));
            firstDecision = monitor.firstDecision();
            return outcome;
        }
    }

    /** Reports what there is, then the fault that ended the run, if any. */
    private int finish(RunSummary summary, Optional<Bounds> bounds, Optional<RunFolder> folder, int codeSoFar) {
        if (output.screen().text()) {
            out().println();
            TextSummary.of(summary).forEach(out()::println);
            if (!firstDecision.isEmpty()) {
                out().printf(Locale.ROOT, "%-20s %s%n", "first decision", firstDecision);
            }
            bounds.ifPresent(b -> out().printf(
                            Locale.ROOT,
                            "%-20s between %.4f and %.4f at the start (offline)%n",
                            "optimum",
                            b.lower(),
                            b.upper()));
        }
        int code = codeSoFar;
        if (summary.belief().mostlyLost()) {
            out().flush();
            err().println(spec.commandLine()
                    .getColorScheme()
                    .errorText("teleost: " + summary.belief().lostText()
                            + "; compare the model's logLikelihood with its step and its world (the conformance kit does"
                            + " it), or give it more --particles"));
        }
        if (summary.outcome().failure().isPresent()) {
            out().flush();
            code = ErrorReports.report(
                    spec.commandLine(), summary.outcome().failure().get());
        }
        if (folder.isPresent()) {
            code = Math.max(code, save(summary, folder.get()));
        }
        if (folder.isPresent() && code == ExitCode.OK && summary.complete()) {
            Optional<String> next = output.shard().complete(spec, folder.get().folder());
            next.filter(line -> output.screen().text()).ifPresent(out()::println);
        }
        if (output.screen().json()) {
            ObjectNode json = JsonSummary.results(summary);
            if (!firstDecision.isEmpty()) {
                json.put("firstDecision", firstDecision);
            }
            bounds.ifPresent(b -> json.put("lower", b.lower()).put("upper", b.upper()));
            out().println(Json.line(json));
        }
        out().flush();
        return code;
    }

    private int save(RunSummary summary, RunFolder folder) {
        try {
            folder.finish(summary).ifPresent(err()::println);
            if (output.screen().text()) {
                out().println(String.format("%-20s %s", "results", folder.folder()));
            }
            return ExitCode.OK;
        } catch (UncheckedIOException e) {
            return ErrorReports.report(spec.commandLine(), e);
        }
    }

    /** Nothing can make the step return, so the process ends; what was finished is on disk. */
    private void endStuck(String step) {
        err().println("teleost: a step of the model has not returned for " + stepDeadline + " s: " + step
                + "; the run is given up, finished episodes are kept (--step-deadline sets the limit, 0 for none)");
        err().flush();
        Runtime.getRuntime().halt(ExitCode.MODEL);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
