package org.teleost.fluid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.fluid.grid.Boundaries;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.RowLayout;
import org.teleost.fluid.grid.StepLimits;
import org.teleost.fluid.grid.StreamEnds;
import org.teleost.fluid.grid.Velocity;
import org.teleost.random.RandomStream;

class MomentumStepTest {
    private static final double VISCOSITY = 0.03;
    private static final double TIME_STEP = 0.01;

    @ParameterizedTest
    @CsvSource({
        "4, 4, INFLOW_OUTFLOW, CENTRAL",
        "4, 4, PERIODIC, UPWIND_BIASED",
        "13, 6, INFLOW_OUTFLOW, UPWIND_BIASED",
        "6, 13, PERIODIC, CENTRAL",
        "41, 9, INFLOW_OUTFLOW, UPWIND_BIASED",
        "41, 9, PERIODIC, UPWIND_BIASED"
    })
    void secondStepAgreesWithThePlainTwin(int columns, int rows, StreamEnds ends, Scheme scheme) {
        Grid grid = new Grid(columns, rows, 0.2);
        MomentumStep momentum = new MomentumStep(grid, ends, scheme, VISCOSITY, TIME_STEP, 1);
        Velocity before = randomField(grid, ends, 1);
        Velocity now = randomField(grid, ends, 2);
        Velocity next = new Velocity(grid);
        double[][] pressure = RowLayout.allocate(rows, columns);
        RandomStream stream = new RandomStream(3);
        for (double[] row : pressure) {
            for (int i = 0; i < row.length; i++) {
                row[i] = stream.nextGaussian();
            }
        }

        advance(momentum, before, pressure, next);
        advance(momentum, now, pressure, next);

        PlainMomentum plainBefore = new PlainMomentum(before, scheme, VISCOSITY);
        PlainMomentum plainNow = new PlainMomentum(now, scheme, VISCOSITY);
        double scale = TIME_STEP / grid.cellSize();
        for (int j = 0; j < rows; j++) {
            for (int i = ends == StreamEnds.PERIODIC ? 0 : 1; i < columns; i++) {
                double rate = 1.5 * plainNow.rateU(i, j) - 0.5 * plainBefore.rateU(i, j);
                double push = pressure[j][i + RowLayout.GHOST] - pressure[j][i - 1 + RowLayout.GHOST];
                assertThat(next.u(i, j)).isEqualTo(now.u(i, j) + scale * rate - push, within(1e-13));
            }
            for (int i = 0; j > 0 && i < columns; i++) {
                double rate = 1.5 * plainNow.rateV(i, j) - 0.5 * plainBefore.rateV(i, j);
                double push = pressure[j][i + RowLayout.GHOST] - pressure[j - 1][i + RowLayout.GHOST];
                assertThat(next.v(i, j)).isEqualTo(now.v(i, j) + scale * rate - push, within(1e-13));
            }
        }
    }

    @Test
    void stepBeyondTheViscousLimitIsWrong() {
        assertThat(checkerboardAfter(100, 0.95 * StepLimits.VISCOUS)).isLessThan(1e-10);
        assertThat(checkerboardAfter(100, 1.05 * StepLimits.VISCOUS)).isGreaterThan(1e-7);
    }

    /** What pure diffusion makes of a checkerboard of 1e-8, which any step within the limit damps. */
    private static double checkerboardAfter(int steps, double diffusionNumber) {
        Grid grid = new Grid(8, 8, 1.0);
        MomentumStep momentum =
                new MomentumStep(grid, StreamEnds.PERIODIC, Scheme.CENTRAL, diffusionNumber / TIME_STEP, TIME_STEP, 1);
        Boundaries boundaries = new Boundaries(grid, StreamEnds.PERIODIC, 0.0);
        double[][] pressure = RowLayout.allocate(grid.rows(), grid.columns());
        Velocity now = new Velocity(grid);
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                now.setU(i, j, (i + j) % 2 == 0 ? 1e-8 : -1e-8);
            }
        }
        for (int step = 0; step < steps; step++) {
            boundaries.fill(now);
            Velocity next = new Velocity(grid);
            advance(momentum, now, pressure, next);
            now = next;
        }
        return now.largest(0, grid.rows(), new double[RowLayout.length(grid.columns())]);
    }

    private static void advance(MomentumStep momentum, Velocity now, double[][] pressure, Velocity next) {
        momentum.begin(now, pressure, next);
        momentum.advance(0, 0, now.grid().rows());
        momentum.end();
    }

    private static Velocity randomField(Grid grid, StreamEnds ends, long seed) {
        RandomStream stream = new RandomStream(seed);
        Velocity field = new Velocity(grid);
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i <= grid.columns(); i++) {
                field.setU(i, j, stream.nextGaussian());
                field.setV(i, j, stream.nextGaussian());
            }
        }
        new Boundaries(grid, ends, 0.7).fill(field);
        return field;
    }
}
