package org.teleost.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teleost.belief.BeliefHealth;
import org.teleost.fixtures.AllTerminal;
import org.teleost.fixtures.BrokenModel;
import org.teleost.fixtures.BrokenModel.Fault;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.ModelException;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.tree.BeliefTree;

/** What a session does when something goes wrong: it has an action in time, says why, and goes on afterwards. */
@Timeout(60)
class SessionFailureTest {
    private static final Budget SHORT = Budget.ofMillis(10);

    private static final float[] NOTHING_ELSE = {};

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What a busy machine may add to a deadline. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);

    @Test
    void aModelThatDoesNotReturnCostsTheDeadlineAndNoMore() throws InterruptedException {
        HeldTiger model = new HeldTiger();
        try (ControlSession session =
                Sessions.of(model).fallback(Fallback.action(TinyTiger.LISTEN)).open()) {
            model.hold();
            long start = System.nanoTime();
            Decision decision = session.decide(SHORT);
            assertThat(System.nanoTime() - start).isBetween(SHORT.nanos(), SHORT.nanos() + PATIENCE);
            assertThat(decision.action).isEqualTo(TinyTiger.LISTEN);
            assertThat(decision.fallbackReason).startsWith("no plan within 10ms");
            assertThat(session.health().fallbacks()).isEqualTo(1);
            assertThat(session.health().trustworthy()).isFalse();
            assertThat(session.decide(SHORT).fallbackReason)
                    .contains("a step of the model has not returned: model=tiny-tiger");
            model.release();
            session.awaitBelief();
            Decision planned = session.decide(Sessions.COUNTED);
            assertThat(planned.fallbackReason).isNull();
            assertThat(planned.episodes).isEqualTo(2_000);
            assertThat(session.health().trustworthy()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "STEP_THROWS",
                "STEP_OVERFLOWS_STACK",
                "NAN_REWARD",
                "INFINITE_REWARD",
                "OBSERVATION_NEGATIVE",
                "NO_LEGAL_ACTION"
            })
    void aBrokenModelIsAnsweredByTheFallbackWithTheReason(Fault fault) {
        try (ControlSession session = Sessions.of(BrokenModel.tiger(fault))
                .fallback(Fallback.action(TinyTiger.OPEN_LEFT))
                .open()) {
            for (int i = 0; i < 3; i++) {
                Decision decision = session.decide(Sessions.COUNTED);
                assertThat(decision.action).isEqualTo(TinyTiger.OPEN_LEFT);
                assertThat(decision.fallbackReason).contains("model=broken-tiny-tiger");
                assertThat(decision.actionRows).isZero();
            }
            assertThat(session.health().fallbacks()).isEqualTo(3);
            assertThat(session.health().trouble()).contains("model=broken-tiny-tiger");
        }
    }

    @Test
    void withoutAFallbackTheCallerGetsWhatTheModelThrew() {
        try (ControlSession session =
                Sessions.of(BrokenModel.tiger(Fault.STEP_THROWS)).open()) {
            assertThatThrownBy(() -> session.decide(Sessions.COUNTED))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("broken on purpose");
        }
    }

    @Test
    void aLikelihoodThatThrowsLeavesTheBeliefAsItWas() {
        try (ControlSession session = Sessions.of(
                        new BrokenModel(new TinyTiger(), Fault.LIKELIHOOD_THROWS, TinyTiger.OPEN_LEFT))
                .open()) {
            session.observe(TinyTiger.LISTEN, 0);
            double before = Sessions.share(session.belief(), 0);
            assertThatThrownBy(() -> session.observe(TinyTiger.OPEN_LEFT, 0)).hasMessageContaining("broken on purpose");
            assertThat(Sessions.share(session.belief(), 0)).isEqualTo(before);
            session.tell(TinyTiger.OPEN_LEFT, 0);
            Decision decision = session.decide(Sessions.COUNTED);
            assertThat(decision.action).isEqualTo(TinyTiger.LISTEN);
            assertThat(session.observe(TinyTiger.LISTEN, 0).level).isEqualTo(BeliefHealth.Level.HEALTHY);
        }
    }

    @Test
    void anImpossibleObservationIsAnAlarmAndNoEnd() {
        try (ControlSession session = Sessions.of(
                        new BrokenModel(new TinyTiger(), Fault.IMPOSSIBLE_OBSERVATIONS, TinyTiger.OPEN_LEFT))
                .open()) {
            assertThat(session.observe(TinyTiger.OPEN_LEFT, 0).trustworthy()).isFalse();
            assertThat(session.health().level()).isEqualTo(BeliefHealth.Level.LOST);
            assertThat(session.health().trustworthy()).isFalse();
            assertThat(session.decide(Sessions.COUNTED).action).isEqualTo(TinyTiger.LISTEN);
            assertThat(session.observe(TinyTiger.LISTEN, 0).trustworthy()).isTrue();
        }
    }

    @Test
    void aBeliefWhoseParticlesAllEndedIsAnAlarmAndNoEnd() {
        try (ControlSession session = Sessions.of(new AllTerminal(1.0, 2.0)).open()) {
            assertThat(session.observe(0, 0).level).isEqualTo(BeliefHealth.Level.LOST);
            session.tellNothing(1);
            assertThat(session.awaitBelief().level).isEqualTo(BeliefHealth.Level.LOST);
            assertThat(session.decide(Sessions.COUNTED).action).isEqualTo(1);
        }
    }

    @Test
    void aShieldThatRefusesAllActionsLeavesTheFallback() {
        try (ControlSession session = Sessions.of(new TinyTiger())
                .shield((belief, action) -> "night")
                .fallback(Fallback.action(TinyTiger.LISTEN))
                .open()) {
            assertThat(session.decide(Sessions.COUNTED).fallbackReason)
                    .contains("the shield refused all 3 simulated actions")
                    .endsWith("night");
        }
    }

    @Test
    void aFallbackThatChoosesNoActionIsNamed() {
        try (ControlSession session = Sessions.of(BrokenModel.tiger(Fault.STEP_THROWS))
                .fallback(Fallback.action(9))
                .open()) {
            assertThatThrownBy(() -> session.decide(Sessions.COUNTED))
                    .hasMessageContaining("the fallback chose action 9; allowed 0 to 2");
        }
    }

    @Test
    void anInterruptedCallerGetsItsPlanAndStaysInterrupted() {
        try (ControlSession session = Sessions.of(new TinyTiger())
                .fallback(Fallback.action(TinyTiger.OPEN_LEFT))
                .open()) {
            Thread.currentThread().interrupt();
            Decision decision = session.decide(Sessions.COUNTED);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(decision.fallbackReason).isNull();
            assertThat(decision.action).isEqualTo(TinyTiger.LISTEN);
        }
    }

    @Test
    void aClockThatStepsBackDoesNotHoldTheCaller() {
        HeldTiger model = new HeldTiger();
        AtomicLong looks = new AtomicLong();
        long hour = TimeUnit.HOURS.toNanos(1);
        try (ControlSession session = Sessions.of(model)
                .clock(() -> looks.incrementAndGet() > 6 ? System.nanoTime() - hour : System.nanoTime())
                .fallback(Fallback.action(TinyTiger.LISTEN))
                .open()) {
            model.hold();
            assertThat(session.decide(SHORT).fallbackReason).startsWith("no plan within 10ms");
            model.release();
        }
    }

    @Test
    void closingWhileItPlansAnswersTheCallerAndEndsTheThreads() throws Exception {
        HeldTiger model = new HeldTiger();
        ControlSession session = Sessions.of(model)
                .fallback(Fallback.action(TinyTiger.OPEN_RIGHT))
                .open();
        model.hold();
        CompletableFuture<Decision> answer =
                CompletableFuture.supplyAsync(() -> session.decide(Budget.ofMillis(60_000)));
        model.awaitStep();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(session::close);
        assertThat(answer.get(10, TimeUnit.SECONDS).fallbackReason).isEqualTo("the session was closed");
        model.release();
        closing.get(10, TimeUnit.SECONDS);
        assertThat(running(session.threadIds())).isZero();
        assertThatThrownBy(() -> session.decide(SHORT)).hasMessage("the session is closed");
        assertThatThrownBy(() -> session.tell(0, 0)).hasMessage("the session is closed");
        session.close();
    }

    private static long running(long[] ids) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> java.util.Arrays.stream(ids).anyMatch(id -> id == thread.getId()))
                .filter(Thread::isAlive)
                .count();
    }

    @Test
    void aModelThatNeverReturnsDoesNotHoldClose() throws InterruptedException {
        HeldTiger model = new HeldTiger();
        ControlSession session =
                Sessions.of(model).fallback(Fallback.action(TinyTiger.LISTEN)).open();
        model.hold();
        session.decide(SHORT);
        long start = System.nanoTime();
        session.close();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
        model.release();
    }

    /** Also counts how often a plan was late enough for the fallback: on such a machine it may be. */
    @Test
    void withEveryCoreTakenByOthersThereIsAnActionInTime() throws InterruptedException {
        List<Thread> others = Stream.generate(() -> new Thread(SessionFailureTest::compute))
                .limit(2L * Runtime.getRuntime().availableProcessors())
                .toList();
        others.forEach(Thread::start);
        try (ControlSession session = Sessions.of(new TinyTiger())
                .fallback(Fallback.action(TinyTiger.LISTEN))
                .open()) {
            long fallbacks = 0;
            for (int i = 0; i < 40; i++) {
                long start = System.nanoTime();
                Decision decision = session.decide(SHORT);
                assertThat(System.nanoTime() - start).isLessThan(SHORT.nanos() + PATIENCE);
                assertThat(decision.action).isBetween(0, 2);
                fallbacks += decision.fallbackReason == null ? 0 : 1;
                session.tell(TinyTiger.LISTEN, i % 2);
            }
            session.awaitBelief();
            assertThat(session.health().fallbacks()).isEqualTo(fallbacks);
            assertThat(session.health().waiting()).isZero();
        } finally {
            others.forEach(Thread::interrupt);
            for (Thread other : others) {
                other.join();
            }
        }
    }

    private static void compute() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    /** A million by {@code teleost bench session --decisions 1000000}; here as many as a second has. */
    @Test
    void manyDecisionsLeaveNothingBehind() {
        int decisions = Integer.getInteger("teleost.decisions", 6_000);
        Decision decision = new Decision();
        Budget budget = Budget.ofEpisodes(20);
        long threads = sessionThreads();
        try (ControlSession session = Sessions.of(new TinyTiger())
                .fallback(Fallback.action(TinyTiger.LISTEN))
                .open()) {
            int opened = Thread.activeCount();
            long[] ids = session.threadIds();
            long least = Long.MAX_VALUE;
            for (int i = 0; i < decisions; i++) {
                long before = allocated(ids);
                session.decide(budget, decision);
                session.tell(decision.action, i & 1, NOTHING_ELSE);
                session.awaitBelief();
                least = Math.min(least, allocated(ids) - before);
            }
            assertThat(least).as("bytes of the quietest decision").isZero();
            assertThat(Thread.activeCount()).isEqualTo(opened);
            assertThat(session.health().decisions()).isEqualTo(decisions);
            assertThat(session.health().fallbacks()).isZero();
        }
        assertThat(sessionThreads()).isEqualTo(threads);
    }

    private static long allocated(long[] threads) {
        long sum = THREADS.getCurrentThreadAllocatedBytes();
        for (long id : threads) {
            sum += THREADS.getThreadAllocatedBytes(id);
        }
        return sum;
    }

    @Test
    void memoryThatIsSpentIsSaidAndPlanningGoesOn() {
        try (ControlSession session = Sessions.of(new TinyTiger())
                .settings(Sessions.SMALL.with(s -> s.memoryBytes = BeliefTree.minimumBytes()))
                .open()) {
            Decision decision = session.decide(Budget.ofEpisodes(60_000));
            assertThat(decision.treeFull).isTrue();
            assertThat(decision.action).isEqualTo(TinyTiger.LISTEN);
        }
    }

    @Test
    void aSessionThatFailsToOpenLeavesNoThread() {
        long before = sessionThreads();
        assertThatThrownBy(() ->
                        Sessions.of(BrokenModel.tiger(Fault.INITIAL_THROWS)).open())
                .hasMessageContaining("sampleInitial");
        assertThat(sessionThreads()).isEqualTo(before);
    }

    private static long sessionThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("teleost-"))
                .count();
    }
}
