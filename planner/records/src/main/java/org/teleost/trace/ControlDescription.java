package org.teleost.trace;

import java.util.List;
import org.teleost.problem.Signal;

/**
 * What a control trace is about.
 *
 * @param problem name of the control problem
 * @param seed of the episode
 * @param actor what acts, in a word or two: a policy's file or the name of a baseline
 * @param stepLimit steps after which the problem truncates an episode
 * @param observation bounds of the observation's components
 * @param action bounds of the action's components
 * @param infoNames names of the measurements beside the observation
 * @param signals the insides that are recorded
 */
public record ControlDescription(
        String problem,
        long seed,
        String actor,
        int stepLimit,
        Bounds observation,
        Bounds action,
        List<String> infoNames,
        List<Signal> signals) {
    public ControlDescription {
        infoNames = List.copyOf(infoNames);
        signals = List.copyOf(signals);
    }

    /** Smallest and largest value of each component; both not to be changed. */
    public record Bounds(float[] low, float[] high) {
        public Bounds {
            if (low.length != high.length) {
                throw new IllegalArgumentException(
                        "bounds have low=" + low.length + " high=" + high.length + " components; both need as many");
            }
        }

        public int size() {
            return low.length;
        }
    }
}
