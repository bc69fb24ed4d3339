package org.teleost.fluid.grid;

/** What happens at the two ends of the stream; the two sides are always free-slip walls. */
public enum StreamEnds {
    /** Uniform inflow on the left, convective outflow on the right. */
    INFLOW_OUTFLOW,
    /** What leaves on the right comes back on the left. */
    PERIODIC
}
