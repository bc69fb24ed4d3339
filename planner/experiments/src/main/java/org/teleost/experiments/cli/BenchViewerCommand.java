package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.teleost.experiments.bench.FirstFrame;
import org.teleost.experiments.config.ByteSize;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.report.Versions;
import org.teleost.trace.ViewerBenchmark;
import org.teleost.trace.ViewerBenchmark.Measurement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code teleost bench viewer}. */
@Command(
        name = "viewer",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = "Measures the viewer without a window: time to the first picture, frames per second with many"
                + " particles and all panels, a large belief tree, opening and scrubbing a large trace, memory.",
        footer = {
            "%nExamples:",
            "  teleost bench viewer",
            "  teleost bench viewer --trace-size 100m --seconds 2 --json",
            ExitCode.HELP
        })
final class BenchViewerCommand implements Callable<Integer> {
    private static final double FIRST_FRAME_SECONDS = 2.0;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--trace-size",
            paramLabel = "SIZE",
            defaultValue = "1g",
            description = "Size of the large trace (default ${DEFAULT-VALUE}).")
    private String traceSize;

    @Option(names = "--seconds", paramLabel = "S", description = "Drawing per frame rate (default ${DEFAULT-VALUE}).")
    private double seconds = 5;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the traces are written for the time being (default: the system's temporary folder).")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(names = "--json", description = "Ends standard output with one line of JSON.")
    private boolean json;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() throws IOException {
        if (!(seconds >= 0.1 && seconds <= 600)) {
            throw new ConfigException("--seconds " + seconds + "; allowed range 0.1 to 600");
        }
        ViewerBenchmark viewer = ServiceLoader.load(ViewerBenchmark.class)
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        "no viewer on the class path; add teleost-viewer, or start with the launcher ./teleost"));
        long bytes = ByteSize.parse(traceSize);
        Path work = Files.createTempDirectory(folder, "teleost-bench");
        Path small = work.resolve("short.mcap");
        Path picture = work.resolve("first.png");
        try {
            List<Measurement> results = new ArrayList<>();
            report("first picture of a process");
            viewer.writeShortTrace(small);
            double first = FirstFrame.medianSeconds(small, picture);
            results.add(new Measurement("first picture, from JVM start", first, "s", FIRST_FRAME_SECONDS, false));
            results.addAll(viewer.measure(work, bytes, seconds, this::report));
            print(results);
            return ExitCode.OK;
        } finally {
            for (Path file : List.of(small, picture, work.resolve("first-frame.txt"), work)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void report(String what) {
        spec.commandLine().getErr().println(what);
        spec.commandLine().getErr().flush();
    }

    private void print(List<Measurement> results) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(row("measured", "value", "bar", ""));
        for (Measurement result : results) {
            out.println(row(
                    result.name(),
                    text(result.value(), result.unit()),
                    (result.atLeast() ? "at least " : "at most ") + text(result.bar(), result.unit()),
                    result.kept() ? "" : "NOT KEPT"));
        }
        if (json) {
            out.println(Json.line(json(results)));
        }
        out.flush();
    }

    private static String row(String name, String value, String bar, String verdict) {
        return String.format(Locale.ROOT, "%-36s %18s   %-22s %s", name, value, bar, verdict)
                .stripTrailing();
    }

    private static String text(double value, String unit) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%.1f %s", value, unit);
    }

    private static ObjectNode json(List<Measurement> results) {
        ObjectNode root = Json.object();
        ArrayNode rows = root.putArray("viewer");
        for (Measurement result : results) {
            ObjectNode row = rows.addObject();
            row.put("name", result.name());
            Json.put(row, "value", result.value());
            row.put("unit", result.unit()).put("bar", result.bar());
            row.put("atLeast", result.atLeast()).put("kept", result.kept());
        }
        ObjectNode versions = root.putObject("versions");
        Versions.current().values().forEach((key, value) -> Json.putAny(versions, key, value));
        return root;
    }
}
