package org.teleost.envs.kuramotosivashinsky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The differences of a wave of m periods on 64 points: halving m halves the step relative to the wave. */
class StencilsTest {
    private static final int POINTS = LaneLayout.POINTS;

    private interface Difference {
        void apply(double[] lanes, double[] out);
    }

    @Test
    void secondDerivativeIsOfSixthOrder() {
        assertThat(order(StencilsTest::relativeErrorOfCurvature)).isCloseTo(6.0, within(0.1));
    }

    @Test
    void fourthDerivativeIsOfSixthOrder() {
        assertThat(order(StencilsTest::relativeErrorOfFourth)).isCloseTo(6.0, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, -1.0})
    void convectionIsOfFourthOrderFromEitherSide(double sign) {
        assertThat(order(waves -> relativeErrorOfGradient(waves, sign))).isCloseTo(4.0, within(0.2));
    }

    private interface ErrorOfWave {
        double of(int waves);
    }

    private static double order(ErrorOfWave error) {
        return Math.log(error.of(4) / error.of(2)) / Math.log(2.0);
    }

    private static double relativeErrorOfCurvature(int waves) {
        double step = 2.0 * Math.PI * waves / POINTS;
        double[] wave = wave(waves, 0.0, 1.0);
        return largestError(wave, Stencils::curvature, i -> -step * step * wave[i]) / (step * step);
    }

    /** With dx = 1 and no force the linear terms are minus both differences; the other one is taken off again. */
    private static double relativeErrorOfFourth(int waves) {
        double step = 2.0 * Math.PI * waves / POINTS;
        double[] wave = wave(waves, 0.0, 1.0);
        Stencils stencils = new Stencils(1.0);
        double[] zero = new double[POINTS];
        double fourth = Math.pow(step, 4);
        Difference difference = (lanes, out) -> {
            double[] second = new double[POINTS];
            Stencils.curvature(lanes, second);
            stencils.linear(lanes, zero, out);
            for (int i = 0; i < POINTS; i++) {
                out[i] = -out[i] - second[i];
            }
        };
        return largestError(wave, difference, i -> fourth * wave[i]) / fourth;
    }

    private static double relativeErrorOfGradient(int waves, double sign) {
        double step = 2.0 * Math.PI * waves / POINTS;
        double[] u = wave(waves, 2.0 * sign, 1.0);
        Difference difference = (lanes, out) -> {
            double[] squared = new double[LaneLayout.LENGTH];
            Stencils.square(lanes, squared);
            Stencils.upwind(lanes, squared, out);
        };
        return largestError(u, difference, i -> 2.0 * u[i] * step * Math.cos(step * i)) / step;
    }

    private interface Exact {
        double at(int point);
    }

    private static double largestError(double[] line, Difference difference, Exact exact) {
        double[] lanes = new double[LaneLayout.LENGTH];
        double[] out = new double[POINTS];
        LaneLayout.store(line, lanes);
        difference.apply(lanes, out);
        double largest = 0.0;
        for (int i = 0; i < POINTS; i++) {
            largest = Math.max(largest, Math.abs(out[LaneLayout.index(i) - LaneLayout.GHOST] - exact.at(i)));
        }
        return largest;
    }

    private static double[] wave(int waves, double mean, double amplitude) {
        double[] line = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            line[i] = mean + amplitude * Math.sin(2.0 * Math.PI * waves * i / POINTS);
        }
        return line;
    }

    @Test
    void lanesKeepTheOrderOfSpaceAndGhostsContinueIt() {
        double[] line = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            line[i] = i;
        }
        double[] lanes = new double[LaneLayout.LENGTH];
        LaneLayout.store(line, lanes);
        for (int i = 0; i < POINTS; i++) {
            for (int distance = -4; distance <= 4; distance++) {
                assertThat(lanes[LaneLayout.index(i) + distance * LaneLayout.LANES])
                        .isEqualTo(Math.floorMod(i + distance, POINTS));
            }
        }
        double[] back = new double[POINTS];
        LaneLayout.load(lanes, back);
        assertThat(back).containsExactly(line);
    }
}
