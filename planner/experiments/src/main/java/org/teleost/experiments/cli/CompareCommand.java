package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiments.compare.Comparison;
import org.teleost.experiments.compare.Contest;
import org.teleost.experiments.computation.RenderedReport;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.config.SolverSpec;
import org.teleost.experiments.folder.ExperimentFolder;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.report.Versions;
import org.teleost.plan.Budget;
import org.teleost.plan.SolverProvider;
import org.teleost.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost compare}: solvers against one another on the same worlds. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Plays the same episodes with several solvers: same instances, worlds, seeds and belief updates, at one or"
                    + " more budgets per decision. Prints returns with 95 %% intervals and the paired differences to the"
                    + " first solver; writes them as CSV and JSON with a plot of return against budget per problem, and all of them"
                    + " in one picture, curves.png.",
            "",
            "Solvers: vopp (the planner), random, the constant policies of a problem, and those of 'teleost compare"
                    + " --list'. Options follow a name after colons: pomcp:exploration=0.3, vopp:eta=3; settings of the"
                    + " planner such as leafValue hold for any solver. A solver that can't take a problem is left out,"
                    + " with the reason.",
            ""
        },
        footer = {
            "%nExamples:",
            "  teleost compare tag --solvers vopp,despot,pomcp     20 episodes of each at 100 ms",
            "  teleost compare tag baby --budgets 10ms,100ms,1s --out night",
            "  teleost compare tag baby --budgets 10ms,100ms,1s --out night --resume",
            "  teleost compare all --solvers vopp --budgets 10ms,30ms,100ms,300ms,1s --out curves",
            "  teleost compare tag --solvers vopp,vopp:eta=3 --budgets 20000ep    repeatable anywhere",
            "%nAn interrupted comparison (Ctrl-C) reports what it has and goes on with --resume; so does one"
                    + "%nwith more episodes, budgets, solvers or problems. All but vopp plan on one thread:"
                    + "%n--threads 1, the default here, is the equal comparison.",
            ExitCode.HELP
        })
final class CompareCommand implements Callable<Integer> {
    private static final String STOPPING =
            "stopping; finished episodes are kept, --resume goes on (again: stop at once)";

    /** Stands for every problem. */
    private static final String ALL = "all";

    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "PROBLEM",
            description = "Problems; 'teleost problems' lists them, 'all' are all.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--solvers",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "vopp,despot,pomcp",
            description = "Solvers by name, separated by commas (default ${DEFAULT-VALUE}).")
    private List<String> solvers = new ArrayList<>();

    @Option(
            names = "--budgets",
            split = ",",
            paramLabel = "B",
            defaultValue = "100ms",
            description = "Budgets per decision: times (100ms) or episodes (20000ep) (default ${DEFAULT-VALUE}).")
    private List<String> budgets = new ArrayList<>();

    @Option(names = "--episodes", paramLabel = "N", description = "Episodes of each (default ${DEFAULT-VALUE}).")
    private int episodes = 20;

    @Option(names = "--threads", paramLabel = "T", description = "Threads of vopp (default ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of everything random (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--warmup",
            paramLabel = "SECONDS",
            description = "Throwaway planning before a solver's first episode of a problem (default 2 for time budgets,"
                    + " else 0).")
    private String warmup;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of all solvers, repeatable: --set particles=2000, --set leafValue=ROLLOUT.")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--list", description = "Lists the solvers with their sources and options, and ends.")
    private boolean list;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        if (list) {
            list();
            return ExitCode.OK;
        }
        if (names.isEmpty()) {
            throw new ConfigException("which problems? for example: teleost compare tag --solvers vopp,pomcp");
        }
        BenchCommand.check("--episodes", episodes, 1, 1_000_000);
        Contest contest = new Contest(
                problems(),
                distinct(solvers).stream().map(SolverSpec::parse).toList(),
                distinct(budgets).stream().map(Budget::parse).toList(),
                episodes,
                settings());
        Comparison comparison = new Comparison(contest, seed);
        CellSharing worker = ClusterOption.ofWorker(spec);
        if (worker != null) {
            comparison.play(CellStore.inMemory().shared(worker));
            return ExitCode.OK;
        }
        Path path = output.folder("compare");
        try (StopSignal stop = new StopSignal(err(), STOPPING, () -> {});
                ExperimentFolder folder = output.open("compare", path, fixed());
                SharedCells cells = output.cells(spec, folder)) {
            return run(comparison, folder, cells.store(), stop);
        }
    }

    private int run(Comparison comparison, ExperimentFolder folder, CellStore cells, StopSignal stop) {
        long start = System.nanoTime();
        try (ExperimentScreen screen =
                new ExperimentScreen("compare", out(), err(), !output.screen().quiet())) {
            RenderedReport report = new RenderedReport(folder, screen);
            screen.print(List.of("results in " + folder.path()));
            output.shard().begin(spec, folder.path());
            boolean all = comparison.run(cells, report, stop);
            boolean complete = all || output.shard().given() && !stop.getAsBoolean();
            screen.endProgress();
            ObjectNode summary = Json.object();
            summary.put("command", "compare");
            summary.put("outcome", complete ? "complete" : "stopped");
            Json.putAny(summary, "settings", fixed());
            summary.put("wallSeconds", 1e-9 * (System.nanoTime() - start));
            Json.putAny(summary, "versions", Versions.current().values());
            summary.set("results", report.results());
            folder.writeSummary(summary);
            screen.print(List.of("", "results    " + folder.path()));
            if (complete) {
                output.shard().complete(spec, folder.path()).ifPresent(line -> screen.print(List.of(line)));
            }
            if (output.screen().json()) {
                summary.put("folder", folder.path().toString());
                out().println(Json.line(summary));
            }
            out().flush();
            return complete ? ExitCode.OK : stop.exitCode();
        }
    }

    private List<Problem> problems() {
        if (names.contains(ALL)) {
            return List.copyOf(teleost.problems().all());
        }
        return distinct(names).stream().map(teleost.problems()::find).toList();
    }

    private List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        assignments.forEach(text -> settings.add(Setting.ofAssignment(text)));
        settings.add(new Setting("seed", Long.toString(seed), "--seed"));
        settings.add(new Setting("threads", Integer.toString(threads), "--threads"));
        if (warmup != null) {
            settings.add(new Setting("warmup", warmup, "--warmup"));
        }
        settings.addAll(teleost.workerSettings());
        return settings;
    }

    /** What may not change between runs into one folder. */
    private Map<String, String> fixed() {
        Map<String, String> fixed = new LinkedHashMap<>();
        fixed.put("seed", Long.toString(seed));
        fixed.put("threads", Integer.toString(threads));
        fixed.put("set", String.join(" ", assignments));
        return fixed;
    }

    private void list() {
        String format = "%-12s %s%n";
        out().printf(format, "vopp", "the planner: vectorised online planning; options are its settings");
        for (SolverProvider solver : SolverProvider.installed()) {
            out().printf(format, solver.name(), solver.summary());
        }
        out().printf(format, "random", "legal actions drawn uniformly");
        out().flush();
    }

    private static List<String> distinct(List<String> texts) {
        return texts.stream().map(String::trim).distinct().toList();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
