package org.teleost.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.OneActionChain;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;

class LearnedValueTest {
    private static final long COST = 60_000_000;

    private static double value(LearnedValue learned, State state) {
        return learned.value(state, learned.newCells());
    }

    @Test
    void whoSeesTheTigerOpensTheOtherDoorForEver() {
        TinyTiger tiger = new TinyTiger();
        LearnedValue learned = ValueTraining.train(tiger, COST);
        State state = tiger.layout().newState();
        for (int side = 0; side < 2; side++) {
            state.ints[0] = side;
            assertThat(value(learned, state)).isCloseTo(10.0 / (1.0 - 0.95), within(2.0));
        }
    }

    @Test
    void aChainIsWorthItsExactSum() {
        OneActionChain chain = new OneActionChain(6);
        State state = chain.layout().newState();
        chain.sampleInitial(state, new RandomStream(1));
        assertThat(value(ValueTraining.train(chain, COST), state)).isCloseTo(chain.exactValue(), within(0.05));
    }

    /** 49 152 states told by 25 numbers a place: as near to the enumerated value as a sum over prizes can be. */
    @Test
    void manyPrizesAreWorthWhatTheEnumerationSays() {
        Collection model = new Collection();
        FullyObservableValue exact = FullyObservableValue.of(model).orElseThrow();
        LearnedValue learned = ValueTraining.train(model, COST);
        State state = model.layout().newState();
        RandomStream stream = new RandomStream(5);
        double squares = 0.0;
        double spread = 0.0;
        double mean = 0.0;
        int draws = 2_000;
        for (int i = 0; i < draws; i++) {
            model.sampleInitial(state, stream);
            state.ints[0] = stream.nextInt(Collection.PLACES);
            double expected = exact.value(state);
            double error = value(learned, state) - expected;
            squares += error * error;
            spread += expected * expected;
            mean += expected;
        }
        mean /= draws;
        assertThat(Math.sqrt(squares / draws)).isLessThan(0.5 * Math.sqrt(spread / draws - mean * mean));
        assertThat(GreedyReturn.of(model, at -> value(learned, at)))
                .isGreaterThan(0.95 * GreedyReturn.of(model, exact::value));
    }

    @Test
    void floatLanesAreTiled() {
        HiddenNumber model = new HiddenNumber();
        LearnedValue learned = ValueTraining.train(model, COST);
        State state = model.layout().newState();
        state.floats[0] = 0.0f;
        double near = value(learned, state);
        // ZERO costs 1 wherever x is, so from 0.7 on it is the best that can be done
        for (float x : new float[] {0.7f, 1.4f, -1.5f}) {
            state.floats[0] = x;
            assertThat(value(learned, state)).as("x=%s", x).isCloseTo(near - 1.0, within(0.4));
        }
    }

    @Test
    void theSameModelGivesTheSameBits() {
        State state = new Collection().layout().newState();
        LearnedValue first = ValueTraining.train(new Collection(), COST / 20);
        LearnedValue second = ValueTraining.train(new Collection(), COST / 20);
        for (int prizes = 0; prizes < 64; prizes++) {
            state.ints[0] = prizes % Collection.PLACES;
            state.ints[1] = 67 * prizes;
            assertThat(value(first, state)).isEqualTo(value(second, state)).isNotZero();
        }
    }

    /** Values of sums of cells may grow from nothing but each other: rewards bound them. */
    @Test
    void noValueIsBeyondWhatRewardsAllow() {
        GenerativeModel model = new Collection() {
            @Override
            public void step(State state, int action, RandomStream stream, Outcome out) {
                super.step(state, action, stream, out);
                out.set(-1.0, 0, false);
            }
        };
        LearnedValue learned = ValueTraining.train(model, COST / 20);
        State state = model.layout().newState();
        for (int place = 0; place < Collection.PLACES; place++) {
            state.ints[0] = place;
            assertThat(value(learned, state)).isBetween(-12.0, 0.0);
        }
    }

    /** Every pair of lanes would take gigabytes. */
    @Test
    void manyLanesTakeLittleMemory() {
        String[] names = new String[40];
        Arrays.setAll(names, i -> "lane" + i);
        StateLayout wide = new StateLayout(List.of(names), List.of(names), List.of());
        GenerativeModel model = new Collection() {
            @Override
            public StateLayout layout() {
                return wide;
            }

            @Override
            public void sampleInitial(State state, RandomStream stream) {
                for (int i = 0; i < names.length; i++) {
                    state.ints[i] = stream.nextInt(500);
                    state.floats[i] = stream.nextInt(500);
                }
            }

            @Override
            public void step(State state, int action, RandomStream stream, Outcome out) {
                out.set(1.0, 0, true);
            }
        };
        StateTuples tuples = StateTuples.of(model, 1);
        assertThat(tuples.cells()).isLessThan(12_000_000);
        State state = model.layout().newState();
        model.sampleInitial(state, new RandomStream(3));
        int[] cells = new int[tuples.active()];
        assertThat(tuples.find(state, cells)).isEqualTo(cells.length);
        assertThat(cells).doesNotHaveDuplicates();
        assertThat(Arrays.stream(cells).max().orElseThrow()).isLessThan(tuples.cells());
    }

    /** Training that spends nothing would never end. */
    @Test
    void episodesThatEndAtOnceCount() {
        GenerativeModel model = new Collection() {
            @Override
            public void step(State state, int action, RandomStream stream, Outcome out) {
                out.set(3.0, 0, true);
            }
        };
        State state = model.layout().newState();
        model.sampleInitial(state, new RandomStream(1));
        assertThat(value(ValueTraining.train(model, COST / 20), state)).isCloseTo(3.0, within(0.5));
    }

    @Test
    void tuplesOfActionsAreSearchedPartByPart() {
        GenerativeModel model = new Collection() {
            @Override
            public int actionCount() {
                return 900;
            }

            @Override
            public int[] actionFactors() {
                return new int[] {30, 30};
            }

            @Override
            public void step(State state, int action, RandomStream stream, Outcome out) {
                out.set((action / 30 == 17 ? 2.0 : 0.0) + (action % 30 == 4 ? 1.0 : 0.0), 0, true);
            }
        };
        ActionTrials trials = new ActionTrials(model, model.discount(), state -> 0.0, 1, 7);
        State state = model.layout().newState();
        model.sampleInitial(state, new RandomStream(1));
        assertThat(trials.best(state, -1, 0, 0)).isEqualTo(3.0);
        assertThat(trials.action()).isEqualTo(17 * 30 + 4);
    }

    @Test
    void autoLearnsWhereStatesAreTooMany() {
        GenerativeModel model = new Collection() {
            @Override
            public void sampleInitial(State state, RandomStream stream) {
                super.sampleInitial(state, stream);
                state.ints[1] |= stream.nextInt(1 << 18) << PLACES;
            }
        };
        LeafSource source = LeafSource.open(model, LeafRule.AUTO);
        assertThat(source.rule()).isEqualTo(LeafRule.LEARNED);
        assertThat(source.text()).contains("learned");
        assertThat(source.shapes()).isTrue();
    }

    @Test
    void aSlowSimulatorIsNotLearnedFrom() {
        GenerativeModel model = new Collection() {
            @Override
            public void step(State state, int action, RandomStream stream, Outcome out) {
                long until = System.nanoTime() + 100_000;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                super.step(state, action, stream, out);
            }
        };
        LeafSource source = LeafSource.open(model, LeafRule.AUTO);
        assertThat(source.rule()).isEqualTo(LeafRule.ROLLOUT);
        assertThat(source.text()).contains("slow");
    }
}
