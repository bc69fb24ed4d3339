package org.teleost.envs.rocksample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;

class PlainRockSampleTest {
    private final PlainRockSample model =
            new PlainRockSample("plain", RockSampleProblem.published().get(3).model());

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults()).assertPassed();
    }

    @Test
    void bringsNoKnowledgeOfItsOwn() {
        assertThat(Arrays.stream(PlainRockSample.class.getDeclaredMethods()).map(method -> method.getName()))
                .doesNotContain("heuristicValue", "heuristicIsShared", "proposeAction");
        assertThat(model.layout().history()).isEmpty();
    }
}
