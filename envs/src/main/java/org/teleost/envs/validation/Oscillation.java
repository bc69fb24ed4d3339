package org.teleost.envs.validation;

/** Mean, amplitude and frequency of a signal, from samples given one by one. */
final class Oscillation {
    private double sum;
    private long samples;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private double before = Double.NaN;
    private double firstRise = Double.NaN;
    private double lastRise = Double.NaN;
    private int rises;

    /** Adds the value at {@code time}; {@code step} is the distance from the sample before. */
    void add(double time, double step, double value) {
        sum += value;
        samples++;
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        if (before < 0.0 && value >= 0.0) {
            lastRise = time - step * value / (value - before);
            firstRise = rises == 0 ? lastRise : firstRise;
            rises++;
        }
        before = value;
    }

    double mean() {
        return sum / samples;
    }

    /** Half the distance between the extremes. */
    double amplitude() {
        return 0.5 * (highest - lowest);
    }

    /** Upward zero crossings per time; NaN with fewer than two. */
    double frequency() {
        return (rises - 1) / (lastRise - firstRise);
    }
}
