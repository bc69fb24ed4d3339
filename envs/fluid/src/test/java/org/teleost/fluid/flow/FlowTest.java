package org.teleost.fluid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teleost.fluid.grid.FlowDivergedException;
import org.teleost.fluid.grid.FlowLimitException;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

class FlowTest {
    @ParameterizedTest
    @EnumSource(Scheme.class)
    void vorticesConvergeWithSecondOrderInTheCellSize(Scheme scheme) {
        // dt falls with h^2, so the error of the step does too
        double coarse = TaylorGreen.error(16, 0.01, 100, scheme);
        double fine = TaylorGreen.error(64, 0.01 / 16, 1600, scheme);

        assertThat(Math.log(coarse / fine) / Math.log(4.0)).isGreaterThan(1.9);
        assertThat(fine).isLessThan(2e-4);
    }

    @Test
    void vorticesConvergeWithSecondOrderInTheStep() {
        Flow reference = after(0.04 / 32, 32 * 30);
        double coarse = TaylorGreen.distance(after(0.04, 30), reference);
        double middle = TaylorGreen.distance(after(0.02, 60), reference);
        double fine = TaylorGreen.distance(after(0.01, 120), reference);

        assertThat(Math.log(coarse / middle) / Math.log(2.0)).isBetween(1.85, 2.4);
        assertThat(Math.log(middle / fine) / Math.log(2.0)).isBetween(1.85, 2.4);
    }

    private static Flow after(double timeStep, int steps) {
        Flow flow = TaylorGreen.start(12, timeStep, Scheme.CENTRAL);
        for (int step = 0; step < steps; step++) {
            flow.step();
        }
        return flow;
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4, INFLOW_OUTFLOW, CENTRAL",
        "13, 6, INFLOW_OUTFLOW, UPWIND_BIASED",
        "57, 33, INFLOW_OUTFLOW, CENTRAL",
        "24, 207, PERIODIC, UPWIND_BIASED",
        "5, 4, PERIODIC, CENTRAL"
    })
    void divergenceIsRoundOffAfterEveryStep(int columns, int rows, StreamEnds ends, Scheme scheme) {
        Flow flow = disturbed(columns, rows, ends, scheme);

        for (int step = 0; step < 20; step++) {
            flow.step();
            assertThat(FlowFields.largestDivergence(flow)).isLessThan(2e-12);
        }
    }

    @Test
    void uniformStreamStaysUniform() {
        Flow flow = new Flow(new FlowSetup(new FlowSettings(
                new Grid(12, 8, 0.1), StreamEnds.INFLOW_OUTFLOW, Scheme.UPWIND_BIASED, 0.01, 0.01, 1.0)));

        for (int step = 0; step < 50; step++) {
            flow.step();
        }

        assertThat(flow.velocity().u(12, 3)).isEqualTo(1.0);
        assertThat(flow.velocity().u(6, 7)).isEqualTo(1.0);
        assertThat(flow.velocity().v(6, 4)).isZero();
        assertThat(flow.time()).isEqualTo(50 * 0.01);
    }

    @Test
    void sameStepsGiveTheSameBits() {
        Flow first = disturbed(57, 33, StreamEnds.INFLOW_OUTFLOW, Scheme.UPWIND_BIASED);
        Flow second = disturbed(57, 33, StreamEnds.INFLOW_OUTFLOW, Scheme.UPWIND_BIASED);

        for (int step = 0; step < 60; step++) {
            first.step();
            second.step();
        }

        assertThat(TaylorGreen.distance(first, second)).isZero();
    }

    @Test
    void loadedStateGoesOnWithTheSameBits() {
        Flow flow = disturbed(57, 33, StreamEnds.INFLOW_OUTFLOW, Scheme.CENTRAL);
        for (int step = 0; step < 5; step++) {
            flow.step();
        }
        FlowState state = new FlowState(flow.setup().grid());
        flow.save(state);
        Flow other = new Flow(flow.setup());
        other.step();
        other.load(state);

        for (int step = 0; step < 7; step++) {
            flow.step();
            other.step();
        }

        assertThat(TaylorGreen.distance(flow, other)).isZero();
        assertThat(other.time()).isEqualTo(flow.time());
        assertThat(other.pressure(3, 4)).isEqualTo(flow.pressure(3, 4));
    }

    @Test
    void vorticityOfTheVorticesIsTwiceTheirStreamFunction() {
        Flow flow = TaylorGreen.start(32, 0.01, Scheme.CENTRAL);
        Grid grid = flow.setup().grid();
        float[] vorticity = new float[(grid.columns() - 1) * (grid.rows() - 1)];

        FlowFields.vorticity(flow, vorticity);

        double expected = 2.0 * Math.sin(7 * grid.cellSize()) * Math.sin(11 * grid.cellSize());
        assertThat((double) vorticity[10 * (grid.columns() - 1) + 6]).isCloseTo(expected, within(3e-3));
    }

    @Test
    void setUpBeyondTheViscousLimitIsRefusedWithAWayOut() {
        Grid grid = new Grid(16, 8, 0.125);
        assertThatThrownBy(() -> new FlowSettings(grid, StreamEnds.PERIODIC, Scheme.CENTRAL, 0.25, 0.02, 1.0))
                .isInstanceOf(FlowLimitException.class)
                .hasMessageContaining("nu*dt/h^2=0.32")
                .hasMessageContaining("limit=0.125")
                .hasMessageContaining("timeStep <= 0.0078125");
    }

    @Test
    void inflowBeyondTheCourantLimitIsRefusedWithAWayOut() {
        Grid grid = new Grid(16, 8, 0.1);
        assertThatThrownBy(() -> new FlowSettings(grid, StreamEnds.INFLOW_OUTFLOW, Scheme.CENTRAL, 0.0, 0.05, 1.0))
                .isInstanceOf(FlowLimitException.class)
                .hasMessageContaining("speed*dt/h=0.5")
                .hasMessageContaining("limit=0.4");
    }

    @Test
    void flowThatOutrunsItsStepStopsWithItsCourantNumber() {
        Flow flow = disturbed(24, 12, StreamEnds.INFLOW_OUTFLOW, Scheme.CENTRAL);
        flow.velocity().setU(12, 6, 9.0);
        flow.startFromVelocity(0.0);

        assertThatThrownBy(flow::step)
                .isInstanceOf(FlowDivergedException.class)
                .hasMessageContaining("courant=")
                .hasMessageContaining("step=1");
    }

    @Test
    void valueThatIsNotANumberStopsTheFlow() {
        Flow flow = disturbed(24, 12, StreamEnds.INFLOW_OUTFLOW, Scheme.UPWIND_BIASED);
        flow.velocity().setV(12, 6, Double.NaN);

        assertThatThrownBy(flow::step).isInstanceOf(FlowDivergedException.class).hasMessageContaining("courant=NaN");
    }

    private static Flow disturbed(int columns, int rows, StreamEnds ends, Scheme scheme) {
        Grid grid = new Grid(columns, rows, 0.1);
        Flow flow = new Flow(new FlowSetup(new FlowSettings(grid, ends, scheme, 0.01, 0.01, 1.0)));
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                flow.velocity().setU(i, j, 1.0 + 0.5 * Math.sin(0.9 * i) * Math.cos(1.3 * j));
                flow.velocity().setV(i, j, 0.5 * Math.cos(0.7 * i + 0.4 * j));
            }
        }
        flow.startFromVelocity(0.0);
        return flow;
    }
}
