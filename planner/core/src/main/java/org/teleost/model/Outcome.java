package org.teleost.model;

/** What one step produced, written by {@link GenerativeModel#step}; reused, so every step must set all three. */
public final class Outcome {
    /** Immediate reward; must be finite. */
    public double reward;

    /** Observation id in [0, observationCount) or, for a model with 64-bit observations, any key. */
    public long observation;

    /** True when the episode ends with this step; nothing is collected afterwards. */
    public boolean terminal;

    /** Sets all fields. */
    public void set(double reward, long observation, boolean terminal) {
        this.reward = reward;
        this.observation = observation;
        this.terminal = terminal;
    }
}
