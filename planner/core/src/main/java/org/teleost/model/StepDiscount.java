package org.teleost.model;

import org.teleost.random.Elementary;

/**
 * What the duration of a step makes of everything after it: gamma^d. Whoever plans counts gamma for every step and
 * carries a weight along that starts at 1 and takes up the rest, gamma^(d - 1), at each of them; rewards and leaf
 * values are counted times the weight. Where durations differ among the states of one history, its best action is then
 * the one that is best for the states as they count, those that are reached soon more.
 */
public final class StepDiscount {
    private final GenerativeModel model;
    private final boolean lasting;
    private final double logDiscount;

    /** For steps of this model; to be shared by any number of threads. */
    public StepDiscount(GenerativeModel model) {
        this.model = model;
        lasting = model.hasDurations();
        logDiscount = Elementary.log(model.discount());
    }

    /** Whether there are durations at all: without them every weight is 1. */
    public boolean lasting() {
        return lasting;
    }

    /**
     * gamma^(d - 1) of the step that has led to a state that is not terminal.
     *
     * @throws IllegalArgumentException for a duration that is none
     */
    public double stretch(int action, State nextState) {
        if (!lasting) {
            return 1.0;
        }
        double duration = model.duration(action, nextState);
        if (!(duration > 0.0 && duration <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("duration=" + duration + "; it must be positive and finite");
        }
        return Elementary.exp((duration - 1.0) * logDiscount);
    }
}
