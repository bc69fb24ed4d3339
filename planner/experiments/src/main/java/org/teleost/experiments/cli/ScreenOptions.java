package org.teleost.experiments.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a long command prints. */
final class ScreenOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, only results.")
    private boolean quiet;

    @Option(names = "--json", description = "Ends standard output with one line of JSON.")
    private boolean json;

    @Mixin
    DebugOption debugOption;

    boolean quiet() {
        return quiet;
    }

    boolean json() {
        return json;
    }

    /** Text for people is left out when only JSON is wanted. */
    boolean text() {
        return !(quiet && json);
    }
}
