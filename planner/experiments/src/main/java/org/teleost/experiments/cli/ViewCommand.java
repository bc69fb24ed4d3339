package org.teleost.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.live.FeedAddress;
import org.teleost.live.FeedSubscription;
import org.teleost.live.LiveFeed;
import org.teleost.live.LiveViewer;
import org.teleost.problem.Problem;
import org.teleost.trace.TraceViewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost view}. */
@Command(
        name = "view",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Shows what is true, what is believed and what the robot does, in a window: of a trace (FILE.mcap), of a"
                    + " planner that this command starts (--live), or of one that runs already (--attach).",
            ""
        },
        footer = {
            "",
            "Keys: Space plays and pauses, Left and Right step, End follows a running planner, F1 lists them all."
                    + " Pausing stops the view, never the planner.",
            "",
            "Examples:",
            "  teleost plan mars-20 --budget 20000ep --episodes 1 --out mars",
            "  teleost view mars/episode-0000.mcap",
            "  teleost view --live mars-20 --budget 100ms --threads 1",
            "  teleost plan mars-20 --publish 7070        in one terminal, and in another:",
            "  teleost view --attach 7070"
        })
final class ViewCommand implements Callable<Integer> {
    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ViewerOptions options;

    @Option(
            names = "--live",
            paramLabel = "PROBLEM",
            description = "Plans this problem while you watch; the options below are those of 'teleost plan'. Nothing"
                    + " is written.")
    private String live;

    @Option(
            names = "--layout",
            paramLabel = "FILE",
            description =
                    "File that remembers the window's size and panels (default: viewer.layout in your configuration"
                            + " folder's teleost/).")
    private Path layout;

    @Option(names = "--no-shortcuts", description = "Keys do nothing; buttons and the mouse do everything.")
    private boolean noShortcuts;

    @Mixin
    DebugOption debugOption;

    @Mixin
    private RunOptions run;

    @Override
    public Integer call() throws IOException {
        int sources = (options.hasTrace() ? 1 : 0)
                + (live == null ? 0 : 1)
                + (options.attach().isPresent() ? 1 : 0);
        if (sources != 1) {
            throw new ConfigException("what to show? give one of FILE.mcap, --live PROBLEM and --attach HOST:PORT");
        }
        if (live != null) {
            return live();
        }
        refuseRunOptions();
        if (options.hasTrace()) {
            ViewerOptions.viewer().window(options.trace(this::say), window());
        } else {
            attach(options.attach().get());
        }
        return ExitCode.OK;
    }

    private void say(String text) {
        spec.commandLine().getErr().println("teleost: " + text);
        spec.commandLine().getErr().flush();
    }

    private TraceViewer.Window window() {
        int width = options.sizeGiven() ? options.width() : 0;
        int height = options.sizeGiven() ? options.height() : 0;
        return new TraceViewer.Window(width, height, options.scale().orElse(0.0), layout, !noShortcuts);
    }

    private int live() throws IOException {
        Problem problem = teleost.problems().find(live);
        RunConfiguration configuration = run.configuration(problem);
        LiveViewer viewer = ViewerOptions.liveViewer();
        LiveFeed feed = new LiveFeed();
        PlanningThread planning = new PlanningThread(problem, configuration, feed);
        try (planning) {
            viewer.window(feed, problem.name(), window());
        }
        if (planning.failure().isPresent()) {
            return ErrorReports.report(spec.commandLine(), planning.failure().get());
        }
        spec.commandLine().getOut().println(planning.lastWord());
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private void attach(FeedAddress address) throws IOException {
        LiveViewer viewer = ViewerOptions.liveViewer();
        LiveFeed feed = new LiveFeed();
        try (FeedSubscription subscription = FeedSubscription.attach(address, feed)) {
            viewer.window(feed, subscription.name(), window());
        }
    }

    private void refuseRunOptions() {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (run.has(option)) {
                throw new ConfigException(option.longestName() + " is for planning; it goes with --live PROBLEM");
            }
        }
    }
}
