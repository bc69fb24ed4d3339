package org.teleost.problem;

import java.util.Map;
import org.teleost.model.Outcome;
import org.teleost.model.State;

/** The simulated truth of one episode, hidden from the planner. */
public interface World {

    /** Executes the action; fills reward, observation and whether the episode is over. */
    void step(int action, Outcome out);

    /** Executes an action with coordinates; the default leaves them in the state's action lanes. */
    default void step(float[] action, Outcome out) {
        System.arraycopy(action, 0, state().action, 0, action.length);
        step(0, out);
    }

    /** Measurements beside the observation (problem-specific lanes), empty for most problems. */
    default float[] percept() {
        return new float[0];
    }

    /** The true state in the model's layout (for traces). */
    State state();

    /** True once the task is achieved; by default problems count a terminal state. */
    boolean succeeded();

    /** Counters of this episode, for example collisions; in a stable order. */
    default Map<String, Double> metrics() {
        return Map.of();
    }
}
