package org.teleost.fluid.body;

/**
 * Points on the surface of a body and what is known there; a structure of arrays, owned by one thread. The arrays are
 * open to bodies and to the forcing.
 */
public final class Markers {
    /** Distance between markers in cells: close enough to let no fluid through, far enough to be solved for. */
    public static final double SPACING = 1.25;

    /** Pose of what holds the body, for bodies that are held. */
    public final RootPose root = new RootPose();

    /** Position along the stream. */
    public final double[] x;

    /** Position across the stream. */
    public final double[] y;

    /** Velocity of the surface along the stream, at the end of the step. */
    public final double[] velocityX;

    /** Velocity of the surface across the stream, at the end of the step. */
    public final double[] velocityY;

    /** Velocity along the stream at the start of the step. */
    public final double[] startVelocityX;

    /** Velocity across the stream at the start of the step. */
    public final double[] startVelocityY;

    /** Force on the fluid along the stream, per unit of depth and density. */
    public final double[] forceX;

    /** Force on the fluid across the stream, per unit of depth and density. */
    public final double[] forceY;

    /** {@code count} markers at the origin, at rest. */
    public Markers(int count) {
        x = new double[count];
        y = new double[count];
        velocityX = new double[count];
        velocityY = new double[count];
        startVelocityX = new double[count];
        startVelocityY = new double[count];
        forceX = new double[count];
        forceY = new double[count];
    }

    /** Number of markers. */
    public int count() {
        return x.length;
    }

    /** Markers that cover a curve of the given length. */
    public static int countFor(double length, double cellSize) {
        return Math.max(1, (int) Math.round(length / (SPACING * cellSize)));
    }

    /** Force of the fluid on the body along the stream: the drag of a body at rest. */
    public double drag() {
        return -sum(forceX);
    }

    /** Force of the fluid on the body across the stream. */
    public double lift() {
        return -sum(forceY);
    }

    /**
     * Power that the body gives to the fluid, force times velocity summed over the markers. The force is that of the
     * middle of the step, and so is the velocity, the mean of both its ends: second order in the step.
     */
    public double power() {
        double sum = 0.0;
        for (int k = 0; k < x.length; k++) {
            sum += forceX[k] * (startVelocityX[k] + velocityX[k]) + forceY[k] * (startVelocityY[k] + velocityY[k]);
        }
        return 0.5 * sum;
    }

    private static double sum(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
