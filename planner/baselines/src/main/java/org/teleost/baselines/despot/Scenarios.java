package org.teleost.baselines.despot;

import org.teleost.baselines.frame.Simulator;
import org.teleost.model.Outcome;
import org.teleost.model.State;

/**
 * A scenario is a start state and a stream of random numbers per depth: whatever is done in scenario k at depth d draws
 * the same numbers, as often as it is done.
 */
final class Scenarios {
    private final Simulator simulator;
    private long seed;
    private long decision;

    Scenarios(Simulator simulator) {
        this.simulator = simulator;
    }

    void start(long newSeed, long newDecision) {
        seed = newSeed;
        decision = newDecision;
    }

    /** Simulates an action in scenario {@code scenario} at {@code depth}. */
    Outcome step(State state, int action, int scenario, int depth) {
        simulator.stream().startEpisode(seed, decision, scenario);
        simulator.stream().startDepth(depth);
        return simulator.step(state, action);
    }
}
