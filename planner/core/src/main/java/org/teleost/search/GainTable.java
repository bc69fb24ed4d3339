package org.teleost.search;

import java.util.Arrays;
import org.teleost.leaf.ActionParts;
import org.teleost.random.Elementary;

/**
 * What each value of each part of an action gains for each of some particles, and what follows for all of them
 * together. Rows are the values of all parts, one part after the other. Rows may be written by several threads, each
 * its own.
 */
final class GainTable {
    private static final double LARGEST_EXPONENT = 300.0;

    /** Temperature in units of what lies between the best score and the upper quartile. */
    private static final double TEMPERATURE = 0.5;

    /** Relative differences below this are rounding. */
    private static final double ROUNDING = 1e-12;

    private final ActionParts parts;
    private final int[] first;
    private final double[][] gain;
    private final boolean[] legal;
    private final double[] ranked;
    private final double[] share;
    private int particles;

    GainTable(ActionParts parts, int mostParticles) {
        this.parts = parts;
        first = parts.firstRows();
        gain = new double[rows()][mostParticles];
        legal = new boolean[rows()];
        ranked = new double[rows()];
        share = new double[rows()];
    }

    int rows() {
        return first[parts.count()];
    }

    /** First row of a part; that of the part after the last one is the number of rows. */
    int first(int part) {
        return first[part];
    }

    void start(int newParticles) {
        particles = newParticles;
    }

    void setLegal(int row, boolean allowed) {
        legal[row] = allowed;
    }

    void set(int row, int particle, double value) {
        gain[row][particle] = value;
    }

    /** The part's row with the largest mean gain. */
    int best(int part, double[] weights) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = first[part]; row < first[part + 1]; row++) {
            double value = legal[row] ? mean(row, weights) : Double.NEGATIVE_INFINITY;
            if (value > most) {
                most = value;
                best = row;
            }
        }
        return best;
    }

    /** Sum over the parts of the largest gain that one value has for all particles, by their weights. */
    double bestGain(double[] weights) {
        double sum = 0.0;
        for (int part = 0; part < parts.count(); part++) {
            sum += mean(best(part, weights), weights);
        }
        return sum;
    }

    private double mean(int row, double[] weights) {
        double[] gains = gain[row];
        double sum = 0.0;
        for (int k = 0; k < particles; k++) {
            sum += weights[k] * gains[k];
        }
        return sum;
    }

    /**
     * Cumulative preferences of a part's values: a softmax of their scores, negative infinity where a value is not
     * legal. Values that gain the same for every particle differ in what they tell alone: together they have as much as
     * the best of them, or twenty ways to wait would drown one way to go.
     */
    void prefer(int part, double[] score, float[] cumulative) {
        int from = first[part];
        int to = first[part + 1];
        double best = Double.NEGATIVE_INFINITY;
        for (int row = from; row < to; row++) {
            best = Math.max(best, score[row]);
        }
        double width = TEMPERATURE * width(from, to, score);
        for (int row = from; row < to; row++) {
            share[row] = Elementary.exp(Math.max(-LARGEST_EXPONENT, (score[row] - best) / width));
        }
        double total = 0.0;
        for (int row = from; row < to; row++) {
            double most = 0.0;
            double sum = 0.0;
            for (int other = from; other < to; other++) {
                if (isSame(row, other)) {
                    most = Math.max(most, share[other]);
                    sum += share[other];
                }
            }
            total += share[row] * most / sum;
            cumulative[row] = (float) total;
        }
    }

    private boolean isSame(int row, int other) {
        return row == other
                || legal[row] && legal[other] && Arrays.equals(gain[row], 0, particles, gain[other], 0, particles);
    }

    private double width(int from, int to, double[] score) {
        int count = 0;
        for (int row = from; row < to; row++) {
            if (score[row] > Double.NEGATIVE_INFINITY) {
                ranked[count++] = score[row];
            }
        }
        Arrays.sort(ranked, 0, count);
        double best = ranked[count - 1];
        double spread = best - ranked[Math.min(count - 1, 3 * count / 4)];
        double least = ROUNDING * Math.max(1.0, Math.abs(best));
        return spread > least ? spread : Math.max(least, (best - ranked[0]) / 4.0);
    }
}
