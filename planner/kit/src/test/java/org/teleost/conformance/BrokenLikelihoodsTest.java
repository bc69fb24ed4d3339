package org.teleost.conformance;

import static org.teleost.conformance.BrokenModelReports.assertError;
import static org.teleost.conformance.BrokenModelReports.report;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class BrokenLikelihoodsTest {

    @Test
    void aLikelihoodThatDependsOnEarlierCallsIsFound() {
        assertError(
                new TinyTiger() {
                    private final AtomicLong calls = new AtomicLong();

                    @Override
                    public double logLikelihood(long observation, int action, State nextState) {
                        return super.logLikelihood(observation, action, nextState) + 1e-9 * calls.getAndIncrement();
                    }
                },
                "query",
                "logLikelihood gave");
    }

    @Test
    void aLikelihoodThatDisagreesWithFrequenciesIsFound() {
        assertError(
                new TinyTiger() {
                    @Override
                    public double logLikelihood(long observation, int action, State nextState) {
                        if (action != LISTEN) {
                            return Math.log(0.5);
                        }
                        return Math.log(observation == nextState.ints[0] ? 0.75 : 0.25);
                    }
                },
                "likelihood",
                "action=0 (listen)");
    }

    @Test
    void aLikelihoodThatIsOffByThreeHundredthsIsFound() {
        for (double off : new double[] {-0.03, 0.03}) {
            assertError(
                    new TinyTiger() {
                        @Override
                        public double logLikelihood(long observation, int action, State nextState) {
                            double right = action == LISTEN ? 0.85 + off : 0.5;
                            return Math.log(observation == nextState.ints[0] ? right : 1.0 - right);
                        }
                    },
                    "likelihood",
                    "given that the episode goes on");
        }
    }

    /** Half of the wrong hearings end the episode, so of those after which it goes on fewer are wrong. */
    @Test
    void aLikelihoodIsThatOfStepsAfterWhichTheEpisodeGoesOn() {
        TinyTiger given = new EndsAfterWrongHearings(0.85 / (0.85 + 0.075));
        report(given).assertPassed();
        assertError(new EndsAfterWrongHearings(0.85), "likelihood", "given that the episode goes on");
    }

    private static final class EndsAfterWrongHearings extends TinyTiger {
        private final double right;

        EndsAfterWrongHearings(double right) {
            this.right = right;
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            super.step(state, action, stream, out);
            out.terminal = action == LISTEN && out.observation != state.ints[0] && stream.nextBoolean(0.5);
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            double here = action == LISTEN ? right : 0.5;
            return Math.log(observation == nextState.ints[0] ? here : 1.0 - here);
        }
    }

    @Test
    void aLikelihoodWhoseSumDependsOnTheStateIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public double logLikelihood(long observation, int action, State nextState) {
                        return super.logLikelihood(observation, action, nextState) + 0.2 * nextState.ints[1];
                    }
                },
                "likelihood",
                "the sum must not depend on the next state");
    }

    @Test
    void aFactorOfTheActionAloneIsNoFault() {
        report(new HiddenCoin() {
                    @Override
                    public double logLikelihood(long observation, int action, State nextState) {
                        return super.logLikelihood(observation, action, nextState) + 3.0 + action;
                    }
                })
                .assertPassed();
    }

    @Test
    void aLikelihoodOfTheOldStateIsFoundThoughMarginalFrequenciesAgree() {
        // opening resets the tiger, so the observation is fair, but here it tells where the new tiger is
        assertError(
                new TinyTiger() {
                    @Override
                    public void step(State state, int action, RandomStream stream, Outcome out) {
                        super.step(state, action, stream, out);
                        if (action != LISTEN) {
                            out.observation = state.ints[0];
                        }
                    }
                },
                "likelihood",
                "with next state");
    }

    @Test
    void aMirroredDensityOfAContinuousObservationIsFound() {
        assertError(
                new HiddenNumber() {
                    @Override
                    public double logLikelihood(long observation, int action, State nextState) {
                        double z = (Double.longBitsToDouble(observation) + nextState.floats[0]) / NOISE;
                        return -0.5 * z * z;
                    }
                },
                "likelihood",
                "speak for the wrong state");
    }
}
