package org.teleost.viewer.source;

import java.util.Optional;
import java.util.ServiceLoader;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/**
 * Finds the drawn instance that an episode ran on, when its problem is on the class path and its seed was recorded. A
 * trace holds states, not maps; the instance tells the rest.
 */
public final class Instances {
    private Instances() {}

    /** The instance, empty when the problem or the seed is unknown. */
    public static Optional<Instance> of(EpisodeInfo info) {
        Optional<Long> seed = info.instanceSeed();
        if (seed.isEmpty()) {
            return Optional.empty();
        }
        for (ProblemProvider provider : ServiceLoader.load(ProblemProvider.class)) {
            for (Problem problem : provider.problems()) {
                if (problem.name().equals(info.problem())) {
                    return Optional.of(problem.instance(seed.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** A state in the words of its model, empty when lanes are missing. */
    public static String stateText(Instance instance, Lanes lanes) {
        GenerativeModel model = instance.model();
        StateLayout layout = model.layout();
        State state = layout.newState();
        for (int i = 0; i < state.ints.length; i++) {
            state.ints[i] = lanes.integer(layout.ints().get(i));
        }
        for (int i = 0; i < state.floats.length; i++) {
            state.floats[i] = (float) lanes.value(layout.floats().get(i));
        }
        for (int i = 0; i < state.history.length; i++) {
            state.history[i] = (float) lanes.value(layout.history().get(i));
        }
        boolean complete = layout.ints().stream().allMatch(lanes::has)
                && layout.floats().stream().allMatch(lanes::has);
        return complete ? model.stateText(state) : "";
    }
}
