package org.teleost.solvers.tabular;

/** R(a, s, s', o) in units of reward; costs are negated. Immutable. */
public interface Rewards {

    /** The reward of one step. */
    double at(int action, int state, int next, int observation);

    /** Whether it depends on the next state. */
    boolean usesNext();

    /** Whether it depends on the observation. */
    boolean usesObservation();
}
