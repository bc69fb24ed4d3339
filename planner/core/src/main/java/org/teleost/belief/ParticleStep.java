package org.teleost.belief;

import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Moves one particle over a real step and weighs it; what the model does wrong is reported with its place. */
final class ParticleStep {
    private final GenerativeModel model;
    private final Outcome outcome = new Outcome();
    private final RandomStream stream = new RandomStream(0);
    private boolean terminal;

    ParticleStep(GenerativeModel model) {
        this.model = model;
    }

    /**
     * Replaces {@code state} by a next state drawn with stream (seed, step, particle) and returns log p(observation),
     * negative infinity when the particle ended.
     */
    double move(State state, int action, long observation, long seed, long step, int particle) {
        if (drift(state, action, seed, step, particle) == Double.NEGATIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        try {
            double likelihood = model.logLikelihood(observation, action, state);
            if (Double.isNaN(likelihood) || likelihood == Double.POSITIVE_INFINITY) {
                throw failure(
                        action,
                        step,
                        particle,
                        "logLikelihood(observation=" + observation + ")=" + likelihood
                                + "; it must be a number or negative infinity",
                        null);
            }
            return likelihood;
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            ModelException.passOn(e);
            throw failure(action, step, particle, "threw " + e, e);
        }
    }

    /** The same where nothing was observed: returns 0, or negative infinity when the particle ended. */
    double drift(State state, int action, long seed, long step, int particle) {
        stream.startEpisode(seed, step, particle);
        try {
            model.step(state, action, stream, outcome);
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            ModelException.passOn(e);
            throw failure(action, step, particle, "threw " + e, e);
        }
        terminal = outcome.terminal;
        return terminal ? Double.NEGATIVE_INFINITY : 0.0;
    }

    /**
     * Log likelihood of the observation that the last move simulated, at the state that it came to; not a number where
     * the particle ended or the model finds its own observation impossible.
     */
    double ofItsOwn(State state, int action) {
        if (terminal) {
            return Double.NaN;
        }
        double likelihood = model.logLikelihood(outcome.observation, action, state);
        return Double.isInfinite(likelihood) ? Double.NaN : likelihood;
    }

    /** Advances the history lanes of {@code state}. */
    void remember(State state, int action, long observation) {
        try {
            model.updateHistory(state, action, observation);
        } catch (RuntimeException | Error e) {
            String place = "updateHistory(action=" + action + ", observation=" + observation + ")";
            throw ModelException.in(model, place, e);
        }
    }

    /** The observation that the last move simulated itself. */
    long simulated() {
        return outcome.observation;
    }

    /** Advances the history lanes of {@code state} over a step without observation. */
    void rememberUnobserved(State state, int action, long simulated) {
        try {
            model.updateHistoryUnobserved(state, action, simulated);
        } catch (RuntimeException | Error e) {
            throw ModelException.in(model, "updateHistoryUnobserved(action=" + action + ")", e);
        }
    }

    /** Whether the last move ended the particle. */
    boolean ended() {
        return terminal;
    }

    private ModelException failure(int action, long step, int particle, String what, Throwable cause) {
        return ModelException.at(model, action, (int) step, particle, what, cause);
    }
}
