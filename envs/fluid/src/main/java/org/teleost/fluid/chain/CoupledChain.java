package org.teleost.fluid.chain;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.teleost.fluid.body.DirectForcing;
import org.teleost.fluid.body.ImmersedBody;
import org.teleost.fluid.body.Markers;
import org.teleost.fluid.body.RootMotion;
import org.teleost.fluid.grid.FlowDivergedException;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.Velocity;

/**
 * A chain in a flow, one marker at the far end of each link, the last one at the tip: what a flag does hangs on where
 * the flow leaves it, and half a link less of it raises the amplitude by a quarter at 32 cells per length. The forces
 * that hold the fluid at the markers and the motion of the chain under their reaction come out of one linear system of
 * the size of the chain,
 *
 * <pre>
 * (M + dt^2 K + rho J^T B^-1 J) thetadot_new = M thetadot - dt (K theta - q) - dt C + rho J^T B^-1 (u* - U_root)
 * </pre>
 *
 * where J takes link rates to marker velocities, B is interpolation after spreading and u* the predicted fluid at the
 * markers; then B^-1 (U_root + J thetadot_new - u*) is spread. The fluid's inertia stands on the left, so nothing is
 * iterated and the step stays stable however light the chain is, down to no mass at all. Density rho is 1. Markers are
 * placed at the angles extrapolated over the step. Workspace of one thread.
 */
public final class CoupledChain implements ImmersedBody {
    private final Chain chain;
    private final RootMotion motion;
    private final int links;
    private final Markers markers;
    private final DirectForcing forcing;
    private final ChainDynamics dynamics;
    private final AddedMass addedMass;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj rightHandSide;
    private final DMatrixRMaj rates;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final double[] cosines;
    private final double[] sines;
    private final double[] fluidX;
    private final double[] fluidY;
    private double offset;

    /** @param motion of the root */
    public CoupledChain(Chain chain, RootMotion motion, Grid grid) {
        this.chain = chain;
        this.motion = motion;
        links = chain.properties().links();
        markers = new Markers(links);
        forcing = new DirectForcing(grid, links);
        dynamics = new ChainDynamics(chain.properties());
        addedMass = new AddedMass(chain.properties(), forcing);
        matrix = new DMatrixRMaj(links, links);
        rightHandSide = new DMatrixRMaj(links, 1);
        rates = new DMatrixRMaj(links, 1);
        solver = LinearSolverFactory_DDRM.chol(links);
        cosines = new double[links];
        sines = new double[links];
        fluidX = new double[links];
        fluidY = new double[links];
    }

    /** Sets eps / d, the angle by which the offset of the hemitrichs turns the core's rest, for the next steps. */
    public void setOffset(double offset) {
        this.offset = offset;
    }

    /** eps / d. */
    public double offset() {
        return offset;
    }

    @Override
    public void act(Velocity predicted, double time, double timeStep) {
        motion.at(time - timeStep, markers.root);
        startVelocities();
        motion.at(time, markers.root);
        placeMarkers(timeStep);
        forcing.place(markers);
        forcing.interpolate(predicted, fluidX, fluidY);

        // chain and fluid together
        dynamics.assemble(chain, markers.root, markers.root.angle + offset, timeStep, matrix, rightHandSide.data);
        addedMass.add(markers.root, cosines, sines, fluidX, fluidY, matrix, rightHandSide.data);
        if (!solver.setA(matrix)) {
            throw new FlowDivergedException("coupled system not positive definite: time=" + time + " timeStep="
                    + timeStep + " links=" + links + "; start again from a stored state");
        }
        solver.solve(rightHandSide, rates);

        // the chain moves on, the fluid follows it
        for (int i = 0; i < links; i++) {
            chain.rates[i] = rates.data[i];
            chain.angles[i] += timeStep * rates.data[i];
        }
        moveMarkers();
        forcing.apply(markers, fluidX, fluidY, timeStep, predicted);
    }

    /** Markers at the far ends of the links, the angles extrapolated to the end of the step. */
    private void placeMarkers(double timeStep) {
        final double link = chain.properties().link();
        double x = markers.root.x;
        double y = markers.root.y;
        for (int i = 0; i < links; i++) {
            double angle = chain.angles[i] + timeStep * chain.rates[i];
            cosines[i] = Math.cos(angle);
            sines[i] = Math.sin(angle);
            x += link * cosines[i];
            y += link * sines[i];
            markers.x[i] = x;
            markers.y[i] = y;
        }
    }

    /** Marker velocities before the step, from the chain as it is: they need not be part of a saved state. */
    private void startVelocities() {
        final double link = chain.properties().link();
        double velocityX = markers.root.velocityX;
        double velocityY = markers.root.velocityY;
        for (int i = 0; i < links; i++) {
            velocityX -= link * Math.sin(chain.angles[i]) * chain.rates[i];
            velocityY += link * Math.cos(chain.angles[i]) * chain.rates[i];
            markers.startVelocityX[i] = velocityX;
            markers.startVelocityY[i] = velocityY;
        }
    }

    /** Marker velocities U_root + J thetadot. */
    private void moveMarkers() {
        final double link = chain.properties().link();
        double velocityX = markers.root.velocityX;
        double velocityY = markers.root.velocityY;
        for (int i = 0; i < links; i++) {
            velocityX -= link * sines[i] * chain.rates[i];
            velocityY += link * cosines[i] * chain.rates[i];
            markers.velocityX[i] = velocityX;
            markers.velocityY[i] = velocityY;
        }
    }

    /** Largest difference of a component between the fluid at a marker and the chain there, after a step. */
    public double slip(Velocity velocity) {
        forcing.interpolate(velocity, fluidX, fluidY);
        double largest = 0.0;
        for (int k = 0; k < links; k++) {
            largest = Math.max(largest, Math.abs(fluidX[k] - markers.velocityX[k]));
            largest = Math.max(largest, Math.abs(fluidY[k] - markers.velocityY[k]));
        }
        return largest;
    }

    /**
     * Force on the fluid at the far end of link i, normal to it, per length of link, in the last step: the ray's
     * pressure sense.
     */
    public double normalForce(int i) {
        return (markers.forceY[i] * cosines[i] - markers.forceX[i] * sines[i])
                / chain.properties().link();
    }

    /** Force of the fluid on the chain against the stream. */
    public double thrust() {
        return -markers.drag();
    }

    /** The chain that moves. */
    public Chain chain() {
        return chain;
    }

    /** Root pose, positions, velocities and forces of the last step; marker i is the far end of link i. */
    public Markers markers() {
        return markers;
    }
}
