package org.teleost.solvers.value;

/** The chain that a fixed policy makes of a problem: one row of transition probabilities per state. */
interface MarkovChain {
    int states();

    /** Mean of {@code value} over the next states of {@code state}. */
    double next(int state, double[] value);

    /** Reward of {@code state}. */
    double reward(int state);
}
