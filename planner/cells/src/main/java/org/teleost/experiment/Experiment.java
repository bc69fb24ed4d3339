package org.teleost.experiment;

import java.io.IOException;
import java.util.List;
import org.teleost.experiment.report.ExperimentReport;

/**
 * A computational experiment, offered as {@code teleost GROUP NAME}. Immutable; making one must be cheap, because every
 * start of the command line does.
 */
public interface Experiment {
    /** First word of the command, for example {@code validate}; lower case letters, digits and dashes. */
    String group();

    /** Second word of the command, for example {@code fluid}. */
    String name();

    /** One sentence for a list of commands and the head of the help. */
    String summary();

    /** Options in the order of the help. */
    List<ExperimentOption<?>> options();

    /** Lines at the end of the help: example commands without the leading {@code teleost}. */
    default List<String> examples() {
        return List.of(group() + " " + name());
    }

    /**
     * Refuses options that don't fit together and files that can't be used, before a folder is made or emptied for the
     * results; {@link #run} may rely on it or ask again.
     *
     * @throws IllegalArgumentException naming value, allowed range, way out
     * @throws IOException if something can't be read
     */
    default void check(ExperimentInput input) throws IOException {}

    /** Whether cells don't wait for one another, so that several processes may compute them. */
    default boolean shareable() {
        return true;
    }

    /**
     * Runs to the end, or until {@link ExperimentInput#stopRequested}.
     *
     * @throws ExperimentException if it can't go on; the message is for people
     * @throws IllegalArgumentException if options don't fit together; the message names value, allowed range, way out
     * @throws IOException if results can't be written
     */
    ExperimentOutcome run(ExperimentInput input, ExperimentReport report) throws IOException;
}
