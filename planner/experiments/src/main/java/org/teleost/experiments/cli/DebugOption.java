package org.teleost.experiments.cli;

import picocli.CommandLine.Option;

/** {@code --debug}; {@link ErrorReports} looks for it in what was parsed. */
final class DebugOption {
    @Option(names = "--debug", description = "Prints stack traces of errors.")
    boolean debug;
}
