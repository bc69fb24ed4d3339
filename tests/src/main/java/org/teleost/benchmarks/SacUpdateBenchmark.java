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
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.replay.Batch;
import org.teleost.learn.sac.CriticVariant;
import org.teleost.learn.sac.Sac;
import org.teleost.learn.sac.SacSettings;
import org.teleost.problem.Box;
import org.teleost.random.RandomStream;

/** One update of soft actor-critic: 64 observations, 256-256 units, 4 actions, batch 128, automatic temperature. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class SacUpdateBenchmark {
    private static final int ROWS = 128;
    private static final int OBSERVATIONS = 64;
    private static final int ACTIONS = 4;

    @Param({"PLAIN", "LAYER_NORM", "DROQ", "CROSSQ"})
    public CriticVariant variant;

    private final UpdateMetrics metrics = new UpdateMetrics();
    private Batch batch;
    private Sac sac;

    @Setup(Level.Trial)
    public void fill() {
        batch = new Batch(ROWS, OBSERVATIONS, ACTIONS);
        RandomStream stream = new RandomStream(3);
        for (int i = 0; i < batch.observations.length; i++) {
            batch.observations[i] = (float) stream.nextGaussian();
            batch.nextObservations[i] = (float) stream.nextGaussian();
        }
        for (int i = 0; i < batch.actions.length; i++) {
            batch.actions[i] = (float) (2.0 * stream.nextDouble() - 1.0);
        }
        for (int i = 0; i < ROWS; i++) {
            batch.rewards[i] = (float) stream.nextGaussian();
        }
        SacSettings settings = SacSettings.modern().withCriticVariant(variant).withBatchSize(ROWS);
        sac = new Sac(OBSERVATIONS, Box.uniform(ACTIONS, -0.5f, 0.5f), settings, 1);
    }

    @Benchmark
    public double update() {
        sac.update(batch, metrics);
        return metrics.criticLoss;
    }

    @TearDown(Level.Trial)
    public void close() {
        sac.close();
    }
}
