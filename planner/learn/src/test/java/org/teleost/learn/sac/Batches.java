package org.teleost.learn.sac;

import org.teleost.learn.replay.Batch;
import org.teleost.random.RandomStream;

/** Batches of random transitions, a function of the seed. */
final class Batches {
    private Batches() {}

    static Batch random(int rows, int observationSize, int actionSize, long seed) {
        Batch batch = new Batch(rows, observationSize, actionSize);
        fill(batch, seed);
        return batch;
    }

    static void fill(Batch batch, long seed) {
        RandomStream random = new RandomStream(seed);
        gaussian(batch.observations, random);
        gaussian(batch.nextObservations, random);
        gaussian(batch.rewards, random);
        for (int i = 0; i < batch.actions.length; i++) {
            batch.actions[i] = (float) (2.0 * random.nextDouble() - 1.0);
        }
        for (int i = 0; i < batch.rows; i++) {
            batch.terminated[i] = random.nextBoolean(0.2) ? 1f : 0f;
        }
    }

    private static void gaussian(float[] values, RandomStream random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
    }
}
