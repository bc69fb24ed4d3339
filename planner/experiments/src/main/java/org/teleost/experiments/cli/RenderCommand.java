package org.teleost.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teleost.experiments.config.ConfigException;
import org.teleost.live.FeedAddress;
import org.teleost.live.FeedSubscription;
import org.teleost.live.LiveFeed;
import org.teleost.live.LiveViewer;
import org.teleost.trace.TraceViewer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code teleost render}. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description =
                "Draws steps of an episode's trace, or of a planner that runs now, into a file; needs no display.",
        footer = {
            "",
            "Examples:",
            "  teleost render episode.mcap --step 12 -o step-12.png",
            "  teleost render episode.mcap --step -1 --camera close --size 1920x1080 -o end.png",
            "  teleost render --attach 7070 --step 12 -o step-12.png     of 'teleost plan PROBLEM --publish 7070'",
            "  teleost render episode.mcap --steps 0..40 --video episode.mp4"
        })
final class RenderCommand implements Callable<Integer> {
    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,9})\\.\\.(-?\\d{1,9})");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ViewerOptions options;

    @Mixin
    DebugOption debugOption;

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Option(
            names = "--step",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Step of the picture, -1 for the last (default ${DEFAULT-VALUE}). With --attach: waits until a"
                            + " running episode has done it; -1 is the newest by now.")
    private long step;

    @Option(
            names = "--steps",
            paramLabel = "A..B",
            defaultValue = "0..-1",
            description = "First and last step of the video (default ${DEFAULT-VALUE}).")
    private String steps;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "4",
            description = "Pictures per second of the video (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--camera",
            paramLabel = "NAME",
            defaultValue = "top",
            description = "top: the whole world; close: around the robot (default ${DEFAULT-VALUE}).")
    private String camera;

    @Option(
            names = "--panels",
            paramLabel = "NAMES",
            defaultValue = "planner",
            description = "Panels beside the world: planner, tree and history, separated by commas, or none"
                    + " (default ${DEFAULT-VALUE}).")
    private String panels;

    /** Where to draw. */
    private static final class Target {
        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE.png",
                description = "Draws one step.")
        private Path picture;

        @Option(
                names = "--video",
                paramLabel = "FILE",
                description = "Draws a range of steps: lossless as .apng, for the web as .gif, small as .mp4.")
        private Path video;
    }

    @Override
    public Integer call() throws IOException {
        if (options.hasTrace() == options.attach().isPresent()) {
            throw new ConfigException("what to draw? give one of FILE.mcap and --attach HOST:PORT");
        }
        if (options.attach().isPresent()) {
            return attach(options.attach().get());
        }
        TraceViewer viewer = ViewerOptions.viewer();
        Path trace = options.trace(this::say);
        if (target.video == null) {
            warn(viewer.picture(trace, shot(), step, target.picture));
            return ExitCode.OK;
        }
        Matcher range = RANGE.matcher(steps);
        if (!range.matches()) {
            throw new ConfigException("--steps '" + steps + "' is not understood; write first..last: 0..40, or 0..-1");
        }
        long first = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        warn(viewer.video(trace, shot(), first, last, rate, target.video, this::report));
        return ExitCode.OK;
    }

    /** Waits for the step if need be. */
    private int attach(FeedAddress address) throws IOException {
        if (target.video != null) {
            throw new ConfigException("--video needs a trace; a running planner can be drawn with -o FILE.png only");
        }
        LiveViewer viewer = ViewerOptions.liveViewer();
        LiveFeed feed = new LiveFeed();
        try (FeedSubscription subscription = FeedSubscription.attach(address, feed)) {
            viewer.picture(feed, subscription.name(), step, shot(), target.picture);
        }
        return ExitCode.OK;
    }

    private TraceViewer.Shot shot() {
        return new TraceViewer.Shot(
                camera,
                panels,
                options.width(),
                options.height(),
                options.scale().orElse(1.0));
    }

    private void warn(List<String> damage) {
        damage.forEach(
                line -> spec.commandLine().getErr().println("teleost: " + options.trace(text -> {}) + ": " + line));
        spec.commandLine().getErr().flush();
    }

    private void report(int done, int all) {
        spec.commandLine().getErr().print("\r" + done + " of " + all + " pictures" + (done == all ? "\n" : ""));
        spec.commandLine().getErr().flush();
    }

    private void say(String text) {
        spec.commandLine().getErr().println("teleost: " + text);
        spec.commandLine().getErr().flush();
    }
}
