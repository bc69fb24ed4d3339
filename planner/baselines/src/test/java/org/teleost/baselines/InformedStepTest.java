package org.teleost.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.UnsuitableProblemException;
import org.teleost.random.RandomStream;

class InformedStepTest {
    private static final int WAIT = 2;
    private static final int LOOK = 3;
    private static final Budget ENOUGH = Budget.ofEpisodes(10_000);

    /** Guess one of two sides of a coin for 10 or -10, which ends it; or wait for nothing; or look, for 1. */
    private static class Coin implements GenerativeModel {
        @Override
        public String name() {
            return "coin";
        }

        @Override
        public StateLayout layout() {
            return StateLayout.ofInts("side");
        }

        @Override
        public int actionCount() {
            return 4;
        }

        @Override
        public long observationCount() {
            return 3;
        }

        @Override
        public double discount() {
            return 0.95;
        }

        @Override
        public void sampleInitial(State state, RandomStream stream) {
            state.ints[0] = stream.nextInt(2);
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            if (action < WAIT) {
                out.set(action == state.ints[0] ? 10.0 : -10.0, 2, true);
            } else {
                out.set(action == LOOK ? -1.0 : 0.0, action == LOOK ? state.ints[0] : 2, false);
            }
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            boolean right = observation == (action == LOOK ? nextState.ints[0] : 2);
            return right ? 0.0 : Double.NEGATIVE_INFINITY;
        }
    }

    /** Two numbers to hit at once; nine actions of two parts. */
    private static final class Pair extends Coin {
        @Override
        public int actionCount() {
            return 9;
        }

        @Override
        public int[] actionFactors() {
            return new int[] {3, 3};
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            int a = action / 3 - 2;
            int b = action % 3 - 1;
            out.set(-a * a - b * b, 0, true);
        }
    }

    private static Decision decide(String solver, GenerativeModel model, ParticleBelief belief) {
        return Decide.decide(solver, model, belief, ENOUGH);
    }

    /** Where states are known from the next step on waiting costs nothing, and a look its price. */
    @Test
    void looksWhereLookAheadAloneWaits() {
        Coin coin = new Coin();
        ParticleBelief fair = Decide.tiger(coin, 0.5);
        assertThat(decide("lookahead", coin, fair).action).isEqualTo(WAIT);
        Decision decision = decide("voi", coin, fair);
        assertThat(decision.action).isEqualTo(LOOK);
        // a look gains -1.5, and the best for all then gains 0 instead of -0.5, which counts three times
        assertThat(decision.value).isCloseTo(10.0 - 1.5 + 3.0 * 0.5, within(1e-3));
        assertThat(Decide.value(decision, WAIT)).isCloseTo(10.0 - 0.5, within(1e-3));
        assertThat(decide("voi", coin, Decide.tiger(coin, 1.0)).action).isZero();
    }

    @Test
    void withoutLastingWorthItIsLookAhead() {
        Coin coin = new Coin();
        Decision decision = Decide.decide(
                "voi", Map.of("lasting", "0"), coin, Decide.settings(), Decide.tiger(coin, 0.5), ENOUGH, 0);
        assertThat(decision.action).isEqualTo(WAIT);
    }

    @Test
    void findsTheBestOfEachPartOfAnAction() {
        Decision decision = decide("voi", new Pair(), Decide.tiger(new Pair(), 0.5));
        assertThat(decision.action).isEqualTo(2 * 3 + 1);
        assertThat(decision.value).isCloseTo(0.0, within(1e-6));
    }

    @Test
    void thousandsOfActionsWithoutPartsAreRefused() {
        GenerativeModel many = new Coin() {
            @Override
            public int actionCount() {
                return 5000;
            }
        };
        assertThatThrownBy(() -> decide("voi", many, Decide.tiger(many, 0.5)))
                .isInstanceOf(UnsuitableProblemException.class)
                .hasMessageContaining("5000 actions");
    }
}
