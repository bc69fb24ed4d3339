package org.teleost.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.teleost.trace.TraceViewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code teleost view}. */
@Command(
        name = "view",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description = "Shows the trace of an episode in a window: what is true, what is believed, what the robot does.",
        footer = {
            "",
            "Keys: Space plays, Left and Right step, = and - change the speed, F1 lists them all.",
            "",
            "Examples:",
            "  teleost plan mars-20 --budget 20000ep --episodes 1 --out mars",
            "  teleost view mars/episode-0000.mcap"
        })
final class ViewCommand implements Callable<Integer> {
    @Mixin
    private ViewerOptions options;

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

    @Override
    public Integer call() throws IOException {
        int width = options.sizeGiven() ? options.width() : 0;
        int height = options.sizeGiven() ? options.height() : 0;
        ViewerOptions.viewer().window(options.trace(), new TraceViewer.Window(width, height, layout, !noShortcuts));
        return ExitCode.OK;
    }
}
