package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

@Timeout(60)
class CancelTest {
    private static final int PARTICLES = 200;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Each step takes a while, or waits for a latch. */
    private static final class SlowTiger extends TinyTiger {
        private volatile long nanos = STEP_NANOS;
        private volatile CountDownLatch latch;

        /** Constructing a planner steps the model, too. */
        private volatile boolean armed;

        private final CountDownLatch inStep = new CountDownLatch(1);
        private final AtomicLong begun = new AtomicLong();

        @Override
        public void step(State state, int action, RandomStream random, Outcome out) {
            begun.incrementAndGet();
            if (armed) {
                inStep.countDown();
            }
            CountDownLatch wait = latch;
            if (wait != null) {
                awaitLatch(wait);
            } else if (nanos > 0) {
                LockSupport.parkNanos(nanos);
            }
            super.step(state, action, random, out);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PlannerSettings settings(int threads) {
        return PlannerSettings.defaults()
                .withThreads(threads)
                .withParticles(PARTICLES)
                .with(change -> change.memoryBytes = 16L << 20);
    }

    private static ParticleBelief belief(TinyTiger model) {
        ParticleBelief belief = new ParticleBelief(model.layout(), PARTICLES);
        belief.sampleInitial(model, 3);
        return belief;
    }

    @ParameterizedTest
    @CsvSource({"1, 9223372036854775806, 0", "4, 9223372036854775806, 0", "1, 0, 1000000000", "4, 0, 1000000000"})
    void aDecisionEndsWithTheStepsUnderWayAndTheNextIsAsEver(int threads, long nanos, long episodes)
            throws InterruptedException {
        SlowTiger model = new SlowTiger();
        model.nanos = 0;
        Budget endless = nanos > 0 ? new Budget(nanos, Long.MAX_VALUE, Integer.MAX_VALUE) : Budget.ofEpisodes(episodes);
        ParticleBelief belief = belief(model);
        AtomicLong begunByThen = new AtomicLong();
        try (Planner planner = new Planner(model, settings(threads))) {
            model.nanos = STEP_NANOS;
            model.armed = true;
            Thread canceller = new Thread(() -> {
                awaitLatch(model.inStep);
                LockSupport.parkNanos(10 * STEP_NANOS);
                planner.cancel();
                begunByThen.set(model.begun.get());
            });
            canceller.start();
            assertThatThrownBy(() -> planner.plan(belief, endless)).isInstanceOf(CancellationException.class);
            canceller.join();
            // those under way, and for each worker one that it was about to begin
            assertThat(model.begun.get() - begunByThen.get()).isLessThanOrEqualTo(threads);

            model.nanos = 0;
            Decision next = new Decision();
            planner.planAs(7, belief, Budget.ofEpisodes(500), next);
            try (Planner fresh = new Planner(model, settings(1))) {
                Decision expected = new Decision();
                fresh.planAs(7, belief, Budget.ofEpisodes(500), expected);
                assertThat(next.digest(0)).isEqualTo(expected.digest(0));
            }
        }
    }

    @Test
    void cancellingBetweenDecisionsGivesUpTheNextOnly() {
        SlowTiger model = new SlowTiger();
        model.nanos = 0;
        ParticleBelief belief = belief(model);
        try (Planner planner = new Planner(model, settings(2))) {
            planner.cancel();
            assertThatThrownBy(() -> planner.plan(belief, Budget.ofEpisodes(100)))
                    .isInstanceOf(CancellationException.class);
            assertThat(planner.plan(belief, Budget.ofEpisodes(100)).episodes).isEqualTo(100);
        }
    }

    @Test
    void aStepThatDoesNotReturnIsNamed() throws InterruptedException {
        SlowTiger model = new SlowTiger();
        model.nanos = 0;
        ParticleBelief belief = belief(model);
        try (Planner planner = new Planner(model, settings(1))) {
            StepWatch watch = planner.watch().orElseThrow();
            assertThat(watch.look(0, 0)).as("nothing runs").isEmpty();
            CountDownLatch latch = new CountDownLatch(1);
            model.latch = latch;
            model.armed = true;
            Thread planning = new Thread(() -> planner.plan(belief, Budget.ofEpisodes(100)));
            planning.start();
            awaitLatch(model.inStep);
            assertThat(watch.look(0, 50)).as("seen for the first time").isEmpty();
            assertThat(watch.look(49, 50)).as("not long enough").isEmpty();
            Optional<String> stuck = watch.look(50, 50);
            assertThat(stuck).isPresent();
            assertThat(stuck.get()).contains("model=" + model.name(), "action=", "particle=");
            latch.countDown();
            planning.join();
            assertThat(watch.look(99, 50)).as("returned").isEmpty();
        }
    }
}
