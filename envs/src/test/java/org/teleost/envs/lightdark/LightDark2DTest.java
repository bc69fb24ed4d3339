package org.teleost.envs.lightdark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class LightDark2DTest {
    private final LightDark2D model = new LightDark2D();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-1.0, -1.0 + 1e-9))
                .assertPassed();
    }

    @Test
    void endsAtTheOriginOnly() {
        state.floats[0] = 2.0f;
        state.floats[1] = 1.0f;
        state.action[0] = -1.97f;
        state.action[1] = -0.97f;
        model.step(state, 0, stream, out);
        assertThat(out.terminal).isTrue();
        state.floats[0] = 2.0f;
        state.floats[1] = 1.0f;
        state.action[0] = -1.95f;
        model.step(state, 0, stream, out);
        assertThat(out.terminal).isFalse();
        assertThat(out.reward).isEqualTo(-1.0);
    }

    @Test
    void lightIsAtFive() {
        assertThat(LightDark2D.deviation(5.0)).isCloseTo(0.01, within(1e-12));
        assertThat(LightDark2D.deviation(3.0)).isCloseTo(2.0 * Math.sqrt(0.5) + 0.01, within(1e-12));
        state.floats[0] = 5.0f;
        state.floats[1] = 0.0f;
        double best = model.logLikelihood(LightDark2D.key(5.0f, 0.0f), 0, state);
        assertThat(best).isCloseTo(-2.0 * Math.log(0.01), within(1e-6));
        double off = model.logLikelihood(LightDark2D.key(5.01f, 0.02f), 0, state);
        assertThat(off - best).isCloseTo(-2.5, within(1e-3));
    }
}
