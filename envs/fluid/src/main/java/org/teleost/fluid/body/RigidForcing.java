package org.teleost.fluid.body;

import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.Velocity;

/** A rigid body in a flow, and the force that it feels. Workspace of one thread. */
public final class RigidForcing implements ImmersedBody {
    private final RigidBody body;
    private final Markers markers;
    private final Markers before;
    private final DirectForcing forcing;
    private final double[] fluidX;
    private final double[] fluidY;
    private boolean placed;

    public RigidForcing(RigidBody body, Grid grid) {
        this.body = body;
        markers = new Markers(body.markers());
        before = new Markers(body.markers());
        forcing = new DirectForcing(grid, body.markers());
        fluidX = new double[body.markers()];
        fluidY = new double[body.markers()];
    }

    @Override
    public void act(Velocity predicted, double time, double timeStep) {
        if (body.moving() || !placed) {
            body.place(time - timeStep, before);
            System.arraycopy(before.velocityX, 0, markers.startVelocityX, 0, markers.count());
            System.arraycopy(before.velocityY, 0, markers.startVelocityY, 0, markers.count());
            body.place(time, markers);
            forcing.place(markers);
            placed = true;
        }
        forcing.interpolate(predicted, fluidX, fluidY);
        forcing.apply(markers, fluidX, fluidY, timeStep, predicted);
    }

    /** Largest difference of a component between the fluid at a marker and the surface, after a step. */
    public double slip(Velocity velocity) {
        forcing.interpolate(velocity, fluidX, fluidY);
        double largest = 0.0;
        for (int k = 0; k < markers.count(); k++) {
            largest = Math.max(largest, Math.abs(fluidX[k] - markers.velocityX[k]));
            largest = Math.max(largest, Math.abs(fluidY[k] - markers.velocityY[k]));
        }
        return largest;
    }

    /** Where the markers are, how they move and what force they have put on the fluid in the last step. */
    public Markers markers() {
        return markers;
    }
}
