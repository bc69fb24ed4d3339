package org.teleost.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.teleost.experiments.config.ConfigException;
import org.teleost.live.FeedAddress;
import org.teleost.live.LiveViewer;
import org.teleost.trace.TraceViewer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code view} and {@code render} share. */
final class ViewerOptions {
    private static final String USUAL_SIZE = "1280x720";

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE.mcap",
            description = "Trace of an episode, from 'teleost plan', or the folder of a run: its first trace.")
    private Path trace;

    @Option(
            names = "--attach",
            paramLabel = "[HOST:]PORT",
            description = "Instead of a trace, a planner that runs now: 'teleost plan PROBLEM --publish PORT'.")
    private String attach;

    @Option(names = "--size", paramLabel = "WxH", description = "Pixels (default 1280x720, or as the window was left).")
    private String size;

    @Option(
            names = "--scale",
            paramLabel = "X",
            description = "Size of text and panels, 0.5 to 4 (default: what the screen asks for, 1 in files).")
    private Double scale;

    /** Pixels per unit of text and panels, empty for the usual. */
    OptionalDouble scale() {
        if (scale == null) {
            return OptionalDouble.empty();
        }
        if (!(scale >= 0.5 && scale <= 4)) {
            throw new ConfigException("--scale " + scale + "; allowed range 0.5 to 4");
        }
        return OptionalDouble.of(scale);
    }

    boolean sizeGiven() {
        return size != null;
    }

    boolean hasTrace() {
        return trace != null;
    }

    /** The planner to attach to, empty for none. */
    Optional<FeedAddress> attach() {
        if (attach == null) {
            return Optional.empty();
        }
        try {
            FeedAddress address = FeedAddress.parse(attach);
            if (address.port() > 0) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--attach: " + e.getMessage(), e);
        }
        throw new ConfigException("--attach " + attach + ": port 0 is no place to attach to; give the port that"
                + " 'teleost plan --publish' printed");
    }

    /** The trace; of a run's folder the first in it, and {@code said} hears which. */
    Path trace(Consumer<String> said) {
        trace = RunContents.trace(trace, said);
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
        return service(TraceViewer.class);
    }

    private static <T> T service(Class<T> type) {
        return ServiceLoader.load(type)
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        "no viewer on the class path; add teleost-viewer, or start with the launcher ./teleost"));
    }

    static LiveViewer liveViewer() {
        return service(LiveViewer.class);
    }
}
