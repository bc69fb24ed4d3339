package org.teleost.fluid.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.fluid.flow.Flow;
import org.teleost.fluid.flow.FlowSettings;
import org.teleost.fluid.flow.FlowSetup;
import org.teleost.fluid.flow.Scheme;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

class RigidForcingTest {
    @Test
    void heavingAndPitchingPlateDragsTheFluidAlong() {
        Grid grid = new Grid(64, 48, 1.0 / 16);
        HeaveAndPitch motion = new HeaveAndPitch(1.0, 1.5, 0.2, 0.2, 0.5 * Math.PI, 0.5, 0.0);
        RigidForcing plate = new RigidForcing(Plate.onCells(motion, 1.0, grid.cellSize()), grid);
        Flow flow = new Flow(
                new FlowSetup(new FlowSettings(grid, StreamEnds.INFLOW_OUTFLOW, Scheme.CENTRAL, 0.005, 0.005, 1.0)));
        double work = 0.0;

        for (int step = 0; step < 400; step++) {
            flow.step(plate);
            work += 0.005 * plate.markers().power();
        }

        assertThat(plate.markers().count()).isEqualTo(13);
        assertThat(plate.slip(flow.velocity())).isLessThan(0.1);
        assertThat(work).isGreaterThan(0.1);
    }

    @Test
    void powerTakesForceAndVelocityOfTheMiddleOfTheStep() {
        Markers markers = new Markers(1);
        markers.forceX[0] = 2.0;
        markers.forceY[0] = -1.0;
        markers.startVelocityX[0] = 3.0;
        markers.velocityX[0] = 5.0;
        markers.startVelocityY[0] = 1.0;
        markers.velocityY[0] = 2.0;
        assertThat(markers.power()).isEqualTo(2.0 * 4.0 - 1.5);

        Grid grid = new Grid(64, 48, 1.0 / 16);
        HeaveAndPitch motion = new HeaveAndPitch(1.0, 1.5, 0.2, 0.2, 0.5 * Math.PI, 0.5, 0.0);
        RigidForcing plate = new RigidForcing(Plate.onCells(motion, 1.0, grid.cellSize()), grid);
        Flow flow = new Flow(
                new FlowSetup(new FlowSettings(grid, StreamEnds.INFLOW_OUTFLOW, Scheme.CENTRAL, 0.005, 0.005, 1.0)));
        flow.step(plate);
        double[] end = plate.markers().velocityY.clone();
        flow.step(plate);
        assertThat(plate.markers().startVelocityY).containsExactly(end, within(1e-12));
        assertThat(plate.markers().velocityY[0]).isNotEqualTo(end[0]);
    }

    @Test
    void velocityOfTheMarkersIsTheRateOfTheirPosition() {
        HeaveAndPitch motion = new HeaveAndPitch(1.0, 1.5, 0.2, 0.3, 0.4, 0.7, 0.2);
        Plate plate = new Plate(motion, 1.0, 5);
        Markers before = new Markers(5);
        Markers now = new Markers(5);
        Markers after = new Markers(5);
        double dt = 1e-5;

        plate.place(0.6 - dt, before);
        plate.place(0.6, now);
        plate.place(0.6 + dt, after);

        for (int k = 0; k < 5; k++) {
            assertThat(now.velocityX[k]).isEqualTo((after.x[k] - before.x[k]) / (2.0 * dt), within(1e-8));
            assertThat(now.velocityY[k]).isEqualTo((after.y[k] - before.y[k]) / (2.0 * dt), within(1e-8));
        }
        assertThat(now.root.accelerationY)
                .isEqualTo((after.root.velocityY - before.root.velocityY) / (2.0 * dt), within(1e-6));
    }

    @Test
    void cylinderMarkersAreOneAndAQuarterCellsApart() {
        Cylinder cylinder = Cylinder.onCells(2.0, 3.0, 1.0, 0.05);
        Markers markers = new Markers(cylinder.markers());
        cylinder.place(0.0, markers);

        double distance = Math.hypot(markers.x[1] - markers.x[0], markers.y[1] - markers.y[0]);
        assertThat(distance).isEqualTo(1.25 * 0.05, within(0.02 * 0.05));
    }
}
