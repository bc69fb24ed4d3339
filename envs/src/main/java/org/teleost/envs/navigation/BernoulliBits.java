package org.teleost.envs.navigation;

import org.teleost.random.RandomStream;

/**
 * 64 independent bits at a time, each 1 with probability p: every bit compares its own uniform number with p digit by
 * digit, and the drawing stops when all wanted bits are decided (about 8 random words for 64 bits).
 */
final class BernoulliBits {
    private final long digits;

    /** {@code probability} in (0, 1), used to 63 binary digits. */
    BernoulliBits(double probability) {
        digits = (long) (probability * 0x1.0p63) << 1;
    }

    /** The probability as 64 binary digits, the first of them worth 1/2. */
    long digits() {
        return digits;
    }

    /** Draws the bits of {@code wanted}; all others are 0. */
    long draw(long wanted, RandomStream stream) {
        long result = 0L;
        long undecided = wanted;
        for (long rest = digits; undecided != 0 && rest != 0; rest <<= 1) {
            long random = stream.nextLong();
            if (rest < 0) {
                result |= undecided & ~random;
                undecided &= random;
            } else {
                undecided &= ~random;
            }
        }
        return result;
    }
}
