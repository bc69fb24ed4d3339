package org.teleost.envs.burgers;

/**
 * Solves u_t = -(u^2/2)_x + nu u_xx + f on the periodic line [0, 1), f constant over a call of {@link #advance}. The
 * workspace of one thread; nothing is allocated after construction.
 */
final class Flow {
    /** Ghost cells on either side, the reach of both stencils. */
    private static final int GHOST = 2;

    private final int cells;
    private final double dt;

    // Weights of the differences, times dt: one-sided (3/2, -2, 1/2)/dx and nu (-5/2, 4/3, -1/12)/dx^2.
    private final double side0;
    private final double side1;
    private final double side2;
    private final double second0;
    private final double second1;
    private final double second2;

    // State, next state and u^2/2, with ghosts.
    private double[] u;
    private double[] next;
    private final double[] flux;
    private final double[] kick;

    /**
     * @param cells at least 5
     * @param viscosity nu
     * @param dt substep, in the equation's time units
     */
    Flow(int cells, double viscosity, double dt) {
        this.cells = cells;
        this.dt = dt;
        double convection = dt * cells;
        double diffusion = dt * viscosity * cells * cells;
        side0 = 3.0 / 2.0 * convection;
        side1 = -2.0 * convection;
        side2 = 1.0 / 2.0 * convection;
        second0 = -5.0 / 2.0 * diffusion;
        second1 = 4.0 / 3.0 * diffusion;
        second2 = -1.0 / 12.0 * diffusion;
        u = new double[cells + 2 * GHOST];
        next = new double[cells + 2 * GHOST];
        flux = new double[cells + 2 * GHOST];
        kick = new double[cells + 2 * GHOST];
    }

    /** Starts from one value for each cell. */
    void start(double[] line) {
        System.arraycopy(line, 0, u, GHOST, cells);
    }

    /** Copies u into {@code line}. */
    void state(double[] line) {
        System.arraycopy(u, GHOST, line, 0, cells);
    }

    /** Sets f in each cell. */
    void force(double[] line) {
        for (int i = 0; i < cells; i++) {
            kick[i + GHOST] = dt * line[i];
        }
    }

    /** Advances by the given number of Euler steps. */
    void advance(int substeps) {
        for (int substep = 0; substep < substeps; substep++) {
            wrap(u);
            square();
            euler();
            double[] last = u;
            u = next;
            next = last;
        }
    }

    private void wrap(double[] line) {
        for (int ghost = 0; ghost < GHOST; ghost++) {
            line[ghost] = line[cells + ghost];
            line[cells + GHOST + ghost] = line[GHOST + ghost];
        }
    }

    private void square() {
        final double[] from = u;
        final double[] to = flux;
        for (int i = 0; i < from.length; i++) {
            to[i] = 0.5 * from[i] * from[i];
        }
    }

    /** {@code next = u + dt (-(u^2/2)_x + nu u_xx + f)}, the flux differenced from where the flow comes. */
    private void euler() {
        final double[] from = u;
        final double[] q = flux;
        final double[] push = kick;
        final double[] to = next;
        for (int i = GHOST; i < cells + GHOST; i++) {
            double here = from[i];
            double convection = here >= 0.0
                    ? side0 * q[i] + side1 * q[i - 1] + side2 * q[i - 2]
                    : -(side0 * q[i] + side1 * q[i + 1] + side2 * q[i + 2]);
            double diffusion =
                    second0 * here + second1 * (from[i - 1] + from[i + 1]) + second2 * (from[i - 2] + from[i + 2]);
            to[i] = here + (diffusion - convection + push[i]);
        }
    }
}
