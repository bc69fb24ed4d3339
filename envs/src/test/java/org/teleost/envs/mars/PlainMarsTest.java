package org.teleost.envs.mars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;

class PlainMarsTest {
    private final PlainMars model =
            new PlainMars("plain", new Mars("mars", new MarsProblem("mars", 20, 20, 90).map(7)));

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults()).assertPassed();
    }

    @Test
    void bringsNoKnowledgeOfItsOwn() {
        assertThat(Arrays.stream(PlainMars.class.getDeclaredMethods()).map(method -> method.getName()))
                .doesNotContain("heuristicValue", "heuristicIsShared", "proposeAction");
        assertThat(model.layout().history()).isEmpty();
    }
}
