package org.teleost.learn.apt;

import org.teleost.random.RandomStream;

/** Seeds of independent purposes, derived from the seed of the run. */
final class Seeds {
    private static final long EPISODES = 1;
    private static final long ACTIONS = 2;
    private static final long BATCHES = 3;

    private Seeds() {}

    /** With which an actor starts an episode. */
    static long episode(long seed, int actor, long episode) {
        return RandomStream.derive(RandomStream.derive(RandomStream.derive(seed, EPISODES), actor), episode);
    }

    /** Of an actor's action noise, a stream for each (episode, step). */
    static long actions(long seed, int actor) {
        return RandomStream.derive(RandomStream.derive(seed, ACTIONS), actor);
    }

    /** Of the batches, a stream for each update. */
    static long batches(long seed) {
        return RandomStream.derive(seed, BATCHES);
    }
}
