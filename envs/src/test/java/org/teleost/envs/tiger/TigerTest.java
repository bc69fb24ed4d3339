package org.teleost.envs.tiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class TigerTest {
    private static final double OPTIMAL = 19.3714;

    private final Tiger model = new Tiger();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(3);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-100.0, 10.0))
                .assertPassed();
    }

    @Test
    void rewardsFollowTheDoor() {
        assertThat(reward(Tiger.LEFT, Tiger.LISTEN)).isEqualTo(-1.0);
        assertThat(reward(Tiger.LEFT, Tiger.OPEN_LEFT)).isEqualTo(-100.0);
        assertThat(reward(Tiger.LEFT, Tiger.OPEN_RIGHT)).isEqualTo(10.0);
        assertThat(reward(Tiger.RIGHT, Tiger.OPEN_LEFT)).isEqualTo(10.0);
        assertThat(reward(Tiger.RIGHT, Tiger.OPEN_RIGHT)).isEqualTo(-100.0);
    }

    private double reward(int side, int action) {
        state.ints[0] = side;
        model.step(state, action, stream, out);
        assertThat(out.terminal).isFalse();
        return out.reward;
    }

    @Test
    void hearsTheRightSideWithProbability085() {
        int right = 0;
        int steps = 100_000;
        state.ints[0] = Tiger.RIGHT;
        for (int i = 0; i < steps; i++) {
            model.step(state, Tiger.LISTEN, stream, out);
            right += (int) out.observation;
        }
        assertThat(state.ints[0]).isEqualTo(Tiger.RIGHT);
        assertThat((double) right / steps).isCloseTo(0.85, within(0.005));
        assertThat(model.logLikelihood(Tiger.RIGHT, Tiger.LISTEN, state)).isCloseTo(Math.log(0.85), within(1e-12));
        assertThat(model.logLikelihood(Tiger.LEFT, Tiger.LISTEN, state)).isCloseTo(Math.log(0.15), within(1e-12));
    }

    @Test
    void openingPlacesTheTigerAnew() {
        int left = 0;
        for (int i = 0; i < 10_000; i++) {
            state.ints[0] = Tiger.RIGHT;
            model.step(state, Tiger.OPEN_LEFT, stream, out);
            left += 1 - state.ints[0];
        }
        assertThat(left / 10_000.0).isCloseTo(0.5, within(0.02));
    }

    @Test
    void leadCountsHearingsSinceTheLastDoor() {
        model.initialHistory(state);
        model.updateHistory(state, Tiger.LISTEN, Tiger.LEFT);
        model.updateHistory(state, Tiger.LISTEN, Tiger.LEFT);
        model.updateHistory(state, Tiger.LISTEN, Tiger.RIGHT);
        assertThat(state.history[0]).isEqualTo(1.0f);
        model.updateHistory(state, Tiger.OPEN_RIGHT, Tiger.LEFT);
        assertThat(state.history[0]).isZero();
    }

    /** Opening at a lead of two is optimal, so the base policies reach V* at the start. */
    @Test
    void heuristicIsTheOptimalValueAtTheStart() {
        model.initialHistory(state);
        assertThat(model.heuristicValue(state)).isCloseTo(OPTIMAL, within(1e-3));
        assertThat(ThresholdPolicies.solve(2)[16]).isCloseTo(OPTIMAL, within(1e-3));
        assertThat(ThresholdPolicies.solve(1)[16]).isLessThan(OPTIMAL);
        assertThat(ThresholdPolicies.solve(3)[16]).isLessThan(OPTIMAL);
    }

    @Test
    void heuristicGrowsWithTheLeadOnEitherSide() {
        double previous = Double.NEGATIVE_INFINITY;
        for (int lead = 0; lead <= 20; lead++) {
            state.history[0] = lead;
            double value = model.heuristicValue(state);
            assertThat(value).isGreaterThanOrEqualTo(previous);
            state.history[0] = -lead;
            assertThat(model.heuristicValue(state)).isCloseTo(value, within(1e-9));
            previous = value;
        }
        assertThat(previous).isCloseTo(10.0 + 0.95 * OPTIMAL, within(1e-3));
    }
}
