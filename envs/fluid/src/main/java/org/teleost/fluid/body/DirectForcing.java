package org.teleost.fluid.body;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.teleost.fluid.grid.FlowDivergedException;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.Velocity;

/**
 * Direct forcing at markers: the impulses F that, once spread, make the interpolated velocity equal to the surface's, B
 * F = U - u*, B = interpolation after spreading (Uhlmann 2005 with the exact inverse of Pinelli et al. 2010). The two
 * components live on different faces and have a B each. Workspace of one thread.
 */
public final class DirectForcing {
    private final MarkerStencils alongStream;
    private final MarkerStencils acrossStream;
    private final DMatrixRMaj matrixX;
    private final DMatrixRMaj matrixY;
    private final LinearSolverDense<DMatrixRMaj> solverX;
    private final LinearSolverDense<DMatrixRMaj> solverY;
    private final DMatrixRMaj rightHandSide;
    private final DMatrixRMaj impulseX;
    private final DMatrixRMaj impulseY;

    /** For {@code count} markers in a flow on {@code grid}. */
    public DirectForcing(Grid grid, int count) {
        alongStream = MarkerStencils.alongStream(grid, count);
        acrossStream = MarkerStencils.acrossStream(grid, count);
        matrixX = new DMatrixRMaj(count, count);
        matrixY = new DMatrixRMaj(count, count);
        solverX = LinearSolverFactory_DDRM.chol(count);
        solverY = LinearSolverFactory_DDRM.chol(count);
        rightHandSide = new DMatrixRMaj(count, 1);
        impulseX = new DMatrixRMaj(count, 1);
        impulseY = new DMatrixRMaj(count, 1);
    }

    /**
     * Moves to the positions of {@code markers} and factorises both B.
     *
     * @throws FlowDivergedException if a marker is at the edge of the domain or two markers coincide
     */
    public void place(Markers markers) {
        alongStream.place(markers.x, markers.y);
        acrossStream.place(markers.x, markers.y);
        alongStream.spreadThenInterpolate(matrixX);
        acrossStream.spreadThenInterpolate(matrixY);
        if (!solverX.setA(matrixX) || !solverY.setA(matrixY)) {
            throw new FlowDivergedException("markers cannot be told apart: markers=" + markers.count()
                    + " the forcing matrix is not positive definite; the body has folded onto itself or its markers"
                    + " are much closer than " + Markers.SPACING + " cells");
        }
    }

    /** Writes the velocity at the markers. */
    public void interpolate(Velocity velocity, double[] outX, double[] outY) {
        alongStream.interpolate(velocity.u, outX);
        acrossStream.interpolate(velocity.v, outY);
    }

    /** {@code out = B^-1 in} for the component along the stream, any number of columns. */
    public void solveX(DMatrixRMaj in, DMatrixRMaj out) {
        solverX.solve(in, out);
    }

    /** {@code out = B^-1 in} for the component across the stream, any number of columns. */
    public void solveY(DMatrixRMaj in, DMatrixRMaj out) {
        solverY.solve(in, out);
    }

    /**
     * Brings the fluid at the markers to the velocity of the surface there and leaves the force that it took in
     * {@code forceX} and {@code forceY}.
     *
     * @param fluidX velocity of the fluid at the markers, from {@link #interpolate}
     * @param fluidY the same across the stream
     */
    public void apply(Markers markers, double[] fluidX, double[] fluidY, double timeStep, Velocity velocity) {
        final int count = markers.count();
        for (int k = 0; k < count; k++) {
            rightHandSide.data[k] = markers.velocityX[k] - fluidX[k];
        }
        solverX.solve(rightHandSide, impulseX);
        for (int k = 0; k < count; k++) {
            rightHandSide.data[k] = markers.velocityY[k] - fluidY[k];
        }
        solverY.solve(rightHandSide, impulseY);
        alongStream.spread(impulseX.data, velocity.u);
        acrossStream.spread(impulseY.data, velocity.v);
        for (int k = 0; k < count; k++) {
            markers.forceX[k] = impulseX.data[k] / timeStep;
            markers.forceY[k] = impulseY.data[k] / timeStep;
        }
    }
}
