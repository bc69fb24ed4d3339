package org.teleost.envs.beams;

/**
 * Eight readings of 8 bits in one key, and which beam meets a target: beam i covers the bearings from 45 i degrees,
 * exclusive, to 45 (i + 1), inclusive, counterclockwise from the x axis; bearing 0, also of a target at the same place,
 * counts as 360.
 */
public final class Beams {
    /** Number of beams. */
    public static final int COUNT = 8;

    private static final int BITS = 8;
    private static final long MASK = (1L << BITS) - 1;

    private Beams() {}

    /** The beam that meets a target at (dx, dy) from the sensor. */
    public static int towards(double dx, double dy) {
        if (dy > 0.0) {
            return dx >= dy ? 0 : dx >= 0.0 ? 1 : -dx <= dy ? 2 : 3;
        }
        if (dy < 0.0) {
            return -dx >= -dy ? 4 : dx <= 0.0 ? 5 : dx <= -dy ? 6 : 7;
        }
        return dx < 0.0 ? 3 : 7;
    }

    /** The part of a key that holds {@code bin} for {@code beam}. */
    public static long key(int beam, int bin) {
        return (long) bin << beam * BITS;
    }

    /** The bin of a beam. */
    public static int bin(long key, int beam) {
        return (int) (key >>> beam * BITS & MASK);
    }
}
