package org.teleost.experiments.training.record;

/**
 * Time that training took so far, over all resumptions.
 *
 * @param wallSeconds all of it
 * @param trainingSeconds without evaluations
 */
public record Elapsed(double wallSeconds, double trainingSeconds) {}
