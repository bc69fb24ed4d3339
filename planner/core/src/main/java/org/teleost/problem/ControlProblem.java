package org.teleost.problem;

import java.util.List;
import java.util.Map;

/** A control problem that the command line finds by name. */
public interface ControlProblem {

    /** Short lower-case name, for example {@code pendulum}. */
    String name();

    /** One line for the list of problems. */
    String summary();

    Box observationBox();

    /** The executed range; every bound is finite. */
    Box actionBox();

    /** Steps after which an episode is truncated. */
    int stepLimit();

    /** Names of {@link StepOutcome#info}, empty for most problems. */
    default List<String> infoNames() {
        return List.of();
    }

    /**
     * Insides of the environment for records and pictures, in the order of the index of {@link Environment#readSignal};
     * empty for problems whose observation says it all.
     */
    default List<Signal> signals() {
        return List.of();
    }

    /**
     * Settings that a training starts with, by the keys of {@code teleost train --set}: those that are known to learn
     * it well. Whoever names a preset gets the preset's instead.
     */
    default Map<String, String> trainingSettings() {
        return Map.of();
    }

    /** A new instance, independent of all others. */
    Environment newEnvironment();
}
