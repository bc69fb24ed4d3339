package org.teleost.envs.tiger;

import static org.teleost.envs.tiger.Tiger.DISCOUNT;
import static org.teleost.envs.tiger.Tiger.FREE_REWARD;
import static org.teleost.envs.tiger.Tiger.HEARING;
import static org.teleost.envs.tiger.Tiger.LISTEN_REWARD;
import static org.teleost.envs.tiger.Tiger.TIGER_REWARD;

import java.util.Arrays;

/**
 * Evaluates the base policies "open the likelier free door once the lead is T or more, else listen" for T = 1..5.
 *
 * <p>The net lead is a sufficient statistic: with r = (1 - q) / q and hearing q, P(tiger left | lead) = 1 / (1 +
 * r^lead). Policy T solves, over leads,
 *
 * <pre>
 * V(lead) = R_open(|lead|) + gamma V(0)                          |lead| &gt;= T
 * V(lead) = -1 + gamma (P(left) V(lead+1) + P(right) V(lead-1))   else
 * </pre>
 *
 * by fixed-point iteration. Taking the best T at each lead is the value of choosing T there once: a lower bound of V*.
 */
final class ThresholdPolicies {
    private static final int LARGEST_THRESHOLD = 5;
    private static final int SWEEPS = 1_000;

    /** Leads from -LIMIT to LIMIT; larger ones count as LIMIT, where the tiger's side is all but certain. */
    static final int LIMIT = 16;

    private final double[] best = new double[2 * LIMIT + 1];

    ThresholdPolicies() {
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int threshold = 1; threshold <= LARGEST_THRESHOLD; threshold++) {
            double[] value = solve(threshold);
            for (int i = 0; i < best.length; i++) {
                best[i] = Math.max(best[i], value[i]);
            }
        }
    }

    /** Best value over the thresholds at a net lead. */
    double value(int lead) {
        return best[LIMIT + Math.max(-LIMIT, Math.min(LIMIT, lead))];
    }

    /** The best values, at LIMIT + lead. */
    double[] table() {
        return best.clone();
    }

    /** P(tiger left | lead). */
    static double left(int lead) {
        return 1.0 / (1.0 + Math.pow((1.0 - HEARING) / HEARING, lead));
    }

    /** value[LIMIT + lead] of one policy. */
    static double[] solve(int threshold) {
        double[] value = new double[2 * LIMIT + 1];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int lead = -LIMIT; lead <= LIMIT; lead++) {
                value[LIMIT + lead] = Math.abs(lead) >= threshold ? open(lead, value) : listen(lead, value);
            }
        }
        return value;
    }

    private static double open(int lead, double[] value) {
        double free = left(Math.abs(lead));
        return free * FREE_REWARD + (1.0 - free) * TIGER_REWARD + DISCOUNT * value[LIMIT];
    }

    private static double listen(int lead, double[] value) {
        double hearLeft = left(lead) * HEARING + (1.0 - left(lead)) * (1.0 - HEARING);
        return LISTEN_REWARD
                + DISCOUNT * (hearLeft * value[LIMIT + lead + 1] + (1.0 - hearLeft) * value[LIMIT + lead - 1]);
    }
}
