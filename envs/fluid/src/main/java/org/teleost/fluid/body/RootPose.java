package org.teleost.fluid.body;

/**
 * Position, angle and their derivatives of the point that a plate or a ray is held by; written by a {@link RootMotion}.
 */
public final class RootPose {
    /** Position along the stream. */
    public double x;

    /** Position across the stream. */
    public double y;

    /** Angle against the stream, in radians, positive from x to y. */
    public double angle;

    /** Velocity along the stream. */
    public double velocityX;

    /** Velocity across the stream. */
    public double velocityY;

    /** Rate of the angle. */
    public double rate;

    /** Acceleration along the stream. */
    public double accelerationX;

    /** Acceleration across the stream. */
    public double accelerationY;
}
