package org.teleost.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.teleost.random.RandomStream;

/** Cost of one random number, and of moving to another episode. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class RandomStreamBenchmark {
    private final RandomStream stream = new RandomStream(1);
    private long episode;

    @Benchmark
    public double uniform() {
        return stream.nextDouble();
    }

    @Benchmark
    public double gaussian() {
        return stream.nextGaussian();
    }

    @Benchmark
    public double episodeAndUniform() {
        stream.startEpisode(1, 1, ++episode);
        return stream.nextDouble();
    }
}
