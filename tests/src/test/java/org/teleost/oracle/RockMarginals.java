package org.teleost.oracle;

import java.util.Arrays;

/**
 * P(rock is good | history) by Bayes' rule, exact for RockSample and MARS: moves are deterministic and the rocks stay
 * independent given the history. One object follows one history; two rovers simply call it in turn.
 */
public final class RockMarginals {
    private final int[][] rocks;
    private final double[] good;

    /** {@code rocks}: cells (x, y) by rock id; every rock is good with probability 1/2. */
    public RockMarginals(int[][] rocks) {
        this.rocks = rocks;
        good = new double[rocks.length];
        Arrays.fill(good, 0.5);
    }

    /** P(the reading is right) = (1 + 2^(-d/20)) / 2 at Euclidean distance d. */
    public static double accuracy(int x, int y, int rockX, int rockY) {
        double distance = Math.sqrt((x - rockX) * (x - rockX) + (y - rockY) * (y - rockY));
        return (1.0 + Math.pow(2.0, -distance / 20.0)) / 2.0;
    }

    /** A reading of {@code rock} taken at (x, y). */
    public void sense(int rock, int x, int y, boolean readsGood) {
        double right = accuracy(x, y, rocks[rock][0], rocks[rock][1]);
        double ifGood = readsGood ? right : 1.0 - right;
        double ifBad = readsGood ? 1.0 - right : right;
        good[rock] = good[rock] * ifGood / (good[rock] * ifGood + (1.0 - good[rock]) * ifBad);
    }

    /** SAMPLE at (x, y): a rock there is bad from now on. */
    public void sample(int x, int y) {
        for (int rock = 0; rock < rocks.length; rock++) {
            if (rocks[rock][0] == x && rocks[rock][1] == y) {
                good[rock] = 0.0;
            }
        }
    }

    /** P(good) of one rock. */
    public double good(int rock) {
        return good[rock];
    }
}
