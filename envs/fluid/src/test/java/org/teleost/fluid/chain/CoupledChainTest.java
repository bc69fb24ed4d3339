package org.teleost.fluid.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.fluid.body.HeaveAndPitch;
import org.teleost.fluid.body.Markers;
import org.teleost.fluid.body.RootMotion;
import org.teleost.fluid.flow.Flow;
import org.teleost.fluid.flow.FlowFields;
import org.teleost.fluid.flow.FlowSettings;
import org.teleost.fluid.flow.FlowSetup;
import org.teleost.fluid.flow.Scheme;
import org.teleost.fluid.grid.FlowDivergedException;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

class CoupledChainTest {
    private static final int CELLS_PER_LENGTH = 16;
    private static final double STEP = 0.004;
    private static final double PERIOD = 2.0;

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.02, 0.0})
    void lightRayStaysStableForFivePeriods(double massRatio) {
        Flow flow = flow(CELLS_PER_LENGTH, STEP, Scheme.CENTRAL);
        CoupledChain ray = ray(flow, massRatio);
        double largestAngle = 0.0;
        double work = 0.0;

        int steps = (int) Math.round(5.0 * PERIOD / STEP);
        for (int step = 0; step < steps; step++) {
            ray.setOffset(0.3 * Math.sin(2.0 * Math.PI * flow.time() / PERIOD + 0.25 * Math.PI));
            flow.step(ray);
            work += ray.markers().power() * STEP;
            for (double angle : ray.chain().angles) {
                largestAngle = Math.max(largestAngle, Math.abs(angle));
            }
        }

        assertThat(largestAngle).isBetween(0.1, 1.2);
        assertThat(work / (5.0 * PERIOD)).isBetween(0.1, 5.0);
        assertThat(FlowFields.largestDivergence(flow)).isLessThan(1e-11);
    }

    @Test
    void slipAtTheInterfaceFallsWithTheStep() {
        double coarse = slipAfter(0.25 * PERIOD, 0.01);
        double fine = slipAfter(0.25 * PERIOD, 0.0025);

        assertThat(coarse).isLessThan(0.1);
        assertThat(fine).isLessThan(0.5 * coarse);
    }

    private static double slipAfter(double time, double step) {
        Flow flow = flow(CELLS_PER_LENGTH, step, Scheme.CENTRAL);
        CoupledChain ray = ray(flow, 0.03);
        while (flow.time() < time - 0.5 * step) {
            flow.step(ray);
        }
        return ray.slip(flow.velocity());
    }

    @Test
    void aStepStartsWithTheVelocityThatTheLastOneEndedWith() {
        double coarse = jumpAt(0.25 * PERIOD, 0.01);
        double fine = jumpAt(0.25 * PERIOD, 0.0025);

        // the positions that a step extrapolates differ from those it leaves by its square
        assertThat(coarse).isLessThan(0.02);
        assertThat(fine).isLessThan(0.15 * coarse);
    }

    private static double jumpAt(double time, double step) {
        Flow flow = flow(CELLS_PER_LENGTH, step, Scheme.CENTRAL);
        CoupledChain ray = ray(flow, 0.03);
        double[] end = {};
        while (flow.time() < time - 0.5 * step) {
            end = ray.markers().velocityY.clone();
            flow.step(ray);
        }
        double largest = 0.0;
        for (int i = 0; i < end.length; i++) {
            largest = Math.max(largest, Math.abs(ray.markers().startVelocityY[i] - end[i]));
        }
        return largest;
    }

    @Test
    void sameStepsGiveTheSameBits() {
        assertThat(anglesAfterSteps(60)).containsExactly(anglesAfterSteps(60));
    }

    private static double[] anglesAfterSteps(int steps) {
        Flow flow = flow(CELLS_PER_LENGTH, STEP, Scheme.UPWIND_BIASED);
        CoupledChain ray = ray(flow, 0.03);
        for (int step = 0; step < steps; step++) {
            ray.setOffset(0.1 * Math.sin(0.1 * step));
            flow.step(ray);
        }
        return ray.chain().angles;
    }

    @Test
    void straightRayAtRestAlongTheStreamOnlyFeelsDrag() {
        Flow flow = flow(CELLS_PER_LENGTH, STEP, Scheme.CENTRAL);
        Chain chain = new Chain(ChainProperties.finRay(13, 0.03));
        CoupledChain ray = new CoupledChain(
                chain, HeaveAndPitch.atRest(2.0, 2.0), flow.setup().grid());

        for (int step = 0; step < 200; step++) {
            flow.step(ray);
        }

        assertThat(ray.thrust()).isBetween(-0.5, -0.05);
        for (int i = 0; i < 13; i++) {
            assertThat(Math.abs(chain.angles[i])).isLessThan(1e-10);
            assertThat(Math.abs(ray.normalForce(i))).isLessThan(1e-8);
        }
    }

    @Test
    void rayThatLeavesTheDomainStopsTheFlow() {
        Flow flow = flow(CELLS_PER_LENGTH, STEP, Scheme.CENTRAL);
        RootMotion away = (time, out) -> {
            out.x = 2.0;
            out.y = 2.0 + 5.0 * time;
            out.velocityY = 5.0;
        };
        CoupledChain ray = new CoupledChain(
                new Chain(ChainProperties.finRay(13, 0.03)), away, flow.setup().grid());

        assertThatThrownBy(() -> {
                    for (int step = 0; step < 100; step++) {
                        flow.step(ray);
                    }
                })
                .isInstanceOf(FlowDivergedException.class);
    }

    static Flow flow(int cellsPerLength, double step, Scheme scheme) {
        Grid grid = new Grid(7 * cellsPerLength, 4 * cellsPerLength, 1.0 / cellsPerLength);
        return new Flow(new FlowSetup(new FlowSettings(grid, StreamEnds.INFLOW_OUTFLOW, scheme, 1.0 / 200, step, 1.0)));
    }

    static CoupledChain ray(Flow flow, double massRatio) {
        Grid grid = flow.setup().grid();
        int links = Markers.countFor(1.0, grid.cellSize());
        HeaveAndPitch motion =
                new HeaveAndPitch(2.0, 2.0, 0.25, Math.toRadians(15.0), 0.5 * Math.PI, 1.0 / PERIOD, 0.0);
        Chain chain = new Chain(ChainProperties.finRay(links, massRatio));
        return new CoupledChain(chain, motion, grid);
    }
}
