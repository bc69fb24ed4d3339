package org.teleost.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.teleost.model.GenerativeModel;

/**
 * Which engine shall plan: {@code host}, or the name of a provider, with {@code !} when nothing else will do. Without
 * it the host plans where the engine can't.
 *
 * @param name {@code host} or a provider's name
 * @param required whether to fail rather than to plan on the host
 */
public record EngineChoice(String name, boolean required) {
    /** The engine that is always there. */
    public static final String HOST = "host";

    /** Known by name even to a build without it. */
    public static final String CUDA = "cuda";

    public EngineChoice {
        if (!name.equals(HOST)) {
            requireKnown(name);
        }
    }

    private static void requireKnown(String name) {
        TreeSet<String> known = new TreeSet<>(List.of(HOST, CUDA));
        providers().forEach(provider -> known.add(provider.name()));
        if (!known.contains(name)) {
            throw new IllegalArgumentException("unknown engine '" + name + "'; engines: " + String.join(", ", known));
        }
    }

    /** Reads {@code host}, {@code cuda} or {@code cuda!}. */
    public static EngineChoice parse(String text) {
        boolean required = text.endsWith("!");
        return new EngineChoice(required ? text.substring(0, text.length() - 1) : text, required);
    }

    /** Providers on the class path. */
    public static List<EngineProvider> providers() {
        List<EngineProvider> found = new ArrayList<>();
        ServiceLoader.load(EngineProvider.class).forEach(found::add);
        return found;
    }

    /**
     * Opens the engine once: this choice when it can plan, else the host after telling {@code notice} why it can't.
     *
     * @throws EngineUnavailableException when the engine is required and can't plan
     */
    public EngineChoice settle(GenerativeModel model, PlannerSettings settings, Consumer<String> notice) {
        if (name.equals(HOST)) {
            return this;
        }
        try {
            usable(model).open(model, settings).close();
            return this;
        } catch (EngineUnavailableException e) {
            if (required) {
                throw e;
            }
            notice.accept(e.getMessage() + "; planning on the host");
            return new EngineChoice(HOST, false);
        }
    }

    /** A planner with this engine; throws {@link EngineUnavailableException} when it can't plan. */
    public Planner planner(GenerativeModel model, PlannerSettings settings) {
        return name.equals(HOST)
                ? new Planner(model, settings)
                : new Planner(model, settings, usable(model).open(model, settings));
    }

    /** The provider, when it can plan with the model; throws {@link EngineUnavailableException} when it can't. */
    public EngineProvider usable(GenerativeModel model) {
        EngineProvider provider = providers().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EngineUnavailableException(
                        "engine " + name + ": not part of this build; see docs/cuda.md for a build with it"));
        if (model.hasDurations()) {
            throw new EngineUnavailableException(
                    "engine " + name + ": the actions of " + model.name() + " have durations, which it does not know");
        }
        Optional<String> obstacle = provider.obstacle().or(() -> provider.obstacle(model));
        if (obstacle.isPresent()) {
            throw new EngineUnavailableException("engine " + name + ": " + obstacle.get());
        }
        return provider;
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return required ? name + "!" : name;
    }
}
