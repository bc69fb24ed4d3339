package org.teleost.fluid.body;

/**
 * A circular cylinder at rest.
 *
 * @param centreX position along the stream
 * @param centreY position across the stream
 * @param diameter D
 * @param markers on its circumference
 */
public record Cylinder(double centreX, double centreY, double diameter, int markers) implements RigidBody {
    public Cylinder {
        if (!(diameter > 0.0) || markers < 3) {
            throw new IllegalArgumentException(
                    "no cylinder: diameter=" + diameter + " markers=" + markers + " fewestMarkers=3");
        }
    }

    /** A cylinder whose markers are 1.25 cells apart. */
    public static Cylinder onCells(double centreX, double centreY, double diameter, double cellSize) {
        return new Cylinder(centreX, centreY, diameter, Markers.countFor(Math.PI * diameter, cellSize));
    }

    @Override
    public boolean moving() {
        return false;
    }

    @Override
    public void place(double time, Markers out) {
        for (int k = 0; k < markers; k++) {
            double angle = 2.0 * Math.PI * k / markers;
            out.x[k] = centreX + 0.5 * diameter * Math.cos(angle);
            out.y[k] = centreY + 0.5 * diameter * Math.sin(angle);
            out.velocityX[k] = 0.0;
            out.velocityY[k] = 0.0;
        }
    }
}
