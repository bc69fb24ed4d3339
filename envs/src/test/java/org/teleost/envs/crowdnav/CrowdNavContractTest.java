package org.teleost.envs.crowdnav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.problem.ProblemProvider;

class CrowdNavContractTest {
    @Test
    void passesTheConformanceKit() {
        CrowdNavModel model = new CrowdNavModel(new Crowd(2));
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-225.0, 999.0))
                .assertPassed();
    }

    @Test
    void isFoundByName() {
        assertThat(ServiceLoader.load(ProblemProvider.class).stream()
                        .filter(provider -> provider.type() == CrowdNavProvider.class)
                        .flatMap(provider -> provider.get().problems().stream())
                        .map(problem -> problem.name()))
                .containsExactly("crowdnav");
    }
}
