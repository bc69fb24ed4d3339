package org.teleost.fluid.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.fluid.grid.FlowDivergedException;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.Velocity;

class DirectForcingTest {
    private static final double CELL = 0.1;
    private static final double STEP = 0.01;
    private final Grid grid = new Grid(40, 30, CELL);
    private final Markers markers = new Markers(17);
    private final double[] fluidX = new double[17];
    private final double[] fluidY = new double[17];

    DirectForcingTest() {
        for (int k = 0; k < markers.count(); k++) {
            markers.x[k] = 1.03 + 0.9 * k * 1.25 * CELL;
            markers.y[k] = 1.41 + 0.3 * Math.sin(0.4 * k);
            markers.velocityX[k] = Math.cos(1.7 * k);
            markers.velocityY[k] = 0.2 * k;
        }
    }

    @Test
    void linearFieldIsInterpolatedExactly() {
        Velocity field = linearField();
        DirectForcing forcing = new DirectForcing(grid, markers.count());
        forcing.place(markers);

        forcing.interpolate(field, fluidX, fluidY);

        for (int k = 0; k < markers.count(); k++) {
            assertThat(fluidX[k]).isEqualTo(0.3 + 2.0 * markers.x[k] - markers.y[k], within(1e-13));
            assertThat(fluidY[k]).isEqualTo(-0.7 + markers.x[k] + 0.5 * markers.y[k], within(1e-13));
        }
    }

    @Test
    void fluidAtTheMarkersTakesTheirVelocity() {
        Velocity field = linearField();
        DirectForcing forcing = new DirectForcing(grid, markers.count());
        forcing.place(markers);
        forcing.interpolate(field, fluidX, fluidY);

        forcing.apply(markers, fluidX, fluidY, STEP, field);

        forcing.interpolate(field, fluidX, fluidY);
        for (int k = 0; k < markers.count(); k++) {
            assertThat(fluidX[k]).isEqualTo(markers.velocityX[k], within(1e-12));
            assertThat(fluidY[k]).isEqualTo(markers.velocityY[k], within(1e-12));
        }
    }

    @Test
    void fluidGainsTheMomentumAndTheMomentOfTheForces() {
        Velocity field = linearField();
        DirectForcing forcing = new DirectForcing(grid, markers.count());
        forcing.place(markers);
        forcing.interpolate(field, fluidX, fluidY);
        double[] before = moments(field);

        forcing.apply(markers, fluidX, fluidY, STEP, field);

        double[] after = moments(field);
        double moment = 0.0;
        for (int k = 0; k < markers.count(); k++) {
            moment += markers.x[k] * markers.forceY[k] - markers.y[k] * markers.forceX[k];
        }
        assertThat(after[0] - before[0]).isEqualTo(-markers.drag() * STEP, within(1e-12));
        assertThat(after[1] - before[1]).isEqualTo(-markers.lift() * STEP, within(1e-12));
        assertThat(after[2] - before[2]).isEqualTo(moment * STEP, within(1e-12));
    }

    @Test
    void markerAtTheEdgeIsRefusedByNumber() {
        DirectForcing forcing = new DirectForcing(grid, markers.count());
        markers.x[5] = grid.width() - 2.0 * CELL;

        assertThatThrownBy(() -> forcing.place(markers))
                .isInstanceOf(FlowDivergedException.class)
                .hasMessageContaining("marker=5")
                .hasMessageContaining("width=4.0");
    }

    @Test
    void markerThatIsNotANumberIsRefused() {
        DirectForcing forcing = new DirectForcing(grid, markers.count());
        markers.y[0] = Double.NaN;

        assertThatThrownBy(() -> forcing.place(markers))
                .isInstanceOf(FlowDivergedException.class)
                .hasMessageContaining("y=NaN");
    }

    @Test
    void markersThatCoincideAreRefused() {
        DirectForcing forcing = new DirectForcing(grid, markers.count());
        for (int k = 0; k < 6; k++) {
            markers.x[k] = 1.0 + 1e-9 * k;
            markers.y[k] = 1.0;
        }

        assertThatThrownBy(() -> forcing.place(markers))
                .isInstanceOf(FlowDivergedException.class)
                .hasMessageContaining("markers=17");
    }

    private Velocity linearField() {
        Velocity field = new Velocity(grid);
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                field.setU(i, j, 0.3 + 2.0 * i * CELL - (j + 0.5) * CELL);
                field.setV(i, j, -0.7 + (i + 0.5) * CELL + 0.5 * j * CELL);
            }
        }
        return field;
    }

    /** Momentum along and across the stream and moment of momentum about the origin. */
    private double[] moments(Velocity field) {
        double[] sums = new double[3];
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                double u = field.u(i, j) * CELL * CELL;
                double v = field.v(i, j) * CELL * CELL;
                sums[0] += u;
                sums[1] += v;
                sums[2] += (i + 0.5) * CELL * v - (j + 0.5) * CELL * u;
            }
        }
        return sums;
    }
}
