package org.teleost.plan;

import java.util.Optional;
import org.teleost.model.GenerativeModel;

/**
 * Service interface: a kind of engine beside the host's own threads. Register implementations under META-INF/services.
 */
public interface EngineProvider {
    /** Short lower-case name, for example {@code cuda}. */
    String name();

    /** For people: the device and its memory, or why there is none. Must not fail. */
    String description();

    /** Why the engine can't plan here, in words that name a remedy; empty when it can. Must not fail. */
    Optional<String> obstacle();

    /** Why the engine can't plan with this model; empty when it can. */
    Optional<String> obstacle(GenerativeModel model);

    /**
     * The model as the engine adds its rewards up: the host's decisions for it are the engine's for {@code model}, bit
     * for bit under a counted budget.
     */
    default GenerativeModel asPlanned(GenerativeModel model) {
        return model;
    }

    /** Takes the memory and loads the model; throws {@link EngineUnavailableException} when the device refuses. */
    PlanningEngine open(GenerativeModel model, PlannerSettings settings);
}
