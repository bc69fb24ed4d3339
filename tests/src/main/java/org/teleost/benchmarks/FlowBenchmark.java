package org.teleost.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.teleost.fluid.body.HeaveAndPitch;
import org.teleost.fluid.body.Markers;
import org.teleost.fluid.chain.Chain;
import org.teleost.fluid.chain.ChainProperties;
import org.teleost.fluid.chain.CoupledChain;
import org.teleost.fluid.flow.Flow;
import org.teleost.fluid.flow.FlowSettings;
import org.teleost.fluid.flow.FlowSetup;
import org.teleost.fluid.flow.Scheme;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

/** A step of a flow at Reynolds number 1000, without a body and with the fin ray, on one thread and on two. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class FlowBenchmark {
    /** Nothing but fluid, twice as many columns as rows. */
    @State(Scope.Benchmark)
    public static class Bare {
        @Param({"256", "512"})
        public int columns;

        @Param({"1", "2"})
        public int threads;

        private Flow flow;

        @Setup(Level.Trial)
        public void open() {
            double cellSize = 8.0 / columns;
            flow = flow(new Grid(columns, columns / 2, cellSize), 0.125 * cellSize, threads);
        }

        /** Waves everywhere: a uniform flow would be easier than any that is looked at. */
        @Setup(Level.Iteration)
        public void start() {
            for (int j = 0; j < columns / 2; j++) {
                for (int i = 0; i < columns; i++) {
                    flow.velocity().setU(i, j, 1.0 + 0.1 * Math.sin(0.09 * i) * Math.cos(0.13 * j));
                    flow.velocity().setV(i, j, 0.1 * Math.cos(0.07 * i + 0.04 * j));
                }
            }
            flow.startFromVelocity(0.0);
        }

        @TearDown(Level.Trial)
        public void close() {
            flow.close();
        }
    }

    /** A ray that heaves, pitches and is actuated at the root's frequency; 20 steps at 32 cells are a decision. */
    @State(Scope.Benchmark)
    public static class Ray {
        @Param({"32", "64"})
        public int cellsPerLength;

        @Param({"1", "2"})
        public int threads;

        private Flow flow;
        private CoupledChain ray;

        @Setup(Level.Trial)
        public void open() {
            Grid grid = new Grid(7 * cellsPerLength, 4 * cellsPerLength, 1.0 / cellsPerLength);
            flow = flow(grid, 0.08 / cellsPerLength, threads);
            HeaveAndPitch motion = new HeaveAndPitch(2.0, 2.0, 0.25, Math.toRadians(15.0), 0.5 * Math.PI, 0.5, 0.0);
            int links = Markers.countFor(1.0, grid.cellSize());
            ray = new CoupledChain(new Chain(ChainProperties.finRay(links, ChainProperties.RAY_MASS)), motion, grid);
        }

        @TearDown(Level.Trial)
        public void close() {
            flow.close();
        }
    }

    private static Flow flow(Grid grid, double timeStep, int threads) {
        return new Flow(
                new FlowSetup(new FlowSettings(
                        grid, StreamEnds.INFLOW_OUTFLOW, Scheme.UPWIND_BIASED, 1.0 / 1000, timeStep, 1.0)),
                threads);
    }

    @Benchmark
    public double bareStep(Bare bare) {
        bare.flow.step();
        return bare.flow.time();
    }

    @Benchmark
    public double rayStep(Ray ray) {
        ray.ray.setOffset(0.3 * Math.sin(Math.PI * ray.flow.time()));
        ray.flow.step(ray.ray);
        return ray.ray.thrust();
    }
}
