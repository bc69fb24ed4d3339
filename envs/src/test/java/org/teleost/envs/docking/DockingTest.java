package org.teleost.envs.docking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class DockingTest {
    private final Docking model = new Docking();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-50.0, 100.0))
                .assertPassed();
    }

    @Test
    void oneTryToDockEndsTheEpisode() {
        assertThat(dockAt(0.0f, 2.4f)).isEqualTo(100.0);
        assertThat(dockAt(0.0f, 2.6f)).isEqualTo(-50.0);
        assertThat(dockAt(0.4f, 2.4f)).isEqualTo(-50.0);
    }

    private double dockAt(float x, float y) {
        state.floats[0] = x;
        state.floats[1] = y;
        model.step(state, Docking.DOCK, stream, out);
        assertThat(out.terminal).isTrue();
        return out.reward;
    }

    @Test
    void aWallCostsAndHolds() {
        state.floats[0] = 10.0f;
        state.floats[1] = 5.0f;
        model.step(state, 0, stream, out);
        assertThat(out.reward).isEqualTo(-5.0);
        assertThat(state.floats).containsExactly(10.0f, 5.0f);
    }

    @Test
    void theExactRangesAreTheLikeliest() {
        state.floats[0] = 1.0f;
        state.floats[1] = 4.0f;
        float left = (float) Math.hypot(6.0, 4.0);
        float right = (float) Math.hypot(-4.0, 4.0);
        assertThat(logLikelihood(left, right)).isGreaterThan(-1e-6);
        assertThat(logLikelihood(left + 0.3f, right)).isBetween(-0.51, -0.49);
        assertThat(logLikelihood(left, right - 0.6f)).isBetween(-2.05, -1.95);
    }

    private double logLikelihood(float left, float right) {
        long key = (long) Float.floatToIntBits(left) << 32 | Float.floatToIntBits(right) & 0xFFFFFFFFL;
        return model.logLikelihood(key, 0, state);
    }
}
