package org.teleost.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.OneActionChain;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;

class FullyObservableValueTest {
    private final TinyTiger tiger = new TinyTiger();

    @Test
    void whoSeesTheTigerOpensTheOtherDoorForEver() {
        FullyObservableValue value = FullyObservableValue.of(tiger).orElseThrow();
        State state = tiger.layout().newState();
        assertThat(value.states()).isEqualTo(2);
        for (int side = 0; side < 2; side++) {
            state.ints[0] = side;
            assertThat(value.value(state)).isCloseTo(10.0 / (1.0 - 0.95), within(0.5));
        }
    }

    @Test
    void aChainIsWorthItsExactSum() {
        OneActionChain chain = new OneActionChain(6);
        State state = chain.layout().newState();
        chain.sampleInitial(state, new RandomStream(1));
        assertThat(FullyObservableValue.of(chain).orElseThrow().value(state))
                .isCloseTo(chain.exactValue(), within(1e-4));
    }

    @Test
    void aFloatLaneIsMergedAndSettingItBackIsWorthItsCost() {
        HiddenNumber model = new HiddenNumber();
        FullyObservableValue value = FullyObservableValue.of(model).orElseThrow();
        State state = model.layout().newState();
        state.floats[0] = 0.0f;
        double near = value.value(state);
        // ZERO costs 1 wherever x is, so from 0.7 on it is the best that can be done
        for (float x : new float[] {0.7f, 1.4f, 2.0f, -1.5f}) {
            state.floats[0] = x;
            assertThat(value.value(state)).as("x=%s", x).isCloseTo(near - 1.0, within(0.25));
        }
    }

    /** Its other side is half of the problem. */
    @Test
    void aRareTransitionIsNotMissed() {
        TinyTiger rare = new TinyTiger() {
            @Override
            public void sampleInitial(State state, RandomStream stream) {
                state.ints[0] = 0;
            }

            @Override
            public void step(State state, int action, RandomStream stream, Outcome out) {
                out.set(0.0, 0, false);
                if (stream.nextBoolean(0.02)) {
                    state.ints[0] = 1;
                }
            }
        };
        assertThat(FullyObservableValue.of(rare).orElseThrow().states()).isEqualTo(2);
    }

    @Test
    void manyInitialStatesAreNotEnumerated() {
        TinyTiger spread = new TinyTiger() {
            @Override
            public void sampleInitial(State state, RandomStream stream) {
                state.ints[0] = (int) stream.nextLong();
            }
        };
        assertThat(FullyObservableValue.of(spread)).isEmpty();
        assertThatThrownBy(() -> LeafSource.open(spread, LeafRule.BOUND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tiny-tiger are too many")
                .hasMessageContaining("leafValue=LEARNED");
    }

    @Test
    void autoTakesTheModelsOwnValueWhereThereIsOne() {
        assertThat(LeafSource.open(new HiddenCoin(), LeafRule.AUTO).rule()).isEqualTo(LeafRule.MODEL);
        assertThat(LeafSource.open(tiger, LeafRule.AUTO).rule()).isEqualTo(LeafRule.BOUND);
        assertThat(LeafSource.open(tiger, LeafRule.AUTO).text()).contains("fully observable", "2 states");
    }

    @Test
    void aModelThatFailsWhileItIsExploredFailsInTheSearchInstead() {
        TinyTiger broken = new TinyTiger() {
            @Override
            public double discount() {
                throw new IllegalStateException("on purpose");
            }
        };
        assertThat(LeafSource.open(broken, LeafRule.AUTO).rule()).isEqualTo(LeafRule.ROLLOUT);
    }
}
