package org.teleost.viewer.scene;

/** Colours as 0xRRGGBBAA, not premultiplied. */
public final class Rgba {
    private Rgba() {}

    /** A colour 0xRRGGBB with an opacity from 0 to 1. */
    public static int of(int rgb, double opacity) {
        return rgb << 8 | channel(255.0 * opacity);
    }

    /** An opaque colour 0xRRGGBB. */
    public static int opaque(int rgb) {
        return rgb << 8 | 0xFF;
    }

    /** The same colour with another opacity. */
    public static int withOpacity(int rgba, double opacity) {
        return rgba & 0xFFFFFF00 | channel(255.0 * opacity);
    }

    /** {@code from} at t = 0, {@code to} at t = 1, each channel on its own; t is clamped. */
    public static int mix(int from, int to, double t) {
        double share = Math.max(0.0, Math.min(1.0, t));
        int result = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            int a = from >>> shift & 0xFF;
            int b = to >>> shift & 0xFF;
            result |= channel(a + share * (b - a)) << shift;
        }
        return result;
    }

    private static int channel(double value) {
        return (int) Math.round(Math.max(0.0, Math.min(255.0, value)));
    }
}
