package org.teleost.settings;

/**
 * How a node's value follows from its action values. Where actions are points of a box it is the largest Q, whatever
 * the rule.
 */
public enum ValueRule {
    /** (1/eta) log of the policy average of exp(eta Q). */
    SOFT,
    /** Policy average of Q. */
    MEAN,
    /** Largest Q. */
    MAX,
    /** MEAN, averaged with the node's leaf value by visits: for leaf values that know better than a few visits. */
    LEAF_AND_MEAN
}
