package org.teleost.baselines.montecarlo;

/** How many children an action with N visits may have, k N^alpha, as the visits that each further child needs. */
final class WideningLimit {
    private static final int MOST = 256;
    private final int[] visitsFor = new int[MOST + 1];

    WideningLimit(double factor, double power) {
        for (int children = 1; children <= MOST; children++) {
            // the published test: another child while their number is at most k N^alpha
            double visits = power > 0.0
                    ? Math.pow((children - 1) / factor, 1.0 / power)
                    : children - 1 <= factor ? 0.0 : Double.POSITIVE_INFINITY;
            visitsFor[children] = visits > 1e9 ? Integer.MAX_VALUE : (int) Math.ceil(visits);
        }
    }

    /** Whether an action with so many visits and children may get another one. */
    boolean allows(int visits, int children) {
        return children < MOST && Math.max(1, visits) >= visitsFor[children + 1];
    }
}
