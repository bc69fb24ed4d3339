package org.teleost.envs.validation;

import java.util.List;

/**
 * The rope of {@link RopeCase} with more and more links and a step that falls with them.
 *
 * @param links of the coarsest chain
 * @param timeStep of the coarsest chain
 * @param span time measured
 * @param halvings number of refinements
 * @param quantities order
 */
public record RopeConvergenceCase(int links, double timeStep, double span, int halvings, List<Quantity> quantities)
        implements ConvergenceCase {
    public RopeConvergenceCase {
        quantities = List.copyOf(quantities);
    }

    @Override
    public String name() {
        return "hanging rope in links";
    }

    @Override
    public String setting() {
        return links + " to " + (links << halvings) + " links, dt " + timeStep + " falling with their length";
    }

    @Override
    public String study() {
        return "Hanging rope";
    }

    @Override
    public String sizeLabel() {
        return "length of a link / L";
    }

    @Override
    public String errorLabel() {
        return "tip error / amplitude";
    }

    @Override
    public Refinement refine(CaseMonitor monitor) {
        return Refinement.of(halvings, 0.2, monitor, (k, part) -> {
            RopeCase rope = new RopeCase(links << k, timeStep / (1 << k), span, List.of());
            return new Refinement.Step(1.0 / (links << k), rope.measure(part)[0]);
        });
    }
}
