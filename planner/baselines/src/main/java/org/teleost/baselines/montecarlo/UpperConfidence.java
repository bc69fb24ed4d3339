package org.teleost.baselines.montecarlo;

/**
 * The exploration constant c of UCB1 (Auer, Cesa-Bianchi and Fischer 2002), as a share of the range of returns that the
 * decision has seen: published constants, tuned per problem, are 0.3 to 0.6 of that range.
 */
final class UpperConfidence {
    /** Share of the range by default. */
    static final double SHARE = 0.5;

    private static final int TABLE = 1 << 12;
    private static final double[] INVERSE_ROOT = new double[TABLE];

    static {
        for (int n = 1; n < TABLE; n++) {
            INVERSE_ROOT[n] = 1.0 / Math.sqrt(n);
        }
    }

    private final double share;
    private double low;
    private double high;

    UpperConfidence(double share) {
        this.share = share;
    }

    void startDecision() {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
    }

    /** Takes the return of a whole simulation. */
    void add(double episodeReturn) {
        low = Math.min(low, episodeReturn);
        high = Math.max(high, episodeReturn);
    }

    /** c sqrt(log N), to be divided by the root of an action's visits. */
    double bonus(int visits) {
        return high > low ? share * (high - low) * Math.sqrt(Math.log(visits)) : 0.0;
    }

    static double inverseRoot(int visits) {
        return visits < TABLE ? INVERSE_ROOT[visits] : 1.0 / Math.sqrt(visits);
    }
}
