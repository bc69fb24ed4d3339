package org.teleost.fluid.grid;

/**
 * Limits of the explicit step. The viscous one is that of second-order Adams-Bashforth for the five-point Laplacian, nu
 * dt / h^2 = 1/8; the convective one leaves room for the part of the stability region that touches the imaginary axis
 * only in the origin.
 */
public final class StepLimits {
    /** Largest nu dt / h^2. */
    public static final double VISCOUS = 0.125;

    /** Largest |velocity component| dt / h. */
    public static final double COURANT = 0.4;

    private StepLimits() {}

    /**
     * Checks the diffusion number of a set-up.
     *
     * @throws FlowLimitException if nu dt / h^2 is above 1/8
     */
    public static void requireViscous(double viscosity, double timeStep, double cellSize) {
        double number = viscosity * timeStep / (cellSize * cellSize);
        if (!(number <= VISCOUS)) {
            throw new FlowLimitException("diffusion number too large: nu*dt/h^2=" + number + " limit=" + VISCOUS
                    + " viscosity=" + viscosity + " timeStep=" + timeStep + " cellSize=" + cellSize
                    + "; use timeStep <= " + VISCOUS * cellSize * cellSize / viscosity + " or larger cells");
        }
    }

    /**
     * Checks the Courant number of a speed that is known before the run.
     *
     * @throws FlowLimitException if speed dt / h is above 0.4
     */
    public static void requireCourant(double speed, double timeStep, double cellSize) {
        double number = Math.abs(speed) * timeStep / cellSize;
        if (!(number <= COURANT)) {
            throw new FlowLimitException("Courant number too large: speed*dt/h=" + number + " limit=" + COURANT
                    + " speed=" + speed + " timeStep=" + timeStep + " cellSize=" + cellSize + "; use timeStep <= "
                    + COURANT * cellSize / Math.abs(speed));
        }
    }

    /**
     * Checks the fastest velocity component of a running flow; NaN fails.
     *
     * @throws FlowDivergedException if speed dt / h is above 0.4 or not a number
     */
    public static void requireBounded(double speed, double timeStep, double cellSize, long step) {
        double number = speed * timeStep / cellSize;
        if (!(number <= COURANT)) {
            throw new FlowDivergedException("flow too fast for its step: courant=" + number + " limit=" + COURANT
                    + " speed=" + speed + " timeStep=" + timeStep + " cellSize=" + cellSize + " step=" + step
                    + "; use a smaller timeStep or start again from a stored state");
        }
    }
}
