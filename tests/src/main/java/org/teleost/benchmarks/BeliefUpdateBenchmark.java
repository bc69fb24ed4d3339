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
import org.openjdk.jmh.annotations.Warmup;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.envs.navigation.NavigationProblem;
import org.teleost.envs.rocksample.RockSampleProblem;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.problem.ModelWorld;
import org.teleost.problem.Problem;

/**
 * One update of the initial belief by the first observation: RockSample(7, 8) senses its first rock (small states, no
 * resampling), Navigation stays put and sees its neighbours (15 lanes, resampled with rejuvenation).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class BeliefUpdateBenchmark {
    private static final int SENSE_FIRST_ROCK = 5;
    private static final int STAY = 8;
    private static final float[] NO_PERCEPT = {};

    @Param({"rocksample-7-8", "navigation"})
    public String problem;

    @Param({"1000", "10000"})
    public int particles;

    private ParticleFilter filter;
    private ParticleBelief initial;
    private ParticleBelief belief;
    private int action;
    private long observation;

    @Setup(Level.Trial)
    public void observe() {
        GenerativeModel model = find(problem).instance(1).model();
        action = problem.equals("navigation") ? STAY : SENSE_FIRST_ROCK;
        Outcome outcome = new Outcome();
        new ModelWorld(model, 1).step(action, outcome);
        observation = outcome.observation;
        initial = new ParticleBelief(model.layout(), particles);
        belief = new ParticleBelief(model.layout(), particles);
        filter = new ParticleFilter(model, particles, 1);
        filter.initialise(initial);
    }

    private static Problem find(String name) {
        if (name.equals("navigation")) {
            return new NavigationProblem();
        }
        return RockSampleProblem.published().stream()
                .filter(map -> map.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Copying the initial belief back, to subtract. */
    @Benchmark
    public ParticleBelief copy() {
        belief.copyFrom(initial);
        return belief;
    }

    @Benchmark
    public BeliefHealth update() {
        belief.copyFrom(initial);
        return filter.update(belief, action, observation, NO_PERCEPT);
    }
}
