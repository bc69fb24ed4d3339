package org.teleost.experiments.cli;

import java.util.concurrent.Callable;
import org.teleost.experiments.report.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code teleost version}. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description = "Prints the versions of Teleost, Java and the operating system.")
final class VersionCommand implements Callable<Integer>, IVersionProvider {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        for (String line : getVersion()) {
            spec.commandLine().getOut().println(line);
        }
        return ExitCode.OK;
    }

    @Override
    public String[] getVersion() {
        Versions versions = Versions.current();
        return new String[] {
            "teleost " + versions.teleost(),
            "java " + versions.java() + " (" + versions.vm() + ")",
            versions.os() + " " + versions.architecture() + ", " + versions.cores() + " cores"
        };
    }
}
