package org.teleost.solvers.sarsop;

/**
 * How deep trials go, learned from what they brought. A trial narrows the start's gap to discount^steps of it; the gap
 * that is allowed grows by 1 / discount a step, so where gaps are equal a trial goes about so many steps. The choice
 * that narrowed the gap most per backup lately is taken, every other trial one in turn.
 */
final class TrialDepths {
    private static final int[] STEPS = {2, 6, 14, 30, 70};

    /** Share of the past in the running means. */
    private static final double MEMORY = 0.8;

    private final double[] gain = new double[STEPS.length];
    private final double[] cost = new double[STEPS.length];
    private int trials;

    int choose() {
        trials++;
        if (trials % 2 == 0 || trials < 2 * STEPS.length) {
            return trials / 2 % STEPS.length;
        }
        int best = 0;
        for (int i = 1; i < STEPS.length; i++) {
            if (gain[i] * cost[best] > gain[best] * cost[i]) {
                best = i;
            }
        }
        return best;
    }

    int steps(int choice) {
        return STEPS[choice];
    }

    /** What a trial brought for the start's gap, and its backups. */
    void learn(int choice, double narrowed, int backups) {
        gain[choice] = MEMORY * gain[choice] + narrowed;
        cost[choice] = MEMORY * cost[choice] + Math.max(1, backups);
    }
}
