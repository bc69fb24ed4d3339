package org.teleost.problem;

import java.util.Arrays;

/**
 * Bounds of an observation or an action, one pair for each component; a bound may be infinite.
 *
 * @param low smallest values, in the environment's units
 * @param high largest values, none below its partner in {@code low}
 */
public record Box(float[] low, float[] high) {

    /** @throws IllegalArgumentException if the arrays differ in length, are empty, or a pair is out of order or NaN */
    public Box {
        if (low.length != high.length || low.length == 0) {
            throw new IllegalArgumentException("box needs two arrays of one positive length: low=" + low.length
                    + " high=" + high.length + " components");
        }
        low = low.clone();
        high = high.clone();
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] <= high[i])) {
                throw new IllegalArgumentException("box is empty or NaN at component=" + i + ": low=" + low[i]
                        + " high=" + high[i] + "; low must not exceed high");
            }
        }
    }

    /** A box with the same bounds for all components. */
    public static Box uniform(int components, float low, float high) {
        float[] lows = new float[components];
        float[] highs = new float[components];
        Arrays.fill(lows, low);
        Arrays.fill(highs, high);
        return new Box(lows, highs);
    }

    /** A box without bounds. */
    public static Box unbounded(int components) {
        return uniform(components, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
    }

    public int size() {
        return low.length;
    }

    public float low(int component) {
        return low[component];
    }

    public float high(int component) {
        return high[component];
    }

    @Override
    public float[] low() {
        return low.clone();
    }

    @Override
    public float[] high() {
        return high.clone();
    }

    /** True if every bound is finite. */
    public boolean bounded() {
        for (int i = 0; i < low.length; i++) {
            if (Float.isInfinite(low[i]) || Float.isInfinite(high[i])) {
                return false;
            }
        }
        return true;
    }
}
