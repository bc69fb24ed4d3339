package org.teleost.envs.kuramotosivashinsky;

import static org.teleost.envs.kuramotosivashinsky.LaneLayout.GHOST;
import static org.teleost.envs.kuramotosivashinsky.LaneLayout.LENGTH;
import static org.teleost.envs.kuramotosivashinsky.LaneLayout.POINTS;

import java.util.Arrays;

/**
 * Solves u_t = -u u_x - u_xx - u_xxxx + f on 64 points of a periodic line, f constant over a call of {@link #advance}.
 * The workspace of one thread: arrays in lane order, nothing is allocated after construction.
 */
final class Flow {
    private static final double ONE_THIRD = 1.0 / 3.0;

    private final Stencils stencils;
    private final double dx;
    private final double dt;

    // The state and the three later stages of a substep, with ghosts.
    private final double[] u = new double[LENGTH];
    private final double[] second = new double[LENGTH];
    private final double[] third = new double[LENGTH];
    private final double[] fourth = new double[LENGTH];

    private final double[] squared = new double[LENGTH];
    private final double[] linear = new double[POINTS];
    private final double[] gradient = new double[POINTS];
    private final double[] curvature = new double[POINTS];
    private final double[] force = new double[POINTS];

    // Sums over the substeps of an advance, at each point.
    private final double[] curvatureSquares = new double[POINTS];
    private final double[] gradientSquares = new double[POINTS];
    private final double[] power = new double[POINTS];

    private double meanCurvatureSquare;
    private double meanGradientSquare;
    private double meanPower;

    /**
     * @param length of the line
     * @param dt substep, in the equation's time units
     */
    Flow(double length, double dt) {
        dx = length / POINTS;
        this.dt = dt;
        stencils = new Stencils(dx);
    }

    /** Starts from 64 values in the order of space. */
    void start(double[] line) {
        LaneLayout.store(line, u);
    }

    /** Copies the 64 values of u into {@code line}, in the order of space. */
    void state(double[] line) {
        LaneLayout.load(u, line);
    }

    /** Sets f at the 64 points, in the order of space. */
    void force(double[] line) {
        for (int point = 0; point < POINTS; point++) {
            force[LaneLayout.index(point) - GHOST] = line[point];
        }
    }

    /** Advances by the given number of substeps and leaves their mean costs. */
    void advance(int substeps) {
        Arrays.fill(curvatureSquares, 0.0);
        Arrays.fill(gradientSquares, 0.0);
        Arrays.fill(power, 0.0);
        for (int substep = 0; substep < substeps; substep++) {
            substep();
        }
        meanCurvatureSquare = mean(curvatureSquares) / substeps;
        meanGradientSquare = mean(gradientSquares) / substeps;
        meanPower = mean(power) / substeps;
    }

    /**
     * One Runge-Kutta step of fourth order. The stages hold the earlier slopes, so none is kept beside them: {@code u +
     * dt/6 (k1 + 2 k2 + 2 k3 + k4) = (second + 2 third + fourth - u)/3 + dt/6 k4}.
     */
    private void substep() {
        slope(u);
        measure();
        stage(0.5 * dt, second);
        slope(second);
        stage(0.5 * dt, third);
        slope(third);
        stage(dt, fourth);
        slope(fourth);
        finish(dt / 6.0);
    }

    /** Leaves -u_xx - u_xxxx + f in {@code linear} and dx (u^2)_x in {@code gradient}; together they are the slope. */
    private void slope(double[] state) {
        Stencils.square(state, squared);
        stencils.linear(state, force, linear);
        Stencils.upwind(state, squared, gradient);
    }

    /** {@code next = u + step (linear - (u^2)_x / 2)}. */
    private void stage(double step, double[] next) {
        final double[] from = u;
        final double[] smooth = linear;
        final double[] convection = gradient;
        final double convectionStep = -0.5 * step / dx;
        for (int i = 0; i < POINTS; i++) {
            next[i + GHOST] = from[i + GHOST] + (step * smooth[i] + convectionStep * convection[i]);
        }
        LaneLayout.fillGhosts(next);
    }

    private void finish(double step) {
        final double[] state = u;
        final double[] s2 = second;
        final double[] s3 = third;
        final double[] s4 = fourth;
        final double[] smooth = linear;
        final double[] convection = gradient;
        final double convectionStep = -0.5 * step / dx;
        for (int i = 0; i < POINTS; i++) {
            double stages = s2[i + GHOST] + 2.0 * s3[i + GHOST] + (s4[i + GHOST] - state[i + GHOST]);
            state[i + GHOST] = ONE_THIRD * stages + (step * smooth[i] + convectionStep * convection[i]);
        }
        LaneLayout.fillGhosts(state);
    }

    /** Adds the costs of the current state, whose slope is known, point by point. */
    private void measure() {
        Stencils.curvature(u, curvature);
        final double[] state = u;
        final double[] bend = curvature;
        final double[] slope = gradient;
        final double[] push = force;
        final double[] bends = curvatureSquares;
        final double[] slopes = gradientSquares;
        final double[] work = power;
        for (int i = 0; i < POINTS; i++) {
            bends[i] += bend[i] * bend[i];
            slopes[i] += slope[i] * slope[i];
            work[i] += state[i + GHOST] * push[i];
        }
    }

    /** Mean of (dx^2 u_xx)^2 over the points and the substeps of the last advance. */
    double meanCurvatureSquare() {
        return meanCurvatureSquare;
    }

    /** Mean of (dx (u^2)_x)^2 over the points and the substeps of the last advance. */
    double meanGradientSquare() {
        return meanGradientSquare;
    }

    /** Mean of u f, the power put in, over the points and the substeps of the last advance. */
    double meanPower() {
        return meanPower;
    }

    /** Mean of u^2 / 2 over the points; NaN or infinite once the state is. */
    double energy() {
        double sum = 0.0;
        for (int i = GHOST; i < GHOST + POINTS; i++) {
            sum += u[i] * u[i];
        }
        return 0.5 * sum / POINTS;
    }

    private static double mean(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return sum / POINTS;
    }
}
