package org.teleost.envs.finray.comparison;

import org.teleost.envs.finray.FinRay;

/**
 * An offset over whole periods of the root, as a sum of A_k sin(k w t + phase_k), with w t the phase of the heave.
 *
 * @param amplitudes A_1 to A_5, in radians
 * @param phases in degrees, -180 to 180
 * @param atBound share of the decisions that end at the largest offset
 * @param atRate share of the decisions that change it at the largest rate
 */
public record Waveform(double[] amplitudes, double[] phases, double atBound, double atRate) {
    /** How many components there are. */
    public static final int HARMONICS = 5;

    private static final double ALMOST = 0.995;

    /**
     * The form of the last whole periods, at most two: those before may not have settled.
     *
     * @param time of each decision's end, in periods
     * @param offset after each decision, in radians
     */
    public static Waveform of(double[] time, double[] offset) {
        int period = FinRay.DECISIONS_PER_PERIOD;
        int count = Math.min(2, offset.length / period) * period;
        double[] amplitudes = new double[HARMONICS];
        double[] phases = new double[HARMONICS];
        for (int k = 1; k <= HARMONICS; k++) {
            double sine = 0.0;
            double cosine = 0.0;
            for (int i = offset.length - count; i < offset.length; i++) {
                double angle = 2.0 * Math.PI * k * time[i];
                sine += 2.0 * offset[i] * Math.sin(angle) / count;
                cosine += 2.0 * offset[i] * Math.cos(angle) / count;
            }
            amplitudes[k - 1] = count == 0 ? Double.NaN : Math.hypot(sine, cosine);
            phases[k - 1] = count == 0 ? Double.NaN : Math.toDegrees(Math.atan2(cosine, sine));
        }
        int bound = 0;
        int rate = 0;
        for (int i = offset.length - count; i < offset.length; i++) {
            double before = i == 0 ? 0.0 : offset[i - 1];
            bound += Math.abs(offset[i]) >= ALMOST * FinRay.LARGEST_OFFSET ? 1 : 0;
            rate += Math.abs(FinRay.actionTowards(before, offset[i])) >= ALMOST ? 1 : 0;
        }
        return new Waveform(amplitudes, phases, (double) bound / count, (double) rate / count);
    }
}
