package org.teleost.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.foxglove.StandardTrace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teleost export}: a trace for tools that don't know Teleost. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = "Copies an episode's trace to an MCAP file with messages that Foxglove and tools of ROS draw by"
                + " themselves beside its steps: scene, pose, log and numbers, as docs/viewer.md lists them.",
        footer = {
            "%nExamples:",
            "  teleost export nav/episode-0000.mcap for-foxglove.mcap",
            "  teleost export nav/episode-0000.mcap out.mcap --start 2026-05-01T12:00:00Z --step-seconds 0.1",
            ExitCode.HELP
        })
final class ExportCommand implements Callable<Integer> {
    private static final double LONGEST_STEP = 1e6;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TRACE", description = "Trace of an episode.")
    private Path trace;

    @Parameters(index = "1", paramLabel = "OUT", description = "File to write.")
    private Path target;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "Log time of step 0, a time of day in UTC (default ${DEFAULT-VALUE}).")
    private String start = "1970-01-01T00:00:00Z";

    @Option(
            names = "--step-seconds",
            paramLabel = "S",
            description = "Time from step to step (default ${DEFAULT-VALUE}).")
    private double stepSeconds = 1.0;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() throws IOException {
        BenchCommand.check("--step-seconds", stepSeconds, 1e-9, LONGEST_STEP);
        if (Files.exists(target) && Files.isSameFile(trace, target)) {
            throw new ConfigException("OUT " + target + " is the trace itself; name another file");
        }
        long steps = StandardTrace.write(trace, target, startNanos(), Math.round(stepSeconds * 1e9));
        spec.commandLine().getOut().println("wrote " + target + ": " + steps + " steps");
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private long startNanos() {
        try {
            Instant time = Instant.parse(start);
            long nanos = Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
            if (nanos >= 0) {
                return nanos;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new ConfigException(wrongStart(), e);
        }
        throw new ConfigException(wrongStart());
    }

    private String wrongStart() {
        return "--start " + start + "; write a time of day between 1970 and 2262 in UTC, like 2026-05-01T12:00:00Z";
    }
}
