package org.teleost.trace;

import java.io.IOException;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.tree.TreeSample;

/**
 * Takes the steps of one episode, into a file or to live viewers. A step comes in two halves because worlds and beliefs
 * change in place: {@link #planned} copies what was true before the action, {@link #executed} adds what came of it.
 * Null stands for what is not there. Not thread safe.
 */
public interface StepRecorder extends AutoCloseable {

    /** Begins a step: everything is copied; arguments as in {@link EpisodeTraceWriter#planned}. */
    void planned(State state, ParticleBelief belief, BeliefHealth health, Decision decision);

    /** Adds the belief tree that the planned step's decision came from; the rows are copied. */
    void tree(TreeSample tree);

    /** Ends the step; arguments as in {@link EpisodeTraceWriter#executed}. */
    void executed(int action, Outcome outcome, State nextState) throws IOException;

    /** The episode is over. */
    @Override
    void close() throws IOException;
}
