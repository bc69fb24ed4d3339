package org.teleost.experiments.doctor;

import java.util.ArrayList;
import java.util.List;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.EngineProvider;

/** The engines that can plan here, and why others can't. */
final class Engines {
    private Engines() {}

    static List<Finding> findings() {
        int cores = Runtime.getRuntime().availableProcessors();
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("engine host", cores + (cores == 1 ? " thread" : " threads")));
        List<EngineProvider> providers = EngineChoice.providers();
        if (providers.stream().noneMatch(provider -> provider.name().equals(EngineChoice.CUDA))) {
            findings.add(Finding.ok("engine " + EngineChoice.CUDA, "not part of this build"));
        }
        for (EngineProvider provider : providers) {
            String name = "engine " + provider.name();
            findings.add(
                    provider.obstacle().isEmpty()
                            ? Finding.ok(name, provider.description())
                            : Finding.ok(
                                    name, "not here: " + provider.obstacle().get()));
        }
        return findings;
    }
}
