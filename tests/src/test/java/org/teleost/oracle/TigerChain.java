package org.teleost.oracle;

/**
 * Tiger's optimal values by value iteration on the lead, the number of hearings on the left minus those on the right:
 * P(tiger left | lead) = 0.85^lead / (0.85^lead + 0.15^lead), and opening a door returns to lead 0.
 */
public final class TigerChain {
    private static final int LONGEST = 60;
    private static final double CORRECT = 0.85;
    private static final double DISCOUNT = 0.95;

    private final double[] values = new double[2 * LONGEST + 1];

    public TigerChain() {
        double change = 1.0;
        while (change > 1e-13) {
            change = 0.0;
            for (int lead = -LONGEST; lead <= LONGEST; lead++) {
                double value = Math.max(listen(lead), Math.max(openLeft(lead), openRight(lead)));
                change = Math.max(change, Math.abs(value - value(lead)));
                values[lead + LONGEST] = value;
            }
        }
    }

    /** V*(lead). */
    public double value(int lead) {
        return values[Math.max(-LONGEST, Math.min(LONGEST, lead)) + LONGEST];
    }

    /** Q*(lead, a) for listen, open left, open right. */
    public double[] actionValues(int lead) {
        return new double[] {listen(lead), openLeft(lead), openRight(lead)};
    }

    private double listen(int lead) {
        double left = left(lead);
        double hearLeft = left * CORRECT + (1.0 - left) * (1.0 - CORRECT);
        return -1.0 + DISCOUNT * (hearLeft * value(lead + 1) + (1.0 - hearLeft) * value(lead - 1));
    }

    private double openLeft(int lead) {
        return 10.0 - 110.0 * left(lead) + DISCOUNT * value(0);
    }

    private double openRight(int lead) {
        return 10.0 - 110.0 * (1.0 - left(lead)) + DISCOUNT * value(0);
    }

    private static double left(int lead) {
        return 1.0 / (1.0 + Math.pow((1.0 - CORRECT) / CORRECT, lead));
    }
}
