package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.teleost.experiments.bench.LiveCost;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.json.Json;
import org.teleost.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost bench live}: what a viewer costs the planner. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = "Measures what an attached viewer costs the planner: the same episodes without and with one, in"
                + " turns, in another process. Linux and macOS.",
        footer = {
            "%nExamples:",
            "  teleost bench live mars-20                       a viewer that draws nothing",
            "  xvfb-run teleost bench live mars-20 --window     a window, drawn in software",
            ExitCode.HELP
        })
final class BenchLiveCommand implements Callable<Integer> {
    @ParentCommand
    private BenchCommand bench;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PROBLEM",
            defaultValue = "mars-20",
            description = "Problem to plan (default ${DEFAULT-VALUE}).")
    private String problemName;

    @Option(
            names = "--budget",
            paramLabel = "B",
            description = "Per decision, counted, so that all rounds do the same work (default ${DEFAULT-VALUE}).")
    private String budget = "50000ep";

    @Option(names = "--threads", paramLabel = "N", description = "Planning threads (default ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(names = "--pairs", paramLabel = "N", description = "Pairs of rounds (default ${DEFAULT-VALUE}).")
    private int pairs = 7;

    @Option(names = "--seconds", paramLabel = "S", description = "Time per round (default ${DEFAULT-VALUE}).")
    private double seconds = 3;

    @Option(names = "--window", description = "The viewer is a window; needs a display.")
    private boolean window;

    @Option(names = "--json", description = "Ends standard output with one line of JSON.")
    private boolean json;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() {
        BenchCommand.check("--threads", threads, 1, 256);
        BenchCommand.check("--pairs", pairs, 2, 1000);
        BenchCommand.check("--seconds", seconds, 0.1, 3600);
        Problem problem = bench.problems().find(problemName);
        if (budget.endsWith("s") && !budget.endsWith("passes")) {
            throw new ConfigException("--budget " + budget
                    + ": give a counted one, 50000ep or 20passes; with a time budget both kinds take the same time");
        }
        PrintWriter out = spec.commandLine().getOut();
        LiveCost cost = LiveCost.measure(problem, budget, threads, pairs, seconds, window, line -> {
            out.println(line);
            out.flush();
        });
        cost.text().forEach(out::println);
        if (json) {
            out.println(Json.line(cost.json()));
        }
        out.flush();
        return ExitCode.OK;
    }
}
