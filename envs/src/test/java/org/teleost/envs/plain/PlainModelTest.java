package org.teleost.envs.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.envs.mars.Mars;
import org.teleost.envs.mars.MarsProblem;
import org.teleost.envs.rocksample.RockSampleProblem;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class PlainModelTest {
    private final Mars mars = MarsProblem.small().model(7);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(new PlainModel("plain", mars), ConformanceSettings.defaults())
                .assertPassed();
        GenerativeModel rocks = RockSampleProblem.published().get(3).model();
        ModelConformance.check(new PlainModel("plain", rocks), ConformanceSettings.defaults())
                .assertPassed();
    }

    @Test
    void bringsNoKnowledgeOfItsOwn() {
        PlainModel model = new PlainModel("plain", mars);
        assertThat(model.hasHeuristicValue()).isFalse();
        assertThat(model.hasRolloutAction()).isFalse();
        assertThat(model.heuristicIsShared()).isFalse();
        assertThat(model.layout().history()).isEmpty();
        assertThat(model.deviceModel()).isEmpty();
    }

    @Test
    void takesAnotherLeafValue() {
        PlainModel model = new PlainModel("plain", mars, mars::publishedValue);
        State state = model.layout().newState();
        model.sampleInitial(state, new RandomStream(1));
        assertThat(model.hasHeuristicValue()).isTrue();
        assertThat(model.heuristicValue(state)).isPositive().isEqualTo(mars.publishedValue(state));
    }

    @Test
    void movesAsTheOriginal() {
        PlainModel model = new PlainModel("plain", mars);
        State state = model.layout().newState();
        State original = mars.layout().newState();
        Outcome out = new Outcome();
        Outcome expected = new Outcome();
        model.sampleInitial(state, new RandomStream(1));
        mars.sampleInitial(original, new RandomStream(1));
        model.step(state, 30, new RandomStream(2), out);
        mars.step(original, 30, new RandomStream(2), expected);
        assertThat(state.ints).isEqualTo(original.ints);
        assertThat(out.reward).isEqualTo(expected.reward);
        assertThat(out.observation).isEqualTo(expected.observation);
    }
}
