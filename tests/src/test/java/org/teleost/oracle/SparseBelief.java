package org.teleost.oracle;

import java.util.Arrays;

/** A belief on its support: states ascending, probabilities summing to 1. */
public final class SparseBelief {
    // probabilities that agree to this are taken for equal by a table; errs by less than 1e-9 of the value range
    private static final double RESOLUTION = 1e10;

    public final int[] states;
    public final double[] probabilities;

    public SparseBelief(int[] states, double[] probabilities) {
        this.states = states;
        this.probabilities = probabilities;
    }

    /** From masses [states] that sum to {@code total}; entries of no weight are dropped. */
    public static SparseBelief of(double[] masses, double total) {
        int size = 0;
        for (double mass : masses) {
            size += mass > 0.0 ? 1 : 0;
        }
        int[] states = new int[size];
        double[] probabilities = new double[size];
        int next = 0;
        for (int s = 0; s < masses.length; s++) {
            if (masses[s] > 0.0) {
                states[next] = s;
                probabilities[next++] = masses[s] / total;
            }
        }
        return new SparseBelief(states, probabilities);
    }

    /** Inner product with a vector [all states]. */
    public double dot(double[] vector) {
        double sum = 0.0;
        for (int i = 0; i < states.length; i++) {
            sum += probabilities[i] * vector[states[i]];
        }
        return sum;
    }

    @Override
    public int hashCode() {
        int hash = Arrays.hashCode(states);
        for (double p : probabilities) {
            hash = hash * 31 + Long.hashCode(Math.round(p * RESOLUTION));
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SparseBelief belief) || !Arrays.equals(states, belief.states)) {
            return false;
        }
        for (int i = 0; i < states.length; i++) {
            if (Math.round(probabilities[i] * RESOLUTION) != Math.round(belief.probabilities[i] * RESOLUTION)) {
                return false;
            }
        }
        return true;
    }
}
