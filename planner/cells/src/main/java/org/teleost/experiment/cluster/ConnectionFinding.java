package org.teleost.experiment.cluster;

/**
 * One thing that was looked at between a worker and its master.
 *
 * @param advice what to do about it; empty when all is well
 */
public record ConnectionFinding(String name, String value, String advice) {}
