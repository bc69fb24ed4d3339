package org.teleost.fluid.chain;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.teleost.fluid.body.RootMotion;
import org.teleost.fluid.body.RootPose;
import org.teleost.fluid.grid.FlowDivergedException;

/** A chain in a vacuum: the same step as in a flow without the fluid's terms. Workspace of one thread. */
public final class FreeChain {
    private final Chain chain;
    private final RootMotion motion;
    private final RootPose root = new RootPose();
    private final ChainDynamics dynamics;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj rightHandSide;
    private final DMatrixRMaj solution;
    private final LinearSolverDense<DMatrixRMaj> solver;

    /** @throws IllegalArgumentException if the chain has no mass */
    public FreeChain(Chain chain, RootMotion motion) {
        if (!(chain.properties().mass() > 0.0)) {
            throw new IllegalArgumentException("a chain in a vacuum needs inertia: mass="
                    + chain.properties().mass() + "; put it into a flow");
        }
        this.chain = chain;
        this.motion = motion;
        int links = chain.properties().links();
        dynamics = new ChainDynamics(chain.properties());
        matrix = new DMatrixRMaj(links, links);
        rightHandSide = new DMatrixRMaj(links, 1);
        solution = new DMatrixRMaj(links, 1);
        solver = LinearSolverFactory_DDRM.chol(links);
    }

    /**
     * Advances to {@code time} by one step.
     *
     * @param offset eps / d of the core at the end of the step
     */
    public void step(double time, double timeStep, double offset) {
        motion.at(time, root);
        dynamics.assemble(chain, root, root.angle + offset, timeStep, matrix, rightHandSide.data);
        if (!solver.setA(matrix)) {
            throw new FlowDivergedException("chain has no positive inertia: time=" + time + " timeStep=" + timeStep
                    + "; use a smaller timeStep");
        }
        solver.solve(rightHandSide, solution);
        for (int i = 0; i < chain.rates.length; i++) {
            chain.rates[i] = solution.data[i];
            chain.angles[i] += timeStep * solution.data[i];
        }
    }

    /** The chain that moves. */
    public Chain chain() {
        return chain;
    }
}
