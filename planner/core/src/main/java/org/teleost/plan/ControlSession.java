package org.teleost.plan;

import java.util.Optional;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.model.GenerativeModel;
import org.teleost.tree.TreeSample;

/**
 * A robot's loop: decide, act, observe, decide again. {@link #open(GenerativeModel)} makes one:
 *
 * <pre>{@code
 * try (ControlSession session = ControlSession.open(model)) {
 *     Decision decision = session.decide(Budget.ofMillis(100));
 *     ...
 *     session.observe(decision.action, observation);
 * }
 * }</pre>
 *
 * <p>Owns the solver and the belief; the time that {@link #observe} takes is subtracted from the next timed budget when
 * {@code beliefInsideBudget} is set.
 *
 * <p>With a planner on a device a particle filter runs there too, see {@link Planner#adopt}, and {@link #belief} is
 * fetched when somebody reads it, until the session is closed.
 */
public final class ControlSession implements AutoCloseable {
    private static final float[] NOTHING_ELSE = {};

    private final Solver solver;
    private final BeliefUpdater updater;
    private final ParticleBelief belief;
    private final boolean beliefInsideBudget;
    private final float[] lanes;
    private long beliefNanos;

    /**
     * A session with the settings that suit most problems and a particle filter over the model, its update inside the
     * budget. The tree takes 256 MiB, or a quarter of the heap where that is less.
     */
    public static ControlSession open(GenerativeModel model) {
        long quarter = Math.max(1, Runtime.getRuntime().maxMemory() / 4);
        PlannerSettings settings = PlannerSettings.defaults();
        return open(model, settings.with(s -> s.memoryBytes = Math.min(settings.memoryBytes(), quarter)));
    }

    /** The same with these settings. */
    public static ControlSession open(GenerativeModel model, PlannerSettings settings) {
        return open(model, settings, null);
    }

    /** The same with a shield that may refuse actions, null for none. */
    public static ControlSession open(GenerativeModel model, PlannerSettings settings, Shield shield) {
        Planner planner = new Planner(model, settings).withShield(shield);
        ParticleBelief belief = new ParticleBelief(model.layout(), settings.particles());
        ParticleFilter filter = new ParticleFilter(model, settings.particles(), settings.seed());
        return new ControlSession(planner, filter, belief, true);
    }

    /** A session of parts. */
    public ControlSession(Solver solver, BeliefUpdater updater, ParticleBelief belief, boolean beliefInsideBudget) {
        this.solver = solver;
        this.updater = solver.adopt(updater);
        this.belief = belief;
        this.beliefInsideBudget = beliefInsideBudget;
        lanes = new float[solver.model().layout().action().size()];
        this.updater.initialise(belief);
    }

    /** Plans from the current belief and returns a new decision. */
    public Decision decide(Budget budget) {
        Decision out = new Decision();
        decide(budget, out);
        return out;
    }

    /** Plans from the current belief into the caller's decision; allocates nothing. */
    public void decide(Budget budget, Decision out) {
        Budget rest = budget;
        if (beliefInsideBudget && budget.timed() && beliefNanos > 0) {
            rest = new Budget(Math.max(1, budget.nanos() - beliefNanos), budget.episodes(), budget.passes());
        }
        solver.plan(belief, rest, out);
        System.arraycopy(out.lanes, 0, lanes, 0, lanes.length);
    }

    /** Gives up the decision that is under way, or else the next, see {@link Solver#cancel}. Any thread. */
    public void cancel() {
        solver.cancel();
    }

    /** See {@link Solver#watch}. */
    public Optional<StepWatch> watch() {
        return solver.watch();
    }

    /** Copies the most visited rows of the tree that the last decision came from, see {@link Solver#sampleTree}. */
    public boolean sampleTree(int rows, TreeSample out) {
        return solver.sampleTree(rows, out);
    }

    /** {@link #observe(int, long, float[])} without further measurements. */
    public BeliefHealth observe(int action, long observation) {
        return observe(action, observation, NOTHING_ELSE);
    }

    /**
     * Carries the belief over one executed action; the health object is overwritten by the next call. Where actions are
     * continuous it is the last decision's action.
     */
    public BeliefHealth observe(int action, long observation, float[] percept) {
        return lanes.length > 0 ? observe(lanes, observation, percept) : update(action, observation, percept);
    }

    /** The same for an executed action with coordinates, which need not be the one that was decided. */
    public BeliefHealth observe(float[] action, long observation, float[] percept) {
        updater.executing(action);
        return update(0, observation, percept);
    }

    private BeliefHealth update(int action, long observation, float[] percept) {
        long start = System.nanoTime();
        BeliefHealth health = updater.update(belief, action, observation, percept);
        beliefNanos = System.nanoTime() - start;
        return health;
    }

    /** Nanoseconds of the last belief update. */
    public long beliefNanos() {
        return beliefNanos;
    }

    public ParticleBelief belief() {
        return belief;
    }

    @Override
    public void close() {
        solver.close();
    }
}
