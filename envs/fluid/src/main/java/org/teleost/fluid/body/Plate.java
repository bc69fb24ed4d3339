package org.teleost.fluid.body;

/**
 * A thin rigid foil held at its leading edge, moved by its root.
 *
 * @param motion of the leading edge
 * @param length chord
 * @param markers in the middle of as many equal pieces
 */
public record Plate(RootMotion motion, double length, int markers) implements RigidBody {
    public Plate {
        if (!(length > 0.0) || markers < 1) {
            throw new IllegalArgumentException("no plate: length=" + length + " markers=" + markers);
        }
    }

    /** A plate whose markers are 1.25 cells apart. */
    public static Plate onCells(RootMotion motion, double length, double cellSize) {
        return new Plate(motion, length, Markers.countFor(length, cellSize));
    }

    @Override
    public boolean moving() {
        return true;
    }

    @Override
    public void place(double time, Markers out) {
        final RootPose root = out.root;
        motion.at(time, root);
        double cosine = Math.cos(root.angle);
        double sine = Math.sin(root.angle);
        for (int k = 0; k < markers; k++) {
            double arm = (k + 0.5) * length / markers;
            out.x[k] = root.x + arm * cosine;
            out.y[k] = root.y + arm * sine;
            out.velocityX[k] = root.velocityX - arm * root.rate * sine;
            out.velocityY[k] = root.velocityY + arm * root.rate * cosine;
        }
    }
}
