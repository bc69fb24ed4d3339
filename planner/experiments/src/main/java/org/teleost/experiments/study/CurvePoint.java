package org.teleost.experiments.study;

/**
 * A policy met during training and what it is worth.
 *
 * @param steps transitions that the learner had
 * @param updates updates that had been made
 * @param seconds training time that had passed
 * @param meanReturn mean undiscounted return of the evaluation's episodes with deterministic actions
 * @param ci95 half width of its 95 % interval, NaN for one episode
 */
public record CurvePoint(long steps, long updates, double seconds, double meanReturn, double ci95) {}
