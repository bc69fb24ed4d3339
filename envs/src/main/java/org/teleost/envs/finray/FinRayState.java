package org.teleost.envs.finray;

import org.teleost.fluid.chain.Chain;
import org.teleost.fluid.flow.FlowState;

/** A stored moment of a fin ray, between two decisions: flow, chain, offset and what the last decision measured. */
public final class FinRayState {
    final FlowState flow;
    final Chain chain;
    final double[] normalForces;
    double offset;
    double thrust;
    double power;

    /** An empty state for rays with this set-up. */
    public FinRayState(FinRaySetup setup) {
        flow = new FlowState(setup.grid());
        chain = new Chain(setup.chain());
        normalForces = new double[FinRay.SENSORS];
    }
}
