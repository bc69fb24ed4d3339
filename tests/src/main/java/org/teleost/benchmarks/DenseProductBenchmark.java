package org.teleost.benchmarks;

import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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
import org.teleost.random.RandomStream;

/** The product that dominates an update of soft actor-critic, 128 x 256 by 256 x 256: ND4J against a plain loop. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class DenseProductBenchmark {
    private static final int ROWS = 128;
    private static final int UNITS = 256;

    private final float[] input = new float[ROWS * UNITS];
    private final float[] weights = new float[UNITS * UNITS];
    private final float[] output = new float[ROWS * UNITS];
    private INDArray nativeInput;
    private INDArray nativeWeights;
    private INDArray nativeOutput;

    @Setup
    public void fill() {
        RandomStream stream = new RandomStream(5);
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) stream.nextGaussian();
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) stream.nextGaussian();
        }
        nativeInput = Nd4j.createFromArray(input).reshape(ROWS, UNITS);
        nativeWeights = Nd4j.createFromArray(weights).reshape(UNITS, UNITS);
        nativeOutput = Nd4j.create(new int[] {ROWS, UNITS}, 'f');
    }

    @Benchmark
    public INDArray nd4j() {
        return Nd4j.gemm(nativeInput, nativeWeights, nativeOutput, false, false, 1.0, 0.0);
    }

    @Benchmark
    public float[] plainLoop() {
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < UNITS; column++) {
                float sum = 0.0f;
                for (int k = 0; k < UNITS; k++) {
                    sum += input[row * UNITS + k] * weights[k * UNITS + column];
                }
                output[row * UNITS + column] = sum;
            }
        }
        return output;
    }
}
