package org.teleost.baselines;

import java.util.Map;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;

/** Decisions of installed solvers, for tests. */
public final class Decide {
    private static final int PARTICLES = 2000;

    private Decide() {}

    /** The installed solver of this name, as a user would get it. */
    public static SolverProvider provider(String name) {
        return SolverProvider.installed().stream()
                .filter(solver -> solver.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Settings of all tests. */
    public static PlannerSettings settings() {
        return PlannerSettings.defaults()
                .withParticles(PARTICLES)
                .withThreads(1)
                .with(s -> s.memoryBytes = 32L << 20);
    }

    /** A belief over Tiger with this probability of the tiger on the left. */
    public static ParticleBelief tiger(GenerativeModel model, double left) {
        ParticleBelief belief = new ParticleBelief(model.layout(), PARTICLES);
        State state = model.layout().newState();
        for (int i = 0; i < PARTICLES; i++) {
            state.ints[0] = i < left * PARTICLES ? 0 : 1;
            belief.store(i, state);
        }
        return belief;
    }

    /** The initial belief. */
    public static ParticleBelief initial(GenerativeModel model) {
        ParticleBelief belief = new ParticleBelief(model.layout(), PARTICLES);
        belief.sampleInitial(model, 5);
        return belief;
    }

    /** One decision, number {@code index}. */
    public static Decision decide(
            String solver,
            Map<String, String> options,
            GenerativeModel model,
            PlannerSettings settings,
            ParticleBelief belief,
            Budget budget,
            long index) {
        Decision out = new Decision();
        try (Solver opened = provider(solver).open(model, settings, new SolverOptions(options))) {
            opened.planAs(index, belief, budget, out);
        }
        return out;
    }

    /** One decision by the solver's defaults. */
    public static Decision decide(String solver, GenerativeModel model, ParticleBelief belief, Budget budget) {
        return decide(solver, Map.of(), model, settings(), belief, budget, 0);
    }

    /** The decision's value of an action; NaN when it was not tried or not among the best. */
    public static double value(Decision decision, int action) {
        for (int i = 0; i < decision.actionRows; i++) {
            if (decision.actions[i] == action) {
                return decision.values[i];
            }
        }
        return Double.NaN;
    }
}
