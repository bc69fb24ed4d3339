package org.teleost.envs.baby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class BabyTest {
    private final Baby model = new Baby();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(3);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-15.0, 0.0))
                .assertPassed();
    }

    @Test
    void satedBabyBecomesHungryAndCriesWithTheGivenProbabilities() {
        int hungry = 0;
        int crying = 0;
        int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            state.ints[0] = Baby.SATED;
            model.step(state, Baby.WAIT, stream, out);
            hungry += state.ints[0];
            crying += (int) out.observation;
        }
        assertThat((double) hungry / steps).isCloseTo(0.1, within(0.005));
        assertThat((double) crying / steps).isCloseTo(0.9 * 0.1 + 0.1 * 0.8, within(0.006));
    }

    @Test
    void feedingAHungryBabyCostsBoth() {
        state.ints[0] = Baby.HUNGRY;
        model.step(state, Baby.FEED, stream, out);
        assertThat(out.reward).isEqualTo(-15.0);
        assertThat(state.ints[0]).isEqualTo(Baby.SATED);
    }
}
