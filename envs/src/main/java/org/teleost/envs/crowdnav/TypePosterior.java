package org.teleost.envs.crowdnav;

import java.util.Arrays;

/**
 * Probability of being curious for every pedestrian, by Bayes' rule from seen motion alone.
 *
 * <p>A pedestrian within reach that was at p and is now at q has the likelihood, per type, 0.9 N(q; p + speed * away,
 * 0.05) + 0.1 N(q; p, 0.05). The noise is independent per axis and then clamped, so on the border of the map an axis
 * contributes the probability of everything beyond it instead of a density. Pedestrians out of reach and everyone after
 * a YELL move alike whatever their type and teach nothing.
 */
final class TypePosterior {
    private static final double LOG_ACT = Math.log(CrowdRules.ACT_PROBABILITY);
    private static final double LOG_IDLE = Math.log(1.0 - CrowdRules.ACT_PROBABILITY);
    private static final double PRIOR_LOG_ODDS =
            Math.log(CrowdRules.CURIOUS_PROBABILITY / (1.0 - CrowdRules.CURIOUS_PROBABILITY));

    private final double[] logOdds = new double[CrowdRules.PEDESTRIANS];

    TypePosterior() {
        reset();
    }

    void reset() {
        Arrays.fill(logOdds, PRIOR_LOG_ODDS);
    }

    double curious(int pedestrian) {
        return 1.0 / (1.0 + Math.exp(-logOdds[pedestrian]));
    }

    /**
     * Learns from one step of the whole crowd.
     *
     * @param robotX the robot after its own move, which is what the pedestrians react to
     * @return log of the predictive density of all new positions
     */
    double update(Crowd before, Crowd after, float robotX, float robotY, boolean yell) {
        double evidence = 0.0;
        for (int i = 0; i < CrowdRules.PEDESTRIANS; i++) {
            double distance = Math.sqrt(before.squaredDistance(i, robotX, robotY));
            boolean reacts = distance <= CrowdRules.REACTION_RADIUS && distance > 0.0;
            if (!reacts) {
                evidence += logDensity(before, after, i, 0.0, 0.0);
                continue;
            }
            double awayX = (before.x[i] - (double) robotX) / distance;
            double awayY = (before.y[i] - (double) robotY) / distance;
            if (yell) {
                evidence += logDensity(before, after, i, CrowdRules.FLEE_SPEED * awayX, CrowdRules.FLEE_SPEED * awayY);
            } else {
                evidence += learn(before, after, i, awayX, awayY);
            }
        }
        return evidence;
    }

    private double learn(Crowd before, Crowd after, int i, double awayX, double awayY) {
        double idle = LOG_IDLE + logDensity(before, after, i, 0.0, 0.0);
        double approaches = LOG_ACT
                + logDensity(before, after, i, CrowdRules.CURIOUS_SPEED * awayX, CrowdRules.CURIOUS_SPEED * awayY);
        double retreats =
                LOG_ACT + logDensity(before, after, i, CrowdRules.SHY_SPEED * awayX, CrowdRules.SHY_SPEED * awayY);
        double ifCurious = NormalDensity.logAdd(idle, approaches);
        double ifShy = NormalDensity.logAdd(idle, retreats);
        // log p(curious) = -log(1 + e^-odds), log p(shy) = -log(1 + e^odds)
        double odds = logOdds[i];
        double logCurious = -NormalDensity.logAdd(0.0, -odds);
        double logShy = -NormalDensity.logAdd(0.0, odds);
        logOdds[i] = odds + ifCurious - ifShy;
        return NormalDensity.logAdd(logCurious + ifCurious, logShy + ifShy);
    }

    private static double logDensity(Crowd before, Crowd after, int i, double walkX, double walkY) {
        return logAxis(after.x[i], before.x[i] + walkX, CrowdRules.MIN_X, CrowdRules.MAX_X)
                + logAxis(after.y[i], before.y[i] + walkY, CrowdRules.MIN_Y, CrowdRules.MAX_Y);
    }

    private static double logAxis(float value, double mean, float low, float high) {
        double z = (value - mean) / CrowdRules.NOISE;
        if (value <= low) {
            return NormalDensity.logCumulative(z);
        }
        return value >= high ? NormalDensity.logCumulative(-z) : NormalDensity.log(z, CrowdRules.NOISE);
    }
}
