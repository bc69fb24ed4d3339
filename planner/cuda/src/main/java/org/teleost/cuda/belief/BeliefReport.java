package org.teleost.cuda.belief;

import java.nio.ByteBuffer;

/**
 * What an update found: struct BeliefReport of belief.cuh.
 *
 * @param faultLikelihood what the model returned for particle {@code fault}
 * @param fault first particle whose log likelihood is not a number or infinite, -1 if none
 * @param terminal particles that the step ended
 * @param positive particles of positive weight before resampling
 * @param survivors distinct particles that were drawn
 * @param uniform whether all new weights are the same
 * @param lost no particle agrees or the model is at fault, and nothing was changed
 * @param mostObserved log likelihood of the observation at the particle that explains it best
 * @param mostSimulated the same of the observations that some particles simulated themselves
 * @param leastSimulated the least of those
 */
record BeliefReport(
        double logEvidence,
        double effectiveSampleSize,
        double faultLikelihood,
        int fault,
        int terminal,
        int positive,
        int survivors,
        boolean resampled,
        boolean uniform,
        boolean lost,
        double mostObserved,
        double mostSimulated,
        double leastSimulated) {
    static final int BYTES = 96;

    static BeliefReport of(ByteBuffer image) {
        return new BeliefReport(
                image.getDouble(0),
                image.getDouble(8),
                image.getDouble(16),
                image.getInt(40),
                image.getInt(44),
                image.getInt(48),
                image.getInt(52),
                image.getInt(56) != 0,
                image.getInt(56) != 0 || image.getInt(64) == 0,
                image.getInt(60) != 0,
                ofOrderedBits(image.getLong(72)),
                ofOrderedBits(image.getLong(80)),
                ofOrderedBits(~image.getLong(88)));
    }

    /** The number whose bits, ordered like the numbers, are these: of_ordered_bits of belief.cuh. */
    private static double ofOrderedBits(long bits) {
        return Double.longBitsToDouble(bits < 0 ? bits & Long.MAX_VALUE : ~bits);
    }
}
