package org.teleost.envs.rocksample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.teleost.envs.rocks.RockMap.SAMPLE;
import static org.teleost.envs.rocks.RockMap.SEEN_BAD;
import static org.teleost.envs.rocks.RockMap.SEEN_GOOD;
import static org.teleost.envs.rocks.RockMap.SEEN_NONE;
import static org.teleost.envs.rocks.RockMap.SENSE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;

class RockSampleTest {
    // 4 x 4, start (0, 2), rocks (3, 1) (2, 1) (1, 3) (1, 0)
    private final RockSample model = RockSampleProblem.published().get(0).model();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    private double act(int action) {
        model.step(state, action, stream, out);
        model.updateHistory(state, action, out.observation);
        return out.reward;
    }

    private void place(int x, int y, int rocks) {
        model.initialHistory(state);
        state.ints[0] = y * 4 + x;
        state.ints[1] = rocks;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void passesTheConformanceKit(int map) {
        RockSample any = RockSampleProblem.published().get(map).model();
        ModelConformance.check(any, ConformanceSettings.defaults().withRewardRange(-100.0, 10.0))
                .assertPassed();
    }

    @Test
    void mapsHaveThePublishedNames() {
        assertThat(RockSampleProblem.published().stream().map(Problem::name))
                .containsExactly(
                        "rocksample-4-4",
                        "rocksample-5-5",
                        "rocksample-5-7",
                        "rocksample-7-8",
                        "rocksample-11-11",
                        "rocksample-15-15");
        for (RockSampleProblem problem : RockSampleProblem.published()) {
            assertThat(problem.name()).isEqualTo("rocksample-" + problem.size() + "-" + problem.rocks().length);
        }
    }

    @Test
    void actionsAreNorthEastSouthWest() {
        place(1, 1, 0);
        act(RockSample.NORTH);
        assertThat(state.ints[0]).isEqualTo(2 * 4 + 1);
        act(RockSample.EAST);
        assertThat(state.ints[0]).isEqualTo(2 * 4 + 2);
        act(RockSample.SOUTH);
        assertThat(state.ints[0]).isEqualTo(4 + 2);
        assertThat(act(RockSample.WEST)).isZero();
        assertThat(state.ints[0]).isEqualTo(4 + 1);
        assertThat(out.observation).isEqualTo(SEEN_NONE);
        assertThat(model.actionText(RockSample.EAST)).isEqualTo("east");
        assertThat(model.actionText(RockSample.NORTH)).isEqualTo("north");
    }

    @Test
    void leavingElsewhereCostsAHundredAndStays() {
        place(0, 0, 0);
        assertThat(act(RockSample.WEST)).isEqualTo(-100.0);
        assertThat(act(RockSample.SOUTH)).isEqualTo(-100.0);
        place(0, 3, 0);
        assertThat(act(RockSample.NORTH)).isEqualTo(-100.0);
        assertThat(state.ints[0]).isEqualTo(12);
        assertThat(out.terminal).isFalse();
    }

    @Test
    void exitEastEndsTheEpisode() {
        place(3, 1, 0b1111);
        assertThat(act(RockSample.EAST)).isEqualTo(10.0);
        assertThat(out.terminal).isTrue();
    }

    @Test
    void samplingPaysOnceAndSpoilsTheRock() {
        place(3, 1, 0b0001);
        assertThat(act(SAMPLE)).isEqualTo(10.0);
        assertThat(state.ints[1]).isZero();
        assertThat(model.marginal(state, 0)).isLessThan(1e-9);
        assertThat(act(SAMPLE)).isEqualTo(-10.0);
        place(0, 0, 0b1111);
        assertThat(act(SAMPLE)).isEqualTo(-100.0);
        assertThat(model.isLegal(state, SAMPLE)).isFalse();
    }

    @Test
    void readingsAreRightAsOftenAsTheTableSays() {
        int trials = 50_000;
        for (int rock = 0; rock < 4; rock++) {
            place(0, 2, 0b0101);
            int right = 0;
            for (int i = 0; i < trials; i++) {
                model.step(state, SENSE + rock, stream, out);
                right += out.observation == ((0b0101 >>> rock & 1) != 0 ? SEEN_GOOD : SEEN_BAD) ? 1 : 0;
            }
            double accuracy = model.map().accuracy(8, rock);
            assertThat((double) right / trials).isCloseTo(accuracy, within(0.005));
            assertThat(Math.exp(model.logLikelihood(SEEN_GOOD, SENSE + rock, state))
                            + Math.exp(model.logLikelihood(SEEN_BAD, SENSE + rock, state)))
                    .isCloseTo(1.0, within(1e-6));
        }
    }

    @Test
    void marginalsFollowBayes() {
        place(0, 2, 0);
        double correct = (1 + Math.pow(2, -Math.sqrt(2) / 20)) / 2;
        model.updateHistory(state, SENSE + 2, SEEN_GOOD);
        assertThat(model.marginal(state, 2)).isCloseTo(correct, within(1e-6));
        model.updateHistory(state, SENSE + 2, SEEN_GOOD);
        double twice = correct * correct / (correct * correct + (1 - correct) * (1 - correct));
        assertThat(model.marginal(state, 2)).isCloseTo(twice, within(1e-6));
        model.updateHistory(state, SENSE + 2, SEEN_BAD);
        assertThat(model.marginal(state, 2)).isCloseTo(correct, within(1e-6));
        assertThat(model.marginal(state, 1)).isEqualTo(0.5);
    }

    @Test
    void startsAtTheStartWithFairRocks() {
        int[] good = new int[4];
        for (int i = 0; i < 20_000; i++) {
            model.sampleInitial(state, stream);
            assertThat(state.ints[0]).isEqualTo(8);
            for (int rock = 0; rock < 4; rock++) {
                good[rock] += state.ints[1] >>> rock & 1;
            }
        }
        for (int count : good) {
            assertThat(count / 20_000.0).isCloseTo(0.5, within(0.015));
        }
    }
}
