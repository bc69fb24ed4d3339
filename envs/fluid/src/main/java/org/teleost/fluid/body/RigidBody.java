package org.teleost.fluid.body;

/** A shape whose motion is known. Immutable. */
public interface RigidBody {
    /** Markers on its surface. */
    int markers();

    /** Whether it moves; the markers of a body at rest are placed once. */
    boolean moving();

    /** Writes position and velocity of the markers at {@code time}. */
    void place(double time, Markers out);
}
