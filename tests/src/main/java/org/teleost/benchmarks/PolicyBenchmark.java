package org.teleost.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.teleost.policy.Activation;
import org.teleost.policy.DenseLayer;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.PolicyRunner;
import org.teleost.random.RandomStream;

/** One action of a learned policy with 64 observations, 256-256 units and 4 actions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class PolicyBenchmark {
    private static final int OBSERVATIONS = 64;
    private static final int UNITS = 256;
    private static final int ACTIONS = 4;

    private final RandomStream stream = new RandomStream(7);
    private final float[] observation = new float[OBSERVATIONS];
    private final float[] action = new float[ACTIONS];
    private PolicyRunner runner;

    @Setup
    public void fill() {
        for (int i = 0; i < OBSERVATIONS; i++) {
            observation[i] = (float) stream.nextGaussian();
        }
        float[] low = {-0.5f, -0.5f, -0.5f, -0.5f};
        float[] high = {0.5f, 0.5f, 0.5f, 0.5f};
        List<DenseLayer> layers = List.of(
                layer(OBSERVATIONS, UNITS, Activation.RELU),
                layer(UNITS, UNITS, Activation.RELU),
                layer(UNITS, 2 * ACTIONS, Activation.NONE));
        runner = new PolicyRunner(new PolicyNetwork(layers, low, high, -20.0f, 2.0f, 0));
    }

    private DenseLayer layer(int inputs, int outputs, Activation activation) {
        float[] weights = new float[inputs * outputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (stream.nextGaussian() / Math.sqrt(inputs));
        }
        return new DenseLayer(inputs, outputs, weights, new float[outputs], activation);
    }

    @Benchmark
    public float[] act() {
        runner.act(observation, action);
        return action;
    }

    @Benchmark
    public float[] sample() {
        runner.sample(observation, stream, action);
        return action;
    }
}
