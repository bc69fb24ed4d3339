package org.teleost.plan;

/** Observation keys that all fall on one slot of the tree's hash table: its hash function run backwards. */
final class HashCollisions {
    private static final long PARENT = 0x9E3779B97F4A7C15L;
    private static final long MULTIPLIER = 0xBF58476D1CE4E5B9L;
    private static final long INVERSE = inverse(MULTIPLIER);

    private HashCollisions() {}

    /** The i-th key of a parent edge, i from 0; all have hash 0 there. */
    static long key(int parent, int i) {
        // hash = low ^ high ^ (high >>> 15) of the product, so this low word makes it 0
        int high = i + 1;
        long product = ((long) high << 32) | ((high ^ (high >>> 15)) & 0xFFFFFFFFL);
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
