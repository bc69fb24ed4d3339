package org.teleost.experiments.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy as a user writes it: {@code pomcp}, or with options {@code pomcp:exploration=0.3:leafValue=ROLLOUT}.
 *
 * @param text as it was written
 * @param name before the first colon
 * @param options texts by key, in order
 */
public record SolverSpec(String text, String name, Map<String, String> options) {

    /** Reads {@code NAME[:KEY=VALUE]...}; throws {@link ConfigException} for anything else. */
    public static SolverSpec parse(String text) {
        String[] parts = text.trim().split(":", -1);
        Map<String, String> options = new LinkedHashMap<>();
        for (String part : List.of(parts).subList(1, parts.length)) {
            int split = part.indexOf('=');
            if (split < 1
                    || options.put(
                                    part.substring(0, split).trim(),
                                    part.substring(split + 1).trim())
                            != null) {
                throw new ConfigException("policy '" + text + "': '" + part
                        + "' is not understood; write each option once as :key=value, for example"
                        + " pomcp:exploration=0.3");
            }
        }
        return new SolverSpec(text.trim(), parts[0].trim(), options);
    }

    /** Options that are settings of all solvers, as eta or leafValue. */
    Map<String, String> settings() {
        return only(true);
    }

    /** Options that are the solver's own. */
    public Map<String, String> own() {
        return only(false);
    }

    private Map<String, String> only(boolean planner) {
        Map<String, String> found = new LinkedHashMap<>(options);
        found.keySet().removeIf(key -> Configurator.isPlannerKey(key) != planner);
        return found;
    }
}
