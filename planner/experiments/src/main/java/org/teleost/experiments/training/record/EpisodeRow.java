package org.teleost.experiments.training.record;

/**
 * A row of episodes.csv: an episode of training, with exploration, that its environment ended. Those cut off by
 * failures and by the end of training have none.
 *
 * @param environmentSteps of all actors when it ended
 * @param episode number of the actor's episode
 * @param steps in it
 * @param terminated whether the environment terminated it, else its time limit
 */
public record EpisodeRow(
        long environmentSteps,
        double wallSeconds,
        double trainingSeconds,
        int actor,
        long episode,
        int steps,
        double undiscountedReturn,
        boolean terminated) {}
