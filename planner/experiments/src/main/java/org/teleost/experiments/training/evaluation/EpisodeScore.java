package org.teleost.experiments.training.evaluation;

/**
 * What one episode earned.
 *
 * @param undiscountedReturn sum of rewards
 * @param terminated whether the task ended, rather than the time
 * @param success last value of the problem's info {@code success}, NaN if it has none
 */
public record EpisodeScore(
        int episode, long seed, double undiscountedReturn, int steps, boolean terminated, double success) {}
