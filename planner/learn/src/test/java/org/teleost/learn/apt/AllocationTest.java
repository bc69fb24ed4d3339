package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.teleost.learn.replay.Batch;
import org.teleost.learn.replay.Transition;
import org.teleost.policy.PolicyNetwork;
import org.teleost.random.RandomStream;

/** The way of a transition from the environment into a batch, on one thread, by the JVM's own counter. */
class AllocationTest {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aTransitionFromActionToBatchAllocatesNothing() {
        AptSettings settings = Runs.small(CollectionMode.ASYNC, 1).with(s -> s.steps = 1_000_000);
        TinyProblem problem = new TinyProblem();
        TinyLearner learner = new TinyLearner();
        TrainingState state = new TrainingState(problem, learner, settings, TrainingListener.SILENT);
        TransitionRing ring = new TransitionRing(4, TinyProblem.OBSERVATIONS, TinyProblem.ACTIONS);
        Batch batch = new Batch(8, TinyProblem.OBSERVATIONS, TinyProblem.ACTIONS);
        RandomStream stream = new RandomStream(1);
        PolicyNetwork network = learner.snapshot();
        try (Collector collector = new Collector(problem, settings, 0, 0)) {
            long least = Long.MAX_VALUE;
            // the first passes also load classes, and the counter itself allocates when it is first read
            for (int pass = 0; pass < 5; pass++) {
                long before =
                        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
                pass(2_000, collector, network, ring, state, batch, stream);
                long after =
                        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
                least = Math.min(least, after - before);
            }
            assertThat(least).isZero();
        }
        assertThat(state.steps).isEqualTo(10_000);
    }

    private static void pass(
            int count,
            Collector collector,
            PolicyNetwork network,
            TransitionRing ring,
            TrainingState state,
            Batch batch,
            RandomStream stream) {
        for (int i = 0; i < count; i++) {
            Transition slot = ring.claim();
            collector.step(network, slot);
            ring.publish();
            state.take(ring.peek());
            ring.release();
            state.replay.sample(stream, batch);
        }
    }
}
