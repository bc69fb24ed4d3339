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

    /** The newest generation that nd4j-cuda-11.6 has machine code for, 3.7 to 8.6; it has no PTX for others. */
    private static final int NEWEST_OF_ND4J = 8;

    /** Whether ND4J's own kernels run on it: code for one capability runs on later ones of its generation. */
    public boolean runsNd4j() {
        return capability / 10 <= NEWEST_OF_ND4J;
    }

    /** A compute capability as people write it, for example 8.0. */
    static String text(int capability) {
        return String.format(Locale.ROOT, "%.1f", capability / 10.0);
    }
}
