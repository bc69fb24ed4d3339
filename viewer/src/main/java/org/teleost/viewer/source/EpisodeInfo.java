package org.teleost.viewer.source;

import java.util.Map;
import java.util.Optional;
import org.teleost.plan.Budget;

/**
 * What an episode is about.
 *
 * @param name name of the source, for the title
 * @param model model's name, {@code unknown} when lost
 * @param worldSeed seed of the simulated world, empty when lost
 * @param configuration settings of the run by name
 */
public record EpisodeInfo(String name, String model, Optional<Long> worldSeed, Map<String, String> configuration) {

    /** Name of the problem: the configured one or, without it, the model's. */
    public String problem() {
        return configuration.getOrDefault("problem", model);
    }

    /** Time that a decision may take in milliseconds, NaN when it was not limited or not recorded. */
    public double budgetMillis() {
        try {
            Budget budget = Budget.parse(configuration.getOrDefault("budget", ""));
            return budget.timed() ? 1e-6 * budget.nanos() : Double.NaN;
        } catch (IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    /** Seed of the drawn instance, empty when lost. */
    public Optional<Long> instanceSeed() {
        try {
            return Optional.ofNullable(configuration.get("instanceSeed")).map(Long::parseLong);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
