package org.teleost.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.fixtures.TinyTiger;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;

@Timeout(60)
class ControlSessionTest {
    private static final float[] NOTHING = {};

    @Test
    void aSessionDecidesAsPlannerAndFilterDo() {
        TinyTiger model = new TinyTiger();
        ParticleBelief belief = new ParticleBelief(model.layout(), Sessions.SMALL.particles());
        ParticleFilter filter = new ParticleFilter(model, Sessions.SMALL.particles(), Sessions.SMALL.seed());
        filter.initialise(belief);
        try (Planner planner = new Planner(model, Sessions.SMALL);
                ControlSession session = Sessions.of(model).open()) {
            for (int step = 0; step < 4; step++) {
                Decision expected = planner.plan(belief, Sessions.COUNTED);
                Decision decided = session.decide(Sessions.COUNTED);
                assertThat(decided.digest(0)).isEqualTo(expected.digest(0));
                filter.update(belief, decided.action, step % 2, NOTHING);
                session.observe(decided.action, step % 2);
            }
        }
    }

    @Test
    void anObservationThatWasToldIsUsedByTheNextDecisionAndObserveWaitsForIt() {
        try (ControlSession told = Sessions.of(new TinyTiger()).open();
                ControlSession observed = Sessions.of(new TinyTiger()).open()) {
            for (int step = 0; step < 3; step++) {
                told.tell(TinyTiger.LISTEN, 0);
                BeliefHealth health = observed.observe(TinyTiger.LISTEN, 0);
                assertThat(health.level).isEqualTo(BeliefHealth.Level.HEALTHY);
                assertThat(told.decide(Sessions.COUNTED).digest(0))
                        .isEqualTo(observed.decide(Sessions.COUNTED).digest(0));
            }
            assertThat(Sessions.share(observed.belief(), 0)).isGreaterThan(0.98);
        }
    }

    @Test
    void tellReturnsWhileTheBeliefIsStillWorking() throws InterruptedException {
        HeldTiger model = new HeldTiger();
        try (ControlSession session =
                Sessions.of(model).fallback(Fallback.action(TinyTiger.LISTEN)).open()) {
            model.hold();
            session.tell(TinyTiger.LISTEN, 0);
            model.awaitStep();
            session.tell(TinyTiger.LISTEN, 0);
            assertThat(session.health().waiting()).isEqualTo(2);
            model.release();
            assertThat(session.awaitBelief().level).isEqualTo(BeliefHealth.Level.HEALTHY);
            assertThat(session.health().waiting()).isZero();
            assertThat(Sessions.share(session.belief(), 0)).isGreaterThan(0.9);
        }
    }

    @Test
    void aCallerThatRunsFarAheadOfTheBeliefIsTold() throws InterruptedException {
        HeldTiger model = new HeldTiger();
        try (ControlSession session = Sessions.of(model).open()) {
            model.hold();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            session.tell(TinyTiger.LISTEN, 0);
                        }
                    })
                    .hasMessageContaining("observations waiting=256");
            model.release();
            session.awaitBelief();
        }
    }

    @Test
    void aLateObservationCountsAsIfItHadComeInTime() {
        try (ControlSession session = Sessions.of(new TinyTiger()).open()) {
            session.observe(TinyTiger.LISTEN, 0);
            session.tellNothing(TinyTiger.LISTEN);
            session.tellNothing(TinyTiger.LISTEN);
            session.awaitBelief();
            assertThat(Sessions.share(session.belief(), 0)).isCloseTo(0.85, within(0.05));
            assertThat(session.health().unobserved()).isEqualTo(2);
            session.tellLate(1, 0, NOTHING);
            session.awaitBelief();
            assertThat(Sessions.share(session.belief(), 0)).isCloseTo(0.97, within(0.02));
            assertThat(session.health().unobserved()).isEqualTo(1);
            session.tellLate(2, 1, NOTHING);
            session.awaitBelief();
            assertThat(Sessions.share(session.belief(), 0)).isCloseTo(0.85, within(0.05));
            assertThat(session.health().unobserved()).isZero();
            assertThat(session.health().lost()).isZero();
        }
    }

    @Test
    void aStepTakenAfterAMissingOneIsRepeatedWithItsObservation() {
        try (ControlSession session = Sessions.of(new TinyTiger()).open()) {
            session.tellNothing(TinyTiger.LISTEN);
            session.observe(TinyTiger.LISTEN, 1);
            session.tellLate(0, 1, NOTHING);
            session.awaitBelief();
            assertThat(Sessions.share(session.belief(), 1)).isCloseTo(0.97, within(0.02));
        }
    }

    @Test
    void anObservationThatComesTooLateIsCountedAndChangesNothing() {
        try (ControlSession session = Sessions.of(new TinyTiger()).open()) {
            session.tellNothing(TinyTiger.LISTEN);
            for (int i = 0; i < StepLog.CAPACITY; i++) {
                session.observe(TinyTiger.OPEN_LEFT, 0);
            }
            session.observe(TinyTiger.LISTEN, 0);
            double before = Sessions.share(session.belief(), 0);
            session.tellLate(0, 1, NOTHING);
            session.tellLate(3, 1, NOTHING);
            session.tellLate(-5, 1, NOTHING);
            session.awaitBelief();
            assertThat(session.health().lost()).isEqualTo(3);
            assertThat(Sessions.share(session.belief(), 0)).isEqualTo(before);
        }
    }

    @Test
    void anUpdaterWithoutAWayBackIsNamedWhereOneIsNeeded() {
        BeliefUpdater plain = new BeliefUpdater() {
            @Override
            public void initialise(ParticleBelief belief) {
                belief.sampleInitial(new TinyTiger(), 1);
            }

            @Override
            public BeliefHealth update(ParticleBelief belief, int action, long observation, float[] percept) {
                return new BeliefHealth();
            }
        };
        try (ControlSession session =
                Sessions.of(new TinyTiger()).updater(plain).open()) {
            assertThatThrownBy(() -> session.tellNothing(0)).hasMessageContaining("is no ResilientUpdater");
            assertThatThrownBy(() -> session.tellLate(0, 0, NOTHING)).hasMessageContaining("a late observation");
            assertThat(session.decide(Sessions.COUNTED).action).isEqualTo(TinyTiger.LISTEN);
        }
    }

    @Test
    void aDecisionIsMadeOnTheBeliefAtTheTimeWhenItTakesEffect() {
        double[] seen = new double[1];
        Counter model = new Counter();
        try (ControlSession session = Sessions.of(model)
                .actuationDelay(2, Counter.STAY)
                .shield((belief, action) -> {
                    seen[0] = Sessions.share(belief, model.expected);
                    return null;
                })
                .open()) {
            // two idle actions are under way, then what was decided
            int[] queue = {Counter.STAY, Counter.STAY};
            int place = 0;
            for (int step = 0; step < 5; step++) {
                model.expected = place + queue[0] + queue[1];
                Decision decision = session.decide(Sessions.COUNTED);
                assertThat(decision.action).isEqualTo(Counter.GO);
                assertThat(seen[0]).as("step %d", step).isEqualTo(1.0);
                place += queue[0];
                session.observe(queue[0], 0);
                queue = new int[] {queue[1], decision.action};
                assertThat(Sessions.share(session.belief(), place)).isEqualTo(1.0);
            }
        }
    }

    @Test
    void aShieldsVetoIsCountedWithItsReason() {
        try (ControlSession session = Sessions.of(new TinyTiger())
                .shield((belief, action) -> action == TinyTiger.LISTEN ? "too loud" : null)
                .open()) {
            Decision decision = session.decide(Sessions.COUNTED);
            assertThat(decision.action).isNotEqualTo(TinyTiger.LISTEN);
            assertThat(decision.vetoedAction).isEqualTo(TinyTiger.LISTEN);
            assertThat(decision.vetoReason).isEqualTo("too loud");
            assertThat(session.health().vetoes()).isEqualTo(1);
        }
    }

    @Test
    void theTimeOfABeliefUpdateIsTakenFromTheNextTimedBudget() {
        HeldTiger model = new HeldTiger();
        try (ControlSession session = Sessions.of(model).open();
                ControlSession outside =
                        Sessions.of(model).beliefInsideBudget(false).open()) {
            for (ControlSession each : new ControlSession[] {session, outside}) {
                model.delay(100_000);
                each.observe(TinyTiger.LISTEN, 0);
                model.delay(0);
            }
            // 500 particles of 100 us: 50 ms have gone
            assertThat(session.decide(Duration.ofMillis(60)).planningNanos).isLessThan(45_000_000);
            assertThat(outside.decide(Duration.ofMillis(60)).planningNanos).isGreaterThan(45_000_000);
        }
    }

    @Test
    void aSessionThatPlansWhileActingGoesOnWithWhatItFound() {
        try (ControlSession resting = Sessions.of(new TinyTiger()).open();
                ControlSession planning = Sessions.of(new TinyTiger())
                        .whileActing(WhileActing.PLAN_ON_HALF)
                        .open()) {
            for (ControlSession session : new ControlSession[] {resting, planning}) {
                int action = session.decide(Sessions.FEW).action;
                assertThat(action).isEqualTo(TinyTiger.LISTEN);
                // acts for a while
                for (long end = System.nanoTime() + 1_000_000_000; System.nanoTime() < end; ) {
                    Thread.onSpinWait();
                }
                session.tell(action, 0);
            }
            assertThat(resting.decide(Sessions.FEW).keptNodes).isZero();
            assertThat(planning.decide(Sessions.FEW).keptNodes).isGreaterThan(100);
            assertThat(planning.health().trustworthy()).isTrue();
            planning.tellNothing(TinyTiger.LISTEN);
            assertThat(planning.decide(Sessions.FEW).keptNodes)
                    .as("nobody knows which part")
                    .isZero();
        }
    }

    @Test
    void setUpsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Sessions.of(new TinyTiger()).actuationDelay(17, 0))
                .hasMessageContaining("actuationDelay=17; allowed range 0 to 16");
        assertThatThrownBy(() -> Sessions.of(new TinyTiger()).actuationDelay(1, 3))
                .hasMessageContaining("idleAction=3; allowed range 0 to 2");
        try (ControlSession session = Sessions.of(new TinyTiger()).open()) {
            assertThatThrownBy(() -> session.tell(3, 0)).hasMessageContaining("action=3; allowed range 0 to 2");
        }
    }
}
