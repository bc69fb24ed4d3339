package org.teleost.envs.finray;

import java.util.List;
import org.teleost.fluid.body.RootPose;
import org.teleost.fluid.chain.Chain;
import org.teleost.fluid.flow.FlowFields;
import org.teleost.fluid.grid.Grid;
import org.teleost.problem.Signal;

/**
 * The scene of a fin ray for records and pictures: x along the stream, y across, in L, the domain from (0, 0) to (7,
 * 4), the root at (2, 2) when its heave is in the middle.
 */
final class FinRaySignals {
    private static final float LARGEST_VORTICITY = 10.0f;
    private static final float LARGEST_FORCE = 8.0f;

    private FinRaySignals() {}

    /** The signals in the order of {@link #read}. */
    static List<Signal> of(FinRaySetup setup) {
        Grid grid = setup.grid();
        double half = 0.5 * grid.cellSize();
        // vorticity lies at the corners inside the domain, each the centre of a shifted cell
        Signal.Extent corners = new Signal.Extent(half, grid.width() - half, half, grid.height() - half);
        float width = (float) grid.width();
        float offset = (float) FinRay.LARGEST_OFFSET;
        return List.of(
                Signal.field(
                        "vorticity",
                        "U/L",
                        grid.rows() - 1,
                        grid.columns() - 1,
                        -LARGEST_VORTICITY,
                        LARGEST_VORTICITY,
                        corners),
                Signal.table("markers", "L", 2, setup.settings().links() + 1, 0.0f, width),
                Signal.table("forces", "L; rho U^2", 4, FinRay.SENSORS, -LARGEST_FORCE, LARGEST_FORCE),
                Signal.table("root", "L, rad", 1, 3, 0.0f, width),
                Signal.scalar("offset", "rad", -offset, offset),
                Signal.scalar("phase", "rad", 0.0f, (float) (2.0 * Math.PI)),
                Signal.scalar("time", "L/U", 0.0f, (float) (FinRayProblem.STEPS * FinRay.DECISION)));
    }

    /**
     * Copies one signal.
     *
     * @param episodeStart time of the flow when the episode began
     * @throws IndexOutOfBoundsException if there is no such signal
     */
    static void read(FinRay ray, double episodeStart, int signal, float[] out) {
        switch (signal) {
            case FinRayProblem.VORTICITY -> FlowFields.vorticity(ray.flow(), out);
            case FinRayProblem.MARKERS -> joints(ray, out);
            case 2 -> forces(ray, out);
            case 3 -> {
                RootPose root = ray.root();
                out[0] = (float) root.x;
                out[1] = (float) root.y;
                out[2] = (float) root.angle;
            }
            case 4 -> out[0] = (float) ray.offset();
            case 5 -> out[0] = (float) (ray.phase() % (2.0 * Math.PI));
            case 6 -> out[0] = (float) (ray.time() - episodeStart);
            default ->
                throw new IndexOutOfBoundsException("fin ray has no such signal: signal=" + signal + " signals=7");
        }
    }

    /** Root, ends of the links, tip: a row of x, a row of y. */
    private static void joints(FinRay ray, float[] out) {
        RootPose root = ray.root();
        Chain chain = ray.chain();
        final int points = chain.angles.length + 1;
        final double link = chain.properties().link();
        double x = root.x;
        double y = root.y;
        for (int i = 0; i < points; i++) {
            out[i] = (float) x;
            out[points + i] = (float) y;
            if (i < points - 1) {
                x += link * Math.cos(chain.angles[i]);
                y += link * Math.sin(chain.angles[i]);
            }
        }
    }

    /**
     * Middle of each sensor and the fluid's force there, across the ray: rows of x, y, force along x, force along y.
     */
    private static void forces(FinRay ray, float[] out) {
        RootPose root = ray.root();
        Chain chain = ray.chain();
        final int links = chain.angles.length;
        final double link = chain.properties().link();
        double x = root.x;
        double y = root.y;
        double travelled = 0.0;
        int i = 0;
        for (int sensor = 0; sensor < FinRay.SENSORS; sensor++) {
            double middle = (sensor + 0.5) / FinRay.SENSORS;
            while (travelled + link < middle && i < links - 1) {
                x += link * Math.cos(chain.angles[i]);
                y += link * Math.sin(chain.angles[i]);
                travelled += link;
                i++;
            }
            double cosine = Math.cos(chain.angles[i]);
            double sine = Math.sin(chain.angles[i]);
            double force = ray.normalForce(sensor);
            out[sensor] = (float) (x + (middle - travelled) * cosine);
            out[FinRay.SENSORS + sensor] = (float) (y + (middle - travelled) * sine);
            out[2 * FinRay.SENSORS + sensor] = (float) (-force * sine);
            out[3 * FinRay.SENSORS + sensor] = (float) (force * cosine);
        }
    }
}
