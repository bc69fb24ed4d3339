package org.teleost.experiments.runner;

import org.teleost.random.RandomStream;

/**
 * Seeds of one episode; they depend on the series' seed and the episode's index only, so that a series can be
 * continued, split over machines and compared policy against policy on the same worlds.
 */
public record EpisodeSeeds(long instance, long world, long policy) {

    /** Seeds of episode {@code index}: derive(seed, 2 index), derive(seed, 2 index + 1), derive(~seed, index). */
    public static EpisodeSeeds of(long seed, int index) {
        return new EpisodeSeeds(
                RandomStream.derive(seed, 2L * index),
                RandomStream.derive(seed, 2L * index + 1),
                RandomStream.derive(~seed, index));
    }
}
