package org.teleost.envs.crowdnav;

/** Optimistic leaf value: straight to the goal without a collision. */
final class StraightHeuristic {
    /** Value of k steps north, the last one of which reaches the goal: -(1 - g^k) / (1 - g) + 1000 g^(k-1). */
    private final double[] valueBySteps = new double[(int) CrowdRules.MAX_X + 2];

    StraightHeuristic(double discount) {
        for (int steps = 1; steps < valueBySteps.length; steps++) {
            valueBySteps[steps] = CrowdRules.STEP_REWARD * (1.0 - Math.pow(discount, steps)) / (1.0 - discount)
                    + CrowdRules.GOAL_REWARD * Math.pow(discount, steps - 1);
        }
    }

    /** Values by steps to the goal. */
    double[] table() {
        return valueBySteps.clone();
    }

    double value(float robotX) {
        return valueBySteps[(int) (CrowdRules.GOAL_X - robotX) + 1];
    }
}
