package org.teleost.viewer.scene;

/** Colours for scalar values; between the stops they mix linearly. */
public final class ColorMap {
    /** Dark to light blue: probabilities on a dark ground. */
    public static final ColorMap SHADE = new ColorMap(0x1E232A, 0x27425A, 0x2F6F9E, 0x56B4E9, 0xD4EDFB);

    /** Perceptually even, dark violet to yellow (stops of matplotlib's viridis, CC0). */
    public static final ColorMap VIRIDIS =
            new ColorMap(0x440154, 0x46327E, 0x365C8D, 0x277F8E, 0x1FA187, 0x4AC16D, 0xA0DA39, 0xFDE725);

    /** Blue over dark grey to orange, for signed values around zero. */
    public static final ColorMap DIVERGING = new ColorMap(0x7CC7F5, 0x2F6F9E, 0x22262D, 0xB4552D, 0xFFB38A);

    private static final int LEVELS = 256;

    private final int[] levels = new int[LEVELS];

    private ColorMap(int... stops) {
        for (int i = 0; i < LEVELS; i++) {
            double place = (double) i / (LEVELS - 1) * (stops.length - 1);
            int stop = Math.min((int) place, stops.length - 2);
            levels[i] = Rgba.mix(Rgba.opaque(stops[stop]), Rgba.opaque(stops[stop + 1]), place - stop);
        }
    }

    /** Colour of a value in [low, high]; values beyond take the end colours. */
    public int color(double value, double low, double high) {
        double place = (value - low) / (high - low) * (LEVELS - 1);
        return levels[(int) Math.round(Math.max(0.0, Math.min(LEVELS - 1.0, place)))];
    }
}
