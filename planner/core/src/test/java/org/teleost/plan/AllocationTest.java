package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;

/** Nothing is allocated in steady state, by the JVM's own counter of each thread that takes part. */
class AllocationTest {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 20;
    private static final int MEASURED = 20;

    static Stream<GenerativeModel> models() {
        return Stream.of(new TinyTiger(), new HiddenCoin(), new HiddenNumber());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aDecisionIntoTheCallersObjectAllocatesNothing(GenerativeModel model) {
        for (int threads : new int[] {1, 3}) {
            PlannerSettings settings = Plans.SMALL.withThreads(threads);
            for (Budget budget : new Budget[] {Budget.ofEpisodes(3_000), Budget.ofMillis(3)}) {
                assertThat(bytesPerDecision(model, settings, budget))
                        .as("threads=%d budget=%s", threads, budget.text())
                        .isZero();
            }
        }
    }

    private static long bytesPerDecision(GenerativeModel model, PlannerSettings settings, Budget budget) {
        ParticleBelief belief = Plans.initial(model, settings);
        Decision out = new Decision();
        try (Planner planner = new Planner(model, settings)) {
            long[] workers = planner.workerThreadIds();
            return least(workers, () -> planner.plan(belief, budget, out));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aBeliefUpdateAllocatesNothing(GenerativeModel model) {
        ParticleBelief belief = Plans.initial(model, Plans.SMALL);
        ParticleFilter filter = new ParticleFilter(model, Plans.SMALL.particles(), 1);
        float[] percept = new float[0];
        assertThat(least(new long[0], () -> filter.update(belief, 0, 0, percept)))
                .isZero();
    }

    // least of several runs: the JVM itself now and then allocates on a thread, for example to compile or to deoptimise
    private static long least(long[] workers, Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < MEASURED; i++) {
            long before = allocated(workers);
            work.run();
            least = Math.min(least, allocated(workers) - before);
        }
        return least;
    }

    private static long allocated(long[] workers) {
        long sum = THREADS.getCurrentThreadAllocatedBytes();
        for (long id : workers) {
            sum += THREADS.getThreadAllocatedBytes(id);
        }
        return sum;
    }

    @Test
    void aDecisionTakesAtMostOneKilobyte() throws IllegalAccessException {
        Decision decision = new Decision();
        long bytes = 16;
        for (Field field : Decision.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            bytes += 8;
            if (field.getType().isArray()) {
                bytes += 16 + 8L * Array.getLength(field.get(decision));
            }
        }
        assertThat(bytes).isLessThanOrEqualTo(1024);
    }
}
