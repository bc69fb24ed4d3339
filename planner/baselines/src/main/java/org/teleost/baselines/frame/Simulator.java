package org.teleost.baselines.frame;

import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Steps a model, counts and checks: a model that breaks its contract is named, not planned with. */
public final class Simulator {
    private static final double LARGEST = 1e15;

    private final GenerativeModel model;
    private final RandomStream stream = new RandomStream(0);
    private final Outcome outcome = new Outcome();
    private long steps;
    private int action = -1;

    Simulator(GenerativeModel model) {
        this.model = model;
    }

    void startDecision() {
        steps = 0;
        action = -1;
    }

    /** The stream that all draws come from. */
    public RandomStream stream() {
        return stream;
    }

    /** What the last step led to. */
    public Outcome outcome() {
        return outcome;
    }

    /** Simulates one action; returns the outcome, which the next step overwrites. */
    public Outcome step(State state, int newAction) {
        action = newAction;
        steps++;
        model.step(state, newAction, stream, outcome);
        if (!(Math.abs(outcome.reward) <= LARGEST)) {
            throw failure("reward=" + outcome.reward + "; it must be finite and at most 1e15 in size", null);
        }
        return outcome;
    }

    /** Simulated steps of this decision, rollouts apart. */
    long steps() {
        return steps;
    }

    ModelException failure(String what, Throwable cause) {
        return ModelException.at(model, action, -1, -1, what, cause);
    }
}
