package org.teleost.baselines.frame;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.DeclaredNumbers;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.UnsuitableProblemException;

/** The frame of a decision: clock, random streams, errors and the answer. A baseline adds the search. One thread. */
public abstract class BaselineSolver implements Solver {
    protected final GenerativeModel model;
    protected final PlannerSettings settings;
    protected final StopClock clock = new StopClock();
    protected final BeliefDraw draw = new BeliefDraw();
    protected final Simulator simulator;
    protected final RootActions root;
    private final String method;
    private long decision;

    /** @param method a line for people: leaf values, bounds, constants */
    protected BaselineSolver(GenerativeModel model, PlannerSettings settings, String method) {
        this(model, settings, method, false);
    }

    /** @param box whether it is for actions that are points of a box rather than ids; all are action 0 then */
    protected BaselineSolver(GenerativeModel model, PlannerSettings settings, String method, boolean box) {
        if (model.layout().action().size() > 0 != box) {
            throw new UnsuitableProblemException(
                    "the actions of " + model.name() + (box ? " are ids" : " are continuous"));
        }
        requireEqualSteps(model);
        this.model = DeclaredNumbers.checked(model);
        this.settings = settings;
        this.method = method;
        simulator = new Simulator(model);
        root = new RootActions(model.actionCount());
    }

    /** Baselines discount every step alike. */
    public static void requireEqualSteps(GenerativeModel model) {
        if (model.hasDurations()) {
            throw new UnsuitableProblemException("the actions of " + model.name() + " have durations");
        }
    }

    /**
     * Searches while {@link #clock} goes on, counting episodes there; then tells {@link #root} of every action tried.
     *
     * @param index number of the decision, for the random streams
     * @param out for {@code nodes}, {@code edges}, {@code depth} and {@code treeFull}, and {@code lanes} and
     *     {@code rowLanes} where actions are points of a box
     */
    protected abstract void search(ParticleBelief belief, long index, Decision out);

    @Override
    public final void plan(ParticleBelief belief, Budget budget, Decision out) {
        planAs(decision++, belief, budget, out);
    }

    @Override
    public final void planAs(long index, ParticleBelief belief, Budget budget, Decision out) {
        long start = System.nanoTime();
        clock.start(start, budget);
        simulator.startDecision();
        root.clear();
        clear(out);
        try {
            draw.start(belief);
            search(belief, index, out);
        } catch (ModelException | IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            ModelException.passOn(e);
            throw simulator.failure("threw " + e, e);
        }
        root.answer(out);
        if (out.action < 0) {
            throw simulator.failure("no action is legal; isLegal must allow at least one in every state", null);
        }
        out.episodes = clock.episodes();
        out.simulatedSteps = simulator.steps();
        out.planningNanos = System.nanoTime() - start;
        out.overshootNanos = budget.timed() ? Math.max(0, out.planningNanos - budget.nanos()) : 0;
    }

    private void clear(Decision out) {
        out.useLanes(model.layout().action().size());
        out.passes = 0;
        out.nodes = 0;
        out.edges = 0;
        out.depth = 1;
        out.treeFull = false;
        out.effectiveEta = 0.0;
        out.observationRows = 0;
        out.terminalProbability = 0.0;
        out.vetoedAction = -1;
        out.vetoReason = null;
    }

    @Override
    public final GenerativeModel model() {
        return model;
    }

    @Override
    public final String method() {
        return method;
    }

    @Override
    public void close() {}
}
