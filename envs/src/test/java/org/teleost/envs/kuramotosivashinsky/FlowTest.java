package org.teleost.envs.kuramotosivashinsky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

class FlowTest {
    private static final int POINTS = LaneLayout.POINTS;
    private static final double LENGTH = KuramotoSivashinskyProblem.LENGTH;
    private static final double DT = KuramotoSivashinskyProblem.SUBSTEP;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithThePlainTwin(long seed) {
        double[] start = smooth(seed, 0.1);
        double[] force = smooth(seed + 100, 0.0);
        Flow flow = flow(DT, start);
        flow.force(force);
        PlainFlow plain = new PlainFlow(LENGTH, DT, start, force);
        for (int action = 0; action < 4; action++) {
            flow.advance(250);
            plain.advance(250);
        }
        assertThat(largestDifference(state(flow), plain.state())).isLessThan(1e-12);
        assertThat(flow.meanCurvatureSquare()).isCloseTo(plain.curvatureSquares, within(1e-12));
        assertThat(flow.meanGradientSquare()).isCloseTo(plain.gradientSquares, within(1e-12));
        assertThat(flow.meanPower()).isCloseTo(plain.power, within(1e-12));
    }

    /** A wave exp(i q x) of small amplitude grows as exp((q^2 - q^4) t). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void smallWavesGrowAsTheDispersionRelationSays(int waves) {
        double q = 2.0 * Math.PI * waves / LENGTH;
        double amplitude = 1e-7;
        double[] start = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            start[i] = amplitude * Math.sin(2.0 * Math.PI * waves * i / POINTS + 0.1);
        }
        Flow flow = flow(DT, start);
        double before = flow.energy();
        flow.advance(1000);
        double rate = 0.5 * Math.log(flow.energy() / before);
        assertThat(rate).isCloseTo(q * q - Math.pow(q, 4), within(2e-5 + 3e-4 * Math.pow(q, 8)));
    }

    /** u > 0 throughout, so that the upwind side never changes. */
    @Test
    void timeStepsAreOfFourthOrder() {
        double[] coarse = solved(0.02, 1.0e-3);
        double[] middle = solved(0.02, 0.5e-3);
        double[] fine = solved(0.02, 0.25e-3);
        double order = Math.log(largestDifference(coarse, middle) / largestDifference(middle, fine)) / Math.log(2.0);
        assertThat(order).isBetween(3.7, 4.5);
    }

    @Test
    void aTimeStepBeyondTheStabilityLimitBlowsUp() {
        Flow tooBig = flow(2.2e-3, smooth(5, 3.0));
        tooBig.advance(2000);
        assertThat(Double.isFinite(tooBig.energy())).isFalse();
    }

    private static double[] solved(double time, double dt) {
        double[] start = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double x = 2.0 * Math.PI * i / POINTS;
            start[i] = 4.0 + Math.sin(x) + 0.5 * Math.cos(6.0 * x) + 0.3 * Math.sin(12.0 * x);
        }
        Flow flow = flow(dt, start);
        flow.advance((int) Math.round(time / dt));
        return state(flow);
    }

    /**
     * d/dt mean(u^2)/2 = mean(u_x^2) - mean(u_xx^2) + mean(u f). The exact convection neither adds nor takes energy;
     * the one-sided differences leak a few per cent, and with the leak in the sum the budget closes.
     */
    @ParameterizedTest
    @ValueSource(ints = {20, 60, 120, 199})
    void energyBudgetCloses(int row) {
        Flow flow = new Flow(LENGTH, DT);
        InitialStates.start(row, flow);
        double[] force = smooth(row, 0.0);
        flow.force(force);
        double before = flow.energy();
        flow.advance(1);
        double[] middle = state(flow);
        flow.advance(1);
        double gain = (flow.energy() - before) / (2.0 * DT);

        double production = derivativeSquare(middle, 1);
        double dissipation = derivativeSquare(middle, 2);
        double power = 0.0;
        double leak = 0.0;
        for (int i = 0; i < POINTS; i++) {
            power += middle[i] * force[i] / POINTS;
            leak -= middle[i] * PlainFlow.first(middle, i) / (2.0 * LENGTH / POINTS) / POINTS;
        }
        assertThat(Math.abs(leak)).isLessThan(0.05 * dissipation);
        assertThat(gain).isCloseTo(production - dissipation + power + leak, within(0.002 * dissipation));
    }

    /** mean((d^n u / dx^n)^2) from the Fourier series of the 64 values. */
    private static double derivativeSquare(double[] line, int order) {
        double sum = 0.0;
        for (int waves = 1; waves < POINTS / 2; waves++) {
            double cosine = 0.0;
            double sine = 0.0;
            for (int i = 0; i < POINTS; i++) {
                double angle = 2.0 * Math.PI * waves * i / POINTS;
                cosine += 2.0 / POINTS * line[i] * Math.cos(angle);
                sine += 2.0 / POINTS * line[i] * Math.sin(angle);
            }
            double q = 2.0 * Math.PI * waves / LENGTH;
            sum += 0.5 * Math.pow(q, 2 * order) * (cosine * cosine + sine * sine);
        }
        return sum;
    }

    @Test
    void meanIsConservedWhileTheFlowKeepsItsSign() {
        double[] start = smooth(8, 4.0);
        Flow flow = flow(DT, start);
        flow.advance(1000);
        assertThat(mean(state(flow))).isCloseTo(mean(start), within(1e-12));
    }

    @Test
    void meanGrowsByTheMeanForce() {
        double[] start = smooth(9, 4.0);
        double[] force = smooth(10, 0.3);
        Flow flow = flow(DT, start);
        flow.force(force);
        flow.advance(1000);
        assertThat(mean(state(flow)) - mean(start)).isCloseTo(mean(force), within(1e-12));
    }

    private static Flow flow(double dt, double[] start) {
        Flow flow = new Flow(LENGTH, dt);
        flow.start(start);
        return flow;
    }

    private static double[] state(Flow flow) {
        double[] line = new double[POINTS];
        flow.state(line);
        return line;
    }

    /** A few random long waves of order 1 around a mean. */
    private static double[] smooth(long seed, double mean) {
        RandomStream stream = new RandomStream(seed);
        double[] line = new double[POINTS];
        for (int waves = 1; waves <= 4; waves++) {
            double amplitude = stream.nextDouble();
            double phase = 2.0 * Math.PI * stream.nextDouble();
            for (int i = 0; i < POINTS; i++) {
                line[i] += amplitude * Math.sin(2.0 * Math.PI * waves * i / POINTS + phase);
            }
        }
        for (int i = 0; i < POINTS; i++) {
            line[i] += mean;
        }
        return line;
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
