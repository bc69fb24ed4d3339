package org.teleost.random;

/** Draws from a table of cumulative weights. */
public final class Cumulative {
    private Cumulative() {}

    /**
     * First of {@code count} places from {@code start} on whose cumulative weight is above {@code target}; the last one
     * when none is.
     */
    public static int find(float[] cumulative, int start, int count, float target) {
        int low = start;
        int high = start + count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The same in double precision. */
    public static int find(double[] cumulative, int start, int count, double target) {
        int low = start;
        int high = start + count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
