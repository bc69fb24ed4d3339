package org.teleost.envs.lightdark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class LightDark1DTest {
    private final LightDark1D model = new LightDark1D();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(3);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-100.0, 100.0))
                .assertPassed();
    }

    @Test
    void stopPaysOnlyAtTheOrigin() {
        state.ints[0] = 0;
        model.step(state, LightDark1D.STOP, stream, out);
        assertThat(out.reward).isEqualTo(100.0);
        assertThat(out.terminal).isTrue();
        state.ints[0] = 1;
        model.step(state, LightDark1D.STOP, stream, out);
        assertThat(out.reward).isEqualTo(-100.0);
    }

    @Test
    void readingsHaveTheDeviationOfThePlace() {
        double squares = 0.0;
        int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            state.ints[0] = -1;
            model.step(state, 3, stream, out);
            float reading = LightDark1D.reading(out.observation);
            squares += reading * reading;
        }
        assertThat(Math.sqrt(squares / steps)).isCloseTo(10.0, within(0.1));
        double ratio = model.logLikelihood(LightDark1D.key(0.0f), 3, state)
                - model.logLikelihood(LightDark1D.key(-10.0f), 3, state);
        assertThat(ratio).isCloseTo(0.5, within(1e-4));
    }
}
