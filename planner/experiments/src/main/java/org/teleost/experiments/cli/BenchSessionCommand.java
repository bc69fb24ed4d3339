package org.teleost.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.teleost.control.WhileActing;
import org.teleost.experiments.bench.SessionBench;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.statistics.PhaseTimes;
import org.teleost.flight.FlightLimits;
import org.teleost.flight.FlightRecorder;
import org.teleost.plan.Budget;
import org.teleost.plan.Telemetry;
import org.teleost.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost bench session}: how punctual a control session is, and whether it leaves anything behind. */
@Command(
        name = "session",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description =
                "Runs a control session in a simulated world with a deadline per decision, belief updates"
                        + " included: percentiles of the overshoot, what the machine itself took away, heap, threads and handles.",
        footer = {
            "%nExamples:",
            "  teleost bench session navigation                               10 000 decisions of 10 ms",
            "  teleost bench session navigation --busy 2                      with two threads that compute beside it",
            "  teleost bench session tiger --decisions 1000000 --budget 1ms   a soak of a quarter of an hour",
            "  teleost bench session navigation --record flights              with the flight recorder",
            ExitCode.HELP
        })
final class BenchSessionCommand implements Callable<Integer> {
    @ParentCommand
    private BenchCommand bench;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PROBLEM",
            defaultValue = "navigation",
            description = "Problem to control (default ${DEFAULT-VALUE}).")
    private String problemName;

    @Option(names = "--decisions", paramLabel = "N", description = "Decisions (default ${DEFAULT-VALUE}).")
    private long decisions = 10_000;

    @Option(names = "--budget", paramLabel = "B", description = "Per decision (default ${DEFAULT-VALUE}).")
    private String budget = "10ms";

    @Option(names = "--threads", paramLabel = "N", description = "Planning threads (default ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(names = "--busy", paramLabel = "N", description = "Threads that compute beside it (default none).")
    private int busy;

    @Option(
            names = "--clock",
            paramLabel = "S",
            description =
                    "Seconds of a loop over the bare clock, half before and half after (default ${DEFAULT-VALUE}).")
    private double clock = 10;

    @Option(names = "--while-acting", description = "Plans on between decisions.")
    private boolean whileActing;

    @Option(names = "--phases", description = "Also the times of searches, backups, belief updates and decisions.")
    private boolean phases;

    @Option(names = "--record", paramLabel = "FOLDER", description = "Keeps every decision, as a flight recorder does.")
    private Path record;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the instance (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--json", description = "Ends standard output with one line of JSON.")
    private boolean json;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() throws IOException {
        BenchCommand.check("--decisions", (double) decisions, 1, 1e9);
        BenchCommand.check("--threads", threads, 1, 256);
        BenchCommand.check("--busy", busy, 0, 256);
        BenchCommand.check("--clock", clock, 0, 3600);
        Problem problem = bench.problems().find(problemName);
        PhaseTimes times = phases ? new PhaseTimes() : null;
        SessionBench.Wish wish = new SessionBench.Wish(
                decisions,
                Budget.parse(budget),
                threads,
                busy,
                clock,
                whileActing ? WhileActing.PLAN : WhileActing.REST,
                times,
                seed);
        PrintWriter out = spec.commandLine().getOut();
        SessionBench result;
        if (record == null) {
            result = SessionBench.run(problem, wish, null);
        } else {
            try (FlightRecorder recorder =
                    new FlightRecorder(record, Map.of("problem", problemName), FlightLimits.defaults())) {
                result = SessionBench.run(problem, wish, recorder);
                out.println("recorded " + recorder.written() + ", dropped " + recorder.dropped());
            }
        }
        result.text().forEach(out::println);
        if (phases) {
            Arrays.stream(Telemetry.Phase.values()).map(times::text).forEach(out::println);
        }
        if (json) {
            out.println(Json.line(result.json()));
        }
        out.flush();
        return ExitCode.OK;
    }
}
