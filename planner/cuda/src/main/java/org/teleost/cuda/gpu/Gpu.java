package org.teleost.cuda.gpu;

import java.util.Locale;

/**
 * A GPU, as its driver describes it.
 *
 * @param name as the driver calls it
 * @param multiprocessors number of streaming multiprocessors
 * @param capability compute capability, 10 * major + minor
 */
public record Gpu(String name, int multiprocessors, int capability) {
    /** PTX is made for this; the driver compiles it for whatever is newer. */
    public static final int LEAST_CAPABILITY = 80;

    /** A compute capability as people write it, for example 8.0. */
    static String text(int capability) {
        return String.format(Locale.ROOT, "%.1f", capability / 10.0);
    }
}
