package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.teleost.experiments.bench.BenchReport;
import org.teleost.experiments.bench.BenchResult;
import org.teleost.experiments.bench.EngineCheck;
import org.teleost.experiments.bench.EngineCheckReport;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.json.Json;
import org.teleost.plan.Budget;
import org.teleost.plan.EngineChoice;
import org.teleost.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost bench}: how fast and how punctual. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        subcommands = {BenchViewerCommand.class, BenchLiveCommand.class, BenchSessionCommand.class},
        description = "Measures throughput on one and on all threads (in turns, median of rounds), decision latency and"
                + " overshoot at time budgets, and allocation per decision, all from the initial belief.",
        footer = {
            "%nExamples:",
            "  teleost bench                          every problem",
            "  teleost bench mars-20 --seconds 30     longer, so steadier",
            "  teleost bench mars-20 --json",
            "  teleost bench viewer                   the viewer's frame rates, memory and large traces",
            "  teleost bench live mars-20             what a viewer costs the planner",
            "  teleost bench session navigation       how punctual a control session is",
            "  teleost bench --engine cuda --check    a GPU against the host, and its speed",
            "%nFor numbers worth keeping leave the machine otherwise idle; see 'teleost doctor'.",
            ExitCode.HELP
        })
final class BenchCommand implements Callable<Integer> {
    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PROBLEM", description = "Problems to measure (default: all).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--seconds", paramLabel = "S", description = "Time per problem (default ${DEFAULT-VALUE}).")
    private double seconds = 10;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to compare with one (default: all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of throughput (default ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(
            names = "--budgets",
            split = ",",
            paramLabel = "B",
            description = "Time budgets for latency, separated by commas (default ${DEFAULT-VALUE}).")
    private List<String> budgets = List.of("10ms", "100ms");

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the instances (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "Engine to check, with --check; 'teleost doctor' lists the engines.")
    private String engine = EngineChoice.HOST;

    @Option(
            names = "--check",
            description = "Compares the engine's decisions with the host's, bit for bit, then measures speed by"
                    + " episodes per pass, latency and memory. Exit code 1 when a decision differs, 2 when the engine"
                    + " can't plan here.")
    private boolean check;

    @Option(names = "--json", description = "Ends standard output with one line of JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No text, only what --json prints.")
    private boolean quiet;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() {
        check("--seconds", seconds, 0.1, 3600);
        check("--threads", threads, 1, 256);
        check("--rounds", rounds, 1, 1000);
        List<Budget> limits = budgets.stream().map(Budget::parse).toList();
        ProblemCatalog catalog = teleost.problems();
        Collection<Problem> problems = names.isEmpty()
                ? catalog.all()
                : names.stream().map(catalog::find).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (check || !engine.equals(EngineChoice.HOST)) {
            return checkEngine(problems, limits, out);
        }
        List<BenchResult> results = new ArrayList<>();
        for (Problem problem : problems) {
            BenchResult result = BenchResult.measure(problem, threads, seconds, rounds, limits, seed);
            results.add(result);
            if (!quiet) {
                BenchReport.text(result).forEach(out::println);
                out.flush();
            }
        }
        if (json) {
            out.println(Json.line(BenchReport.json(results)));
            out.flush();
        }
        return ExitCode.OK;
    }

    ProblemCatalog problems() {
        return teleost.problems();
    }

    private int checkEngine(Collection<Problem> problems, List<Budget> limits, PrintWriter out) {
        EngineChoice choice = EngineChoice.parse(engine);
        if (!check || choice.name().equals(EngineChoice.HOST)) {
            throw new ConfigException("--engine and --check go together: --engine cuda --check");
        }
        PrintWriter err = spec.commandLine().getErr();
        EngineCheck result = EngineCheck.run(problems, choice, limits, seconds, seed, line -> {
            if (!quiet) {
                err.println(line);
                err.flush();
            }
        });
        if (!quiet) {
            EngineCheckReport.text(result).forEach(out::println);
        }
        if (json) {
            out.println(Json.line(EngineCheckReport.json(result)));
        }
        out.flush();
        return result.agrees() ? ExitCode.OK : ExitCode.FAILED;
    }

    static void check(String option, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new ConfigException(option + " " + value + "; allowed range " + low + " to " + high);
        }
    }
}
