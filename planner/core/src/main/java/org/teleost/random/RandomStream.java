package org.teleost.random;

/**
 * Counter-based random numbers: value {@code i} of a stream is a pure function of the stream's key and {@code i}.
 *
 * <p>A key is derived from (seed, decision, episode, depth), so an episode draws the same numbers whichever thread runs
 * it and in whatever order. The generator is a 64-bit finaliser applied to a Weyl sequence (Steele, Lea and Flood,
 * "Fast splittable pseudorandom number generators", OOPSLA 2014), simple enough to be repeated bit for bit on another
 * device. Not for cryptography. One instance belongs to one thread.
 */
public final class RandomStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long episodeKey;
    private long state;

    /** A stream at key (seed, 0, 0, 0). */
    public RandomStream(long seed) {
        startEpisode(seed, 0, 0);
    }

    /** Moves to depth 0 of the given episode. */
    public void startEpisode(long seed, long decision, long episode) {
        long key = mix(seed + GOLDEN);
        key = mix(key + (decision + 1) * GOLDEN);
        episodeKey = mix(key + (episode + 1) * GOLDEN);
        startDepth(0);
    }

    /** Moves to the first number of the given depth of the current episode. */
    public void startDepth(int depth) {
        state = mix(episodeKey + (depth + 1) * GOLDEN);
    }

    /** A child seed for an independent purpose, for example the world beside the planner. */
    public static long derive(long seed, long purpose) {
        return mix(mix(seed + GOLDEN) ^ (purpose + 1) * GOLDEN);
    }

    /** 64 uniform bits. */
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1), 53 bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in {0, ..., bound - 1}; the bias is below bound / 2^32. {@code bound} must be positive. */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** True with the given probability. */
    public boolean nextBoolean(double probability) {
        return nextDouble() < probability;
    }

    /** Standard normal (Box and Muller 1958, the cosine branch), always two draws. */
    public double nextGaussian() {
        double radius = Math.sqrt(-2.0 * Elementary.log(1.0 - nextDouble()));
        return radius * Elementary.cosineOfTurns(nextDouble());
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
