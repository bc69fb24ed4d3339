package org.teleost.plan;

/**
 * Observation keys whose hashes in the tree's table differ in bits 16 to 31 alone, so that they fall on one slot of a
 * small table and carry the same mark: the hash function run backwards.
 */
final class HashCollisions {
    private static final long PARENT = 0x9E3779B97F4A7C15L;
    private static final long MULTIPLIER = 0xBF58476D1CE4E5B9L;
    private static final long INVERSE = inverse(MULTIPLIER);

    private HashCollisions() {}

    /** The i-th key of a parent edge, i from 0. */
    static long key(int parent, int i) {
        long hash = (long) i << 16;
        long product = hash ^ (hash >>> 29) ^ (hash >>> 58);
        return (product * INVERSE) ^ (parent * PARENT);
    }

    // Newton's iteration modulo 2^64: every step doubles the correct bits
    private static long inverse(long odd) {
        long x = odd;
        for (int i = 0; i < 6; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }
}
