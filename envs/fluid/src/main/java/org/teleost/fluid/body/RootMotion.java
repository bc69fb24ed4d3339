package org.teleost.fluid.body;

/** How a root moves with time. Immutable. */
@FunctionalInterface
public interface RootMotion {
    /** Writes every value of {@code out}. */
    void at(double time, RootPose out);
}
