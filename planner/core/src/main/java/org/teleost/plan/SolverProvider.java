package org.teleost.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.teleost.model.GenerativeModel;

/**
 * Service interface: a solver beside the planner that comparisons find by name. Register implementations under
 * META-INF/services.
 */
public interface SolverProvider {
    /** Short lower-case name, for example {@code pomcp}. */
    String name();

    /** One line: the method, its source, and what its options are. */
    String summary();

    /**
     * Opens the solver for a model.
     *
     * @throws UnsuitableProblemException when the method can't take this model; the message says why
     * @throws IllegalArgumentException for options that it does not know or that are out of range
     */
    Solver open(GenerativeModel model, PlannerSettings settings, SolverOptions options);

    /** Solvers on the class path, by name. */
    static List<SolverProvider> installed() {
        List<SolverProvider> found = new ArrayList<>();
        ServiceLoader.load(SolverProvider.class).forEach(found::add);
        found.sort(Comparator.comparing(SolverProvider::name));
        return found;
    }
}
