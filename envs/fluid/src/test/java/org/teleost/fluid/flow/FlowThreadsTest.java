package org.teleost.fluid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teleost.fluid.body.Cylinder;
import org.teleost.fluid.body.HeaveAndPitch;
import org.teleost.fluid.body.Markers;
import org.teleost.fluid.body.RigidForcing;
import org.teleost.fluid.chain.Chain;
import org.teleost.fluid.chain.ChainProperties;
import org.teleost.fluid.chain.CoupledChain;
import org.teleost.fluid.grid.FlowDivergedException;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

class FlowThreadsTest {
    private static final int STEPS = 50;

    @ParameterizedTest
    @CsvSource({
        "4, 4, INFLOW_OUTFLOW, CENTRAL",
        "13, 6, INFLOW_OUTFLOW, UPWIND_BIASED",
        "207, 57, INFLOW_OUTFLOW, UPWIND_BIASED",
        "64, 32, PERIODIC, CENTRAL",
        "24, 207, PERIODIC, UPWIND_BIASED"
    })
    void bareFlowHasTheSameBitsOnAnyNumberOfThreads(int columns, int rows, StreamEnds ends, Scheme scheme) {
        double[] alone = bare(columns, rows, ends, scheme, 1);

        assertThat(bare(columns, rows, ends, scheme, 2)).containsExactly(alone);
        assertThat(bare(columns, rows, ends, scheme, 3)).containsExactly(alone);
    }

    private static double[] bare(int columns, int rows, StreamEnds ends, Scheme scheme, int threads) {
        Grid grid = new Grid(columns, rows, 0.1);
        FlowSettings settings = new FlowSettings(grid, ends, scheme, 0.01, 0.01, 1.0);
        try (Flow flow = new Flow(new FlowSetup(settings), threads)) {
            for (int j = 0; j < rows; j++) {
                for (int i = 0; i < columns; i++) {
                    flow.velocity().setU(i, j, 1.0 + 0.5 * Math.sin(0.9 * i) * Math.cos(1.3 * j));
                    flow.velocity().setV(i, j, 0.5 * Math.cos(0.7 * i + 0.4 * j));
                }
            }
            flow.startFromVelocity(0.0);
            for (int step = 0; step < STEPS; step++) {
                flow.step();
            }
            return values(flow);
        }
    }

    @Test
    void flowAroundACylinderHasTheSameBitsOnAnyNumberOfThreads() {
        double[] alone = aroundCylinder(1);

        assertThat(aroundCylinder(2)).containsExactly(alone);
        assertThat(aroundCylinder(3)).containsExactly(alone);
    }

    private static double[] aroundCylinder(int threads) {
        try (Flow flow = stream(threads)) {
            Grid grid = flow.setup().grid();
            RigidForcing body = new RigidForcing(Cylinder.onCells(2.0, 2.0, 1.0, grid.cellSize()), grid);
            for (int step = 0; step < STEPS; step++) {
                flow.step(body);
            }
            return values(flow, body.markers().drag(), body.markers().lift());
        }
    }

    @Test
    void flowAroundARayHasTheSameBitsOnAnyNumberOfThreads() {
        double[] alone = aroundRay(1);

        assertThat(aroundRay(2)).containsExactly(alone);
        assertThat(aroundRay(3)).containsExactly(alone);
    }

    private static double[] aroundRay(int threads) {
        try (Flow flow = stream(threads)) {
            CoupledChain ray = ray(flow);
            for (int step = 0; step < STEPS; step++) {
                ray.setOffset(0.1 * Math.sin(0.1 * step));
                flow.step(ray);
            }
            return values(flow, ray.chain().angles);
        }
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void stepAllocatesNothing(Scheme scheme) {
        Grid grid = new Grid(28, 16, 0.25);
        FlowSettings settings = new FlowSettings(grid, StreamEnds.INFLOW_OUTFLOW, scheme, 0.005, 0.004, 1.0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Flow flow = new Flow(new FlowSetup(settings), 2)) {
            for (int step = 0; step < 2000; step++) {
                flow.step();
            }
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int step = 0; step < 1000; step++) {
                flow.step();
            }
            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            // the measurement itself may take some
            assertThat(allocated).isLessThan(1000);
        }
    }

    @Test
    void closedFlowLeavesNoThread() {
        for (int i = 0; i < 20; i++) {
            try (Flow flow = stream(3)) {
                flow.step();
                assertThat(flowThreads()).isEqualTo(2);
            }
        }

        assertThat(flowThreads()).isZero();
    }

    private static long flowThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("teleost-flow"))
                .count();
    }

    @Test
    void flowThatDivergesOnThreadsSaysSoAndCanBeClosed() {
        try (Flow flow = stream(2)) {
            flow.velocity().setU(12, 6, Double.NaN);

            assertThatThrownBy(flow::step).isInstanceOf(FlowDivergedException.class);
        }
        assertThat(flowThreads()).isZero();
    }

    @Test
    void threadsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> stream(0)).hasMessageContaining("threads=0; allowed range 1 to 256");
    }

    private static Flow stream(int threads) {
        Grid grid = new Grid(112, 64, 1.0 / 16);
        return new Flow(
                new FlowSetup(
                        new FlowSettings(grid, StreamEnds.INFLOW_OUTFLOW, Scheme.UPWIND_BIASED, 1.0 / 200, 0.004, 1.0)),
                threads);
    }

    private static CoupledChain ray(Flow flow) {
        Grid grid = flow.setup().grid();
        HeaveAndPitch motion = new HeaveAndPitch(2.0, 2.0, 0.25, Math.toRadians(15.0), 0.5 * Math.PI, 0.5, 0.0);
        int links = Markers.countFor(1.0, grid.cellSize());
        return new CoupledChain(new Chain(ChainProperties.finRay(links, 0.03)), motion, grid);
    }

    /** Velocity and pressure of all cells, then {@code more}. */
    private static double[] values(Flow flow, double... more) {
        Grid grid = flow.setup().grid();
        int cells = grid.columns() * grid.rows();
        double[] values = new double[3 * cells + more.length];
        int at = 0;
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                values[at++] = flow.velocity().u(i, j);
                values[at++] = flow.velocity().v(i, j);
                values[at++] = flow.pressure(i, j);
            }
        }
        System.arraycopy(more, 0, values, at, more.length);
        return values;
    }
}
