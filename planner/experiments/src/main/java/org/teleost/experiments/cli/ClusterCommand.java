package org.teleost.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teleost cluster}: what a cluster needs before it starts. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description = "Prepares a cluster of machines; see docs/cluster.md.",
        subcommands = ClusterCommand.KeysCommand.class,
        footer = {"%nExamples:", "  teleost cluster keys keys      keys for a master and for workers", ExitCode.HELP})
final class ClusterCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what about it? for example: teleost cluster keys DIR");
    }

    /** {@code teleost cluster keys}. */
    @Command(
            name = "keys",
            mixinStandardHelpOptions = true,
            versionProvider = VersionCommand.class,
            description =
                    "Makes an authority, and a key for the master and one for workers that it signs. Master and workers"
                            + " talk to nobody whose key it has not signed.",
            footer = {"%nExamples:", "  teleost cluster keys keys", ExitCode.HELP})
    static final class KeysCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
        private Path folder;

        @Override
        public Integer call() throws IOException {
            ClusterOption.provider().makeKeys(folder).forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
    }
}
