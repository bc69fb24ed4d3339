package org.teleost.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.teleost.leaf.Opinions;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StepDiscount;
import org.teleost.random.RandomStream;

/** One worker's model and scratch: takes steps, refuses broken outcomes, and lets others see whether it is in one. */
final class WatchedModel {
    private static final VarHandle STEPS = steps();

    /** Rewards and values beyond this cannot be told from a broken model. */
    private static final double LARGEST = 1e15;

    final GenerativeModel model;
    final State state;
    final Outcome outcome = new Outcome();
    final RandomStream stream = new RandomStream(0);

    /** Where the worker is, for texts. */
    int particle;

    int depth;
    int action;

    private final long observationCount;
    private final StepDiscount discount;

    /** Steps begun and steps ended: odd while the model is in one. Others look at it. */
    private long steps;

    private SearchPass asking;

    WatchedModel(GenerativeModel model) {
        this.model = model;
        observationCount = model.observationCount();
        discount = new StepDiscount(model);
        state = model.layout().newState();
    }

    private static VarHandle steps() {
        try {
            return MethodHandles.lookup().findVarHandle(WatchedModel.class, "steps", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Takes the state one step on by {@link #action}; returns the reward. Throws when the decision was given up. */
    double step(SearchPass search) {
        cross();
        try {
            model.step(state, action, stream, outcome);
        } finally {
            cross();
        }
        search.requireWanted();
        double reward = outcome.reward;
        if (!(Math.abs(reward) <= LARGEST)) {
            throw failure("reward=" + reward + "; it must be finite and at most 1e15 in size", null);
        }
        long observation = outcome.observation;
        if (observationCount > 0 && !outcome.terminal && (observation < 0 || observation >= observationCount)) {
            throw failure("observation=" + observation + " outside 0.." + (observationCount - 1), null);
        }
        return reward;
    }

    /** gamma^(d - 1) of the last step, d its duration. */
    double stretch() {
        try {
            return discount.stretch(action, state);
        } catch (IllegalArgumentException e) {
            throw failure(e.getMessage(), e);
        }
    }

    /** Asks the state for its best action: a long step to whoever watches. Throws when the decision was given up. */
    int ask(SearchPass search, Opinions opinions, long key, float[] worth, int offset) {
        asking = search;
        cross();
        try {
            return opinions.ask(state, key, worth, offset);
        } finally {
            cross();
        }
    }

    /** A step begins or ends, also by an exception: what follows must not look like one that never returns. */
    private void cross() {
        STEPS.setOpaque(this, steps + 1);
    }

    /** What {@link Opinions} run before each step. */
    void requireWanted() {
        asking.requireWanted();
    }

    /** The leaf value, refused when it is none. */
    double checkLeaf(double leaf) {
        if (!(Math.abs(leaf) <= LARGEST)) {
            throw failure("heuristicValue=" + leaf + "; it must be finite", null);
        }
        return leaf;
    }

    /** Steps begun and steps ended by now; odd while the model is in one. Any thread. */
    long stepsByNow() {
        return (long) STEPS.getOpaque(this);
    }

    /** The step under way in words; what another thread sees may be a step old. */
    String stepText() {
        return "model=" + model.name() + " action=" + action + " particle=" + particle + " depth=" + depth;
    }

    ModelException failure(String what, Throwable cause) {
        return ModelException.at(model, action, depth, particle, what, cause);
    }
}
