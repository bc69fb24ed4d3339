package org.teleost.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

class OpinionsTest {
    private static final LeafEstimator PLACE = (state, action, observation, stream) -> state.ints[0];

    /**
     * Two wheels of three speeds each; the state says which pair pays 6, a wrong wheel costs 2, speed 2 is forbidden.
     */
    private static final class Wheels extends Collection {
        @Override
        public StateLayout layout() {
            return StateLayout.ofInts("left", "right");
        }

        @Override
        public int actionCount() {
            return 9;
        }

        @Override
        public int[] actionFactors() {
            return new int[] {3, 3};
        }

        @Override
        public boolean isLegal(State state, int action) {
            return action / 3 != 2;
        }

        @Override
        public int proposeAction(State state, RandomStream stream) {
            return 4;
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            int wrong = (action / 3 == state.ints[0] ? 0 : 1) + (action % 3 == state.ints[1] ? 0 : 1);
            out.set(6.0 - 2.0 * wrong, 0, true);
        }
    }

    @Test
    void aStateIsAskedForRewardAndFutureOfEveryAction() {
        TinyTiger tiger = new TinyTiger();
        Opinions opinions = new Opinions(tiger, PLACE, () -> {});
        State state = tiger.layout().newState();
        state.ints[0] = 1;
        float[] worth = new float[4];
        int best = opinions.ask(state, 7, worth, 1);
        assertThat(best).isEqualTo(TinyTiger.OPEN_LEFT);
        assertThat((double) worth[1]).isCloseTo(-1.0 + 0.95, within(1e-6));
        // both doors are opened with the same random numbers: the tiger is the same afterwards
        assertThat((double) worth[2] - worth[3]).isCloseTo(110.0, within(1e-4));
        assertThat(state.ints[0]).isEqualTo(1);
        float[] again = new float[4];
        opinions.ask(state, 7, again, 1);
        assertThat(again).isEqualTo(worth);
    }

    @Test
    void statesDifferWhereTheOnesBestActionIsWorseForTheOther() {
        ActionParts parts = ActionParts.of(new int[] {3});
        float[] worth = {0.0f, 1.0f, 5.0f, 5.0f};
        assertThat(Opinions.different(parts, worth, 1, 1, 0)).isEqualTo(1);
        assertThat(Opinions.different(parts, worth, 1, 1, 1)).isZero();
        // as good is no disagreement
        assertThat(Opinions.different(parts, worth, 1, 1, 2)).isZero();
    }

    @Test
    void tuplesAreAskedForPartByPart() {
        Wheels wheels = new Wheels();
        Opinions opinions = new Opinions(wheels, PLACE, () -> {});
        ActionParts parts = ActionParts.of(wheels.actionFactors());
        State state = wheels.layout().newState();
        float[] worth = new float[parts.rows()];
        state.ints[1] = 2;
        int best = opinions.ask(state, 3, worth, 0);
        assertThat(best).isEqualTo(2);
        // first the left wheel beside the right one that was proposed, then the right one beside the best left one
        assertThat(worth).containsExactly(4.0f, 2.0f, Float.NEGATIVE_INFINITY, 4.0f, 4.0f, 6.0f);
        assertThat(Opinions.different(parts, worth, 0, best, 2)).isZero();
        assertThat(Opinions.different(parts, worth, 0, best, 5)).isEqualTo(1);
        assertThat(Opinions.different(parts, worth, 0, best, 3)).isEqualTo(2);
        // forbidden here
        assertThat(Opinions.different(parts, worth, 0, best, 8)).isEqualTo(1);
    }

    @Test
    void whoCanBeAsked() {
        assertThat(Opinions.canBeAsked(new HiddenNumber())).isTrue();
        GenerativeModel many = new Collection() {
            @Override
            public int actionCount() {
                return Opinions.MOST_ROWS + 1;
            }
        };
        assertThat(Opinions.canBeAsked(many)).isFalse();
        GenerativeModel box = new Collection() {
            @Override
            public StateLayout layout() {
                return super.layout().withActions(ActionBox.of("angle", 0.0, 1.0));
            }
        };
        assertThat(Opinions.canBeAsked(box)).isFalse();
    }
}
