package org.teleost.learn.agent;

/** Means over the batch of one update, reused. */
public final class UpdateMetrics {
    public double criticLoss;
    public double actorLoss;

    /** Mean of the smaller critic's value at the batch's actions. */
    public double actionValue;

    /** Temperature that weighs the entropy against the return. */
    public double alpha;

    /** Estimate of the policy's entropy, in nats. */
    public double entropy;

    /** False if a loss or a parameter is no longer finite. */
    public boolean finite;
}
