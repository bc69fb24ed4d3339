package org.teleost.baselines.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.baselines.Decide;
import org.teleost.belief.ParticleBelief;
import org.teleost.fixtures.TinyTiger;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;

class FrameTest {
    @Test
    void particlesAreDrawnByWeight() {
        ParticleBelief belief = Decide.initial(new TinyTiger());
        for (int i = 0; i < belief.size(); i++) {
            belief.setWeight(i, i == 3 ? 0.25 : i == 1999 ? 0.75 : 0.0);
        }
        BeliefDraw draw = new BeliefDraw();
        draw.start(belief);
        assertThat(draw.at(0.0)).isEqualTo(3);
        assertThat(draw.at(0.2499)).isEqualTo(3);
        assertThat(draw.at(0.25)).isEqualTo(1999);
        assertThat(draw.at(0.9999)).isEqualTo(1999);
    }

    @Test
    void countedBudgetsEndAtTheirCount() {
        StopClock clock = new StopClock();
        clock.start(System.nanoTime(), Budget.ofEpisodes(3));
        int rounds = 0;
        while (clock.goesOn()) {
            clock.count(1);
            rounds++;
        }
        assertThat(rounds).isEqualTo(3);
        assertThat(clock.isLate()).isFalse();
    }

    /** A budget that is over before it began still gives one piece of work, and no more. */
    @Test
    void onePieceIsAlwaysDone() {
        StopClock clock = new StopClock();
        clock.start(System.nanoTime() - 1_000_000_000, Budget.ofMillis(1));
        assertThat(clock.goesOn()).isTrue();
        clock.count(1);
        assertThat(clock.goesOn()).isFalse();
        assertThat(clock.isLate()).isTrue();
    }

    @Test
    void theAnswerIsTheBestOfWhatWasTried() {
        RootActions root = new RootActions(4);
        root.clear();
        root.set(1, 10, 2.0, 90.0);
        root.set(2, 30, 2.0, 0.0);
        root.set(3, 5, -1.0, 0.0);
        Decision out = new Decision();
        root.answer(out);
        assertThat(out.action).isEqualTo(2);
        assertThat(out.value).isEqualTo(2.0);
        assertThat(out.actionRows).isEqualTo(3);
        assertThat(out.actions).startsWith(2, 1, 3);
        assertThat(out.standardErrors[1]).isEqualTo(1.0);
        assertThat(out.probabilities[0]).isEqualTo(30.0 / 45.0);
        assertThat(out.gap()).isZero();
    }
}
