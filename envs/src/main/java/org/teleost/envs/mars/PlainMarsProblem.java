package org.teleost.envs.mars;

import org.teleost.model.GenerativeModel;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/**
 * MARS without the tour, the proposals and the history lanes of {@link Mars}.
 *
 * @param original the same problem with them
 * @param published whether the published planner's leaf value is given, else none
 */
public record PlainMarsProblem(MarsProblem original, boolean published) implements Problem {
    @Override
    public String name() {
        return original.name() + (published ? "-published" : "-plain");
    }

    @Override
    public String summary() {
        return original.summary() + (published ? "; published leaf value" : "; no leaf value") + ", no proposals";
    }

    @Override
    public int defaultSteps() {
        return original.defaultSteps();
    }

    @Override
    public Instance instance(long seed) {
        Mars dynamics = new Mars(original.name(), original.map(seed));
        GenerativeModel model = published ? new PublishedMars(name(), dynamics) : new PlainMars(name(), dynamics);
        return () -> model;
    }
}
