package org.teleost.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.teleost.experiments.config.ConfigException;
import org.teleost.trace.TraceViewer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code view} and {@code render} share. */
final class ViewerOptions {
    private static final String USUAL_SIZE = "1280x720";

    @Parameters(paramLabel = "FILE.mcap", description = "Trace of an episode, from 'teleost plan'.")
    private Path trace;

    @Option(names = "--size", paramLabel = "WxH", description = "Pixels (default 1280x720, or as the window was left).")
    private String size;

    boolean sizeGiven() {
        return size != null;
    }

    Path trace() {
        if (!Files.isRegularFile(trace)) {
            throw new ConfigException("no trace '" + trace
                    + "'; 'teleost plan' writes one per episode into --out DIR, 'teleost evaluate' into --trace DIR");
        }
        return trace;
    }

    int width() {
        return side(0);
    }

    int height() {
        return side(1);
    }

    private int side(int index) {
        String[] sides = (size == null ? USUAL_SIZE : size).split("x", -1);
        if (sides.length != 2 || !sides[index].matches("[0-9]{1,5}")) {
            throw new ConfigException("--size '" + size + "' is not understood; write width and height: 1280x720");
        }
        return Integer.parseInt(sides[index]);
    }

    static TraceViewer viewer() {
        return ServiceLoader.load(TraceViewer.class)
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        "no viewer on the class path; add teleost-viewer, or start with the launcher ./teleost"));
    }
}
