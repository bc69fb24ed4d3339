package org.teleost.experiments.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() throws IOException {
        ViewerOptions.viewer().window(options.trace(), options.width(), options.height());
        return ExitCode.OK;
    }
}
