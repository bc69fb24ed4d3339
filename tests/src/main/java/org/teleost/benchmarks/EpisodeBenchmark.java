package org.teleost.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.teleost.belief.ParticleBelief;
import org.teleost.envs.mars.MarsProblem;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;

/**
 * Whole decisions of a counted budget on MARS(20, 20), backups included; the score is simulated episodes per second.
 * {@code teleost bench mars-20} says how many simulated steps an episode has.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class EpisodeBenchmark {
    private static final int SMALL_EPISODES = 2_000;
    private static final int LARGE_EPISODES = 100_000;

    @Param({"1", "2"})
    public int threads;

    private final Decision decision = new Decision();
    private Planner planner;
    private ParticleBelief belief;

    @Setup(Level.Trial)
    public void plan() {
        MarsProblem problem = new MarsProblem("mars-20", 20, 20, 90);
        Instance instance = problem.instance(1);
        PlannerSettings settings = problem.defaultSettings().withSeed(1).withThreads(threads);
        planner = new Planner(instance.model(), settings);
        belief = new ParticleBelief(instance.model().layout(), settings.particles());
        instance.updater(settings).initialise(belief);
    }

    /** About what a 10 ms decision does: the small tree stays in the cache. */
    @Benchmark
    @OperationsPerInvocation(SMALL_EPISODES)
    public Decision smallDecision() {
        planner.plan(belief, Budget.ofEpisodes(SMALL_EPISODES), decision);
        return decision;
    }

    @Benchmark
    @OperationsPerInvocation(LARGE_EPISODES)
    public Decision largeDecision() {
        planner.plan(belief, Budget.ofEpisodes(LARGE_EPISODES), decision);
        return decision;
    }

    @TearDown(Level.Trial)
    public void stop() {
        planner.close();
    }
}
