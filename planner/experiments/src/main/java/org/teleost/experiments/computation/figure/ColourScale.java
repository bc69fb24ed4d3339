package org.teleost.experiments.computation.figure;

import org.teleost.experiment.report.FieldMap;

/**
 * Values to colours.
 *
 * @param low value of the first colour
 * @param high value of the last colour
 */
record ColourScale(double low, double high, boolean diverging) {
    /** Dark blue to yellow with rising brightness, readable in grey (the anchors of viridis, CC0). */
    private static final int[] RISING = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    private static final int[] DIVERGING = {0x2166ac, 0x67a9cf, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xef8a62, 0xb2182b};
    private static final int WHITE = 0xffffff;

    /** The range that the map asks for, or that of its values. */
    static ColourScale of(FieldMap map) {
        double low = map.colours().lowest();
        double high = map.colours().highest();
        if (Double.isNaN(low) || Double.isNaN(high)) {
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            for (double[] row : map.values()) {
                for (double value : row) {
                    if (Double.isFinite(value)) {
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
            }
        }
        if (!(high > low)) {
            // nothing to tell apart, or nothing at all
            double middle = Double.isFinite(low) ? low : 0.0;
            low = middle - 0.5;
            high = middle + 0.5;
        }
        if (map.colours().diverging()) {
            double limit = Math.max(Math.abs(low), Math.abs(high));
            return new ColourScale(-limit, limit, true);
        }
        return new ColourScale(low, high, false);
    }

    /** 0xRRGGBB; values beyond the ends have the colours of the ends, NaN is white. */
    int colour(double value) {
        if (Double.isNaN(value)) {
            return WHITE;
        }
        int[] anchors = diverging ? DIVERGING : RISING;
        double position = Math.max(0.0, Math.min(1.0, (value - low) / (high - low))) * (anchors.length - 1);
        int left = Math.min((int) position, anchors.length - 2);
        double part = position - left;
        return channel(anchors, left, part, 16) | channel(anchors, left, part, 8) | channel(anchors, left, part, 0);
    }

    private static int channel(int[] anchors, int left, double part, int shift) {
        int a = anchors[left] >> shift & 0xff;
        int b = anchors[left + 1] >> shift & 0xff;
        return (int) Math.round(a + part * (b - a)) << shift;
    }
}
