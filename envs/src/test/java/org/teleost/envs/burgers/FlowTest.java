package org.teleost.envs.burgers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FlowTest {
    private static final double NU = BurgersProblem.VISCOSITY;
    private static final double LEVEL = 0.3;

    /**
     * A decaying wave by the substitution of Cole and Hopf, u = -2 nu phi_x / phi with phi = 1 + exp(-nu k^2 t) cos(k
     * x) / 2, k = 2 pi, carried along by a level c: u = c + v(x - c t, t).
     */
    private static double exact(double x, double t) {
        double k = 2.0 * Math.PI;
        double decay = 0.5 * Math.exp(-NU * k * k * t);
        double angle = k * (x - LEVEL * t);
        return LEVEL + 2.0 * NU * k * decay * Math.sin(angle) / (1.0 + decay * Math.cos(angle));
    }

    /** dt falls with dx^2, so that the Euler steps' error falls as fast. */
    @Test
    void convergesToTheColeHopfSolutionWithSecondOrder() {
        double coarse = errorAgainstExact(50, 8e-4, 1.0, 1.0);
        double fine = errorAgainstExact(100, 2e-4, 1.0, 1.0);
        assertThat(Math.log(coarse / fine) / Math.log(2.0)).isBetween(1.8, 2.4);
        assertThat(fine).isLessThan(1e-3);
    }

    /** u(x) -> -u(-x) is a symmetry, so the mirrored stencil must be as good. */
    @Test
    void flowToTheLeftIsTheMirrorImage() {
        assertThat(errorAgainstExact(100, 2e-4, 1.0, -1.0))
                .isCloseTo(errorAgainstExact(100, 2e-4, 1.0, 1.0), within(1e-13));
    }

    private static double errorAgainstExact(int cells, double dt, double time, double sign) {
        double[] line = new double[cells];
        for (int i = 0; i < cells; i++) {
            line[i] = sign * exact(sign * i / cells, 0.0);
        }
        advance(line, dt, time);
        double largest = 0.0;
        for (int i = 0; i < cells; i++) {
            largest = Math.max(largest, Math.abs(line[i] - sign * exact(sign * i / cells, time)));
        }
        return largest;
    }

    @Test
    void timeStepsAreOfFirstOrder() {
        double[] coarse = wave(0.4);
        double[] middle = wave(0.4);
        double[] fine = wave(0.4);
        advance(coarse, 1e-3, 1.0);
        advance(middle, 5e-4, 1.0);
        advance(fine, 2.5e-4, 1.0);
        double ratio = largestDifference(coarse, middle) / largestDifference(middle, fine);
        assertThat(Math.log(ratio) / Math.log(2.0)).isCloseTo(1.0, within(0.1));
    }

    @Test
    void aTimeStepBeyondTheStabilityLimitBlowsUp() {
        double[] line = wave(0.2);
        advance(line, 2e-3, 4.0);
        assertThat(Math.abs(line[0]) < 10.0).isFalse();
    }

    @Test
    void meanGrowsByTheMeanForceWhileTheFlowKeepsItsSign() {
        double[] line = wave(0.4);
        double[] force = new double[line.length];
        for (int i = 0; i < force.length; i++) {
            force[i] = 0.05 * Math.exp(-0.01 * (i - 40) * (i - 40));
        }
        double before = mean(line);
        Flow flow = new Flow(line.length, NU, 1e-3);
        flow.start(line);
        flow.force(force);
        flow.advance(1000);
        flow.state(line);
        assertThat(mean(line) - before).isCloseTo(mean(force), within(1e-12));
    }

    private static double[] wave(double level) {
        double[] line = new double[BurgersProblem.CELLS];
        for (int i = 0; i < line.length; i++) {
            line[i] = level + 0.2 * Math.sin(4.0 * Math.PI * i / line.length);
        }
        return line;
    }

    private static void advance(double[] line, double dt, double time) {
        Flow flow = new Flow(line.length, NU, dt);
        flow.start(line);
        flow.advance((int) Math.round(time / dt));
        flow.state(line);
    }

    private static double mean(double[] line) {
        double sum = 0.0;
        for (double value : line) {
            sum += value;
        }
        return sum / line.length;
    }

    private static double largestDifference(double[] a, double[] b) {
        double largest = 0.0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
