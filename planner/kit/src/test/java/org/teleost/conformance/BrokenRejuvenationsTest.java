package org.teleost.conformance;

import static org.teleost.conformance.BrokenModelReports.assertError;

import org.junit.jupiter.api.Test;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.OneActionChain;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

class BrokenRejuvenationsTest {

    @Test
    void aRejuvenationThatForgetsTheHistoryIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public boolean rejuvenate(State state, RandomStream stream) {
                        state.ints[0] = stream.nextInt(2);
                        state.ints[1] = stream.nextInt(2);
                        return true;
                    }
                },
                "rejuvenation",
                "changes the distribution");
    }

    @Test
    void aRejuvenationThatLosesHowLanesGoTogetherIsFound() {
        GenerativeModel model = new TinyTiger() {
            private final StateLayout layout = StateLayout.ofInts("tiger", "copy");

            @Override
            public StateLayout layout() {
                return layout;
            }

            @Override
            public void sampleInitial(State state, RandomStream stream) {
                super.sampleInitial(state, stream);
                state.ints[1] = state.ints[0];
            }

            @Override
            public boolean rejuvenate(State state, RandomStream stream) {
                state.ints[1] = stream.nextInt(2);
                return true;
            }
        };
        assertError(model, "rejuvenation", "distribution of int lanes together");
    }

    @Test
    void aRejuvenationOfOneBitOfASetOfManyIsFound() {
        GenerativeModel model = new TinyTiger() {
            private final StateLayout layout = StateLayout.ofInts("tiger", "flags");

            @Override
            public StateLayout layout() {
                return layout;
            }

            @Override
            public void sampleInitial(State state, RandomStream stream) {
                super.sampleInitial(state, stream);
                state.ints[1] = (int) stream.nextLong();
            }

            @Override
            public boolean rejuvenate(State state, RandomStream stream) {
                state.ints[1] = (int) stream.nextLong() | (stream.nextBoolean(0.3) ? 1 << 20 : 0);
                return true;
            }
        };
        assertError(model, "rejuvenation", "bit 20 of lane flags");
    }

    @Test
    void aRejuvenationThatMovesButSaysNotIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public boolean rejuvenate(State state, RandomStream stream) {
                        super.rejuvenate(state, stream);
                        return false;
                    }
                },
                "rejuvenation",
                "returned false but changed");
    }

    @Test
    void aRejuvenationThatContradictsTheLastObservationIsFound() {
        assertError(
                new OneActionChain(6) {
                    @Override
                    public double logLikelihood(long observation, int action, State nextState) {
                        return nextState.ints[0] > 100 ? Double.NEGATIVE_INFINITY : 0.0;
                    }

                    @Override
                    public boolean rejuvenate(State state, RandomStream stream) {
                        state.ints[0] += 1000;
                        return true;
                    }
                },
                "rejuvenation",
                "after rejuvenate logLikelihood=-Infinity");
    }

    @Test
    void aRejuvenationThatChangesHistoryLanesIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public boolean rejuvenate(State state, RandomStream stream) {
                        super.rejuvenate(state, stream);
                        state.history[0] = 0.0f;
                        return true;
                    }
                },
                "rejuvenation",
                "changed history lane logOdds0");
    }
}
