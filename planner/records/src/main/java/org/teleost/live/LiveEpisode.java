package org.teleost.live;

import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.trace.StepEncoder;
import org.teleost.trace.StepRecorder;
import org.teleost.tree.TreeSample;

/**
 * Puts the steps of one episode into a feed, in the same two halves as a trace: {@link #planned} copies what was true
 * before the action, {@link #executed} adds what came of it. Call both between decisions; neither waits. Not thread
 * safe.
 */
public final class LiveEpisode implements StepRecorder {
    private static final byte[] NO_TREE = {};

    private final LiveFeed feed;
    private final EpisodeHead head;
    private final StepEncoder encoder;
    private long step;
    private byte[] tree = NO_TREE;
    private boolean closed;

    LiveEpisode(LiveFeed feed, GenerativeModel model, EpisodeHead head) {
        this.feed = feed;
        this.head = head;
        encoder = new StepEncoder(model);
    }

    /** Begins a step; arguments as in {@link org.teleost.trace.EpisodeTraceWriter#planned}. */
    @Override
    public void planned(State state, ParticleBelief belief, BeliefHealth health, Decision decision) {
        encoder.planned(step, state, belief, health, decision);
    }

    /** Adds the belief tree that the planned step's decision came from; the rows are copied. */
    @Override
    public void tree(TreeSample sample) {
        tree = encoder.tree(sample);
    }

    /** Ends the step and publishes it; arguments as in {@link org.teleost.trace.EpisodeTraceWriter#executed}. */
    @Override
    public void executed(int action, Outcome outcome, State nextState) {
        feed.add(new LiveRecord.Step(head, step++, encoder.executed(action, outcome, nextState), tree));
        tree = NO_TREE;
    }

    /** The episode is over; a second call does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            feed.add(new LiveRecord.Finished(head));
        }
    }
}
