package org.teleost.learn.replay;

/** One step of an environment, where it came from, and which policy acted; reused from step to step. */
public final class Transition {
    /** Version of the uniformly random actions at the beginning, one older than the oldest policy. */
    public static final long NO_POLICY = -1;

    private static final long PRIME = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;

    public final float[] observation;

    /** The executed action, mapped from the action box to [-1, 1]. */
    public final float[] action;

    public final float[] nextObservation;
    public float reward;

    /** The task ended in the next state: nothing further can be earned. */
    public boolean terminated;

    /** Only the episode was cut: the value of the next state still counts. */
    public boolean truncated;

    /** Number of the actor, from 0. */
    public int worker;

    /** Number of the episode of that actor, from 0. */
    public long episode;

    /** Number of the step in the episode, from 0. */
    public int step;

    /** Number of the learner's update that gave the weights that acted, or {@link #NO_POLICY}. */
    public long policyVersion;

    /** {@link #computeChecksum} as the collector computed it, 0 where checks are off. */
    public long checksum;

    public Transition(int observationSize, int actionSize) {
        observation = new float[observationSize];
        action = new float[actionSize];
        nextObservation = new float[observationSize];
    }

    /** True if the episode is over for either reason. */
    public boolean last() {
        return terminated || truncated;
    }

    /** A 64-bit hash of all fields but {@code checksum} (Fowler, Noll and Vo, 1a, on 64-bit words). */
    public long computeChecksum() {
        long hash = hash(hash(hash(BASIS, observation), action), nextObservation);
        hash = mix(hash, Float.floatToRawIntBits(reward));
        hash = mix(hash, (terminated ? 1 : 0) | (truncated ? 2 : 0));
        hash = mix(hash, worker);
        hash = mix(hash, episode);
        hash = mix(hash, step);
        return mix(hash, policyVersion);
    }

    private static long hash(long hash, float[] values) {
        long h = hash;
        for (float value : values) {
            h = mix(h, Float.floatToRawIntBits(value));
        }
        return h;
    }

    private static long mix(long hash, long word) {
        long h = (hash ^ word) * PRIME;
        // without the shift a flipped high bit would never reach the low ones
        return h ^ (h >>> 32);
    }
}
