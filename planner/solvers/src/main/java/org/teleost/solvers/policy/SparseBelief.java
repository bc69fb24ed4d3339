package org.teleost.solvers.policy;

import java.util.Arrays;

/** Probabilities of the states that are possible, ascending by state. Immutable. */
public final class SparseBelief {
    private final int[] states;
    private final double[] weights;

    /** Takes the arrays as they are: states ascend, weights are positive and sum to 1. */
    public SparseBelief(int[] states, double[] weights) {
        this.states = states;
        this.weights = weights;
    }

    /** The positive entries of a vector over all states, scaled to sum 1. */
    public static SparseBelief of(double[] dense) {
        int count = 0;
        double sum = 0.0;
        for (double p : dense) {
            count += p > 0.0 ? 1 : 0;
            sum += p > 0.0 ? p : 0.0;
        }
        int[] states = new int[count];
        double[] weights = new double[count];
        int at = 0;
        for (int s = 0; s < dense.length; s++) {
            if (dense[s] > 0.0) {
                states[at] = s;
                weights[at++] = dense[s] / sum;
            }
        }
        return new SparseBelief(states, weights);
    }

    /** Number of possible states. */
    public int count() {
        return states.length;
    }

    /** The i-th possible state. */
    public int state(int i) {
        return states[i];
    }

    /** Its probability. */
    public double weight(int i) {
        return weights[i];
    }

    /** Mean of a function of the state. */
    public double mean(double[] values) {
        double sum = 0.0;
        for (int i = 0; i < states.length; i++) {
            sum += weights[i] * values[states[i]];
        }
        return sum;
    }

    /** Sum of the absolute differences of probabilities, 0 to 2. */
    public double distance(SparseBelief other) {
        double sum = 0.0;
        int k = 0;
        for (int i = 0; i < states.length; i++) {
            while (k < other.states.length && other.states[k] < states[i]) {
                sum += other.weights[k++];
            }
            boolean both = k < other.states.length && other.states[k] == states[i];
            sum += Math.abs(weights[i] - (both ? other.weights[k++] : 0.0));
        }
        while (k < other.states.length) {
            sum += other.weights[k++];
        }
        return sum;
    }

    @Override
    public String toString() {
        return Arrays.toString(states) + Arrays.toString(weights);
    }
}
