package org.teleost.plan;

import java.util.Optional;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.DeclaredNumbers;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TreeSample;

/**
 * Vectorised online POMDP planning (VOPP, arXiv 2510.27191) with the reference-policy updates of PORPP (arXiv
 * 2507.12186): passes of search and backup over one tree until the budget is spent. Construct once, plan often; all
 * memory is taken at construction. Not thread-safe, but for {@link #cancel} and {@link #watch}: one caller at a time.
 */
public final class Planner implements Solver {
    private final GenerativeModel model;
    private final PlannerSettings settings;
    private final PlanningEngine engine;
    private final Explanation explanation;
    private long decision;
    private boolean closed;

    /** Plans on the host: allocates the tree and starts the worker threads. */
    public Planner(GenerativeModel model, PlannerSettings settings) {
        this(model, settings, new HostEngine(DeclaredNumbers.checked(model), settings));
    }

    /** Plans on an engine that was opened for the same model and settings, and closes it. */
    public Planner(GenerativeModel model, PlannerSettings settings, PlanningEngine engine) {
        this.model = DeclaredNumbers.checked(model);
        this.settings = settings;
        this.engine = engine;
        explanation = new Explanation(model.actionCount());
    }

    /** Lets {@code shield} refuse actions from now on, null for none; returns this planner. */
    public Planner withShield(Shield shield) {
        explanation.setShield(shield);
        return this;
    }

    /** Plans and returns a new decision. */
    public Decision plan(ParticleBelief belief, Budget budget) {
        Decision out = new Decision();
        plan(belief, budget, out);
        return out;
    }

    /** Plans into the caller's decision; allocates nothing. */
    @Override
    public void plan(ParticleBelief belief, Budget budget, Decision out) {
        planAs(decision++, belief, budget, out);
    }

    /** Plans with the random streams of decision number {@code index}, to repeat a recorded decision. */
    @Override
    public void planAs(long index, ParticleBelief belief, Budget budget, Decision out) {
        long start = System.nanoTime();
        if (closed) {
            throw new IllegalStateException("planner is closed");
        }
        if (belief.size() != settings.particles()) {
            throw new IllegalArgumentException("belief has particles=" + belief.size() + ", settings.particles="
                    + settings.particles() + "; give both the same number");
        }
        try {
            engine.run(belief, index, budget, start, out);
        } catch (Error e) {
            throw ModelException.in(model, "decision " + index, e);
        }
        out.useLanes(model.layout().action().size());
        out.fallbackReason = null;
        explanation.explain(belief, engine.root(), out);
        long end = System.nanoTime();
        out.planningNanos = end - start;
        out.overshootNanos = budget.timed() ? Math.max(0, end - start - budget.nanos()) : 0;
        engine.answered(out.overshootNanos);
    }

    @Override
    public void report(Telemetry telemetry) {
        engine.report(telemetry);
    }

    /**
     * Gives up the decision that is under way, or else the next: {@code plan} throws a
     * {@link java.util.concurrent.CancellationException} as soon as the steps that the model is in have returned, and
     * the planner is ready for another. The one method, with {@link #watch}, that other threads may call. An engine on
     * a device finishes its decision.
     */
    @Override
    public void cancel() {
        engine.cancel();
    }

    /** A look at the model's steps from another thread, to notice one that does not return. */
    @Override
    public Optional<StepWatch> watch() {
        return Optional.of(new StepWatch(engine));
    }

    /** With {@code reuseTree}: keeps the tree below the action and the observation, if there is one. */
    @Override
    public boolean follow(int action, long observation) {
        return settings.reuseTree() && engine.follow(action, observation);
    }

    /** With {@code reuseTree}: without it nobody would find the result. */
    @Override
    public long improve(int action, Budget budget, int workers) {
        try {
            return settings.reuseTree() && !closed ? engine.improve(action, budget, workers) : 0;
        } catch (Error e) {
            throw ModelException.in(model, "planning while acting", e);
        }
    }

    @Override
    public void stopImproving() {
        engine.stopImproving();
    }

    @Override
    public void startAfresh() {
        engine.startAfresh();
    }

    /**
     * Copies the most visited rows of the last decision's tree; takes time of its own, outside any budget, and changes
     * no decision.
     *
     * @param rows at most this many, 1 to {@link TreeSample#MOST_ROWS}
     * @return false if the engine keeps its tree to itself
     * @throws IllegalStateException before the first decision
     */
    @Override
    public boolean sampleTree(int rows, TreeSample out) {
        return engine.sampleTree(rows, out);
    }

    /**
     * The updater to use with this planner: on a device a {@link org.teleost.belief.ParticleFilter} over the planner's
     * model becomes one that keeps the particles there; any other updater, and any on the host, is returned as it is.
     * To be asked before the first {@link BeliefUpdater#initialise}; the loops of {@code org.teleost.control} do so.
     */
    @Override
    public BeliefUpdater adopt(BeliefUpdater updater) {
        return engine.adopt(updater);
    }

    /** For tests of the host engine. */
    BeliefTree tree() {
        return ((HostEngine) engine).tree();
    }

    /** Threads that plan beside the caller's. */
    @Override
    public long[] workerThreadIds() {
        return engine.workerThreadIds();
    }

    /** Whether leaf values or the treatment of observations are the planner's own rather than the model's. */
    public boolean findsItsMethod() {
        return engine.findsLeafValues() || engine.sharesObservations();
    }

    /** Which leaf value the search uses and why, and how it treats observations: a line for people. */
    @Override
    public String method() {
        boolean box = model.layout().action().size() > 0;
        return "leaf value: " + engine.leafText() + "; observations: "
                + (engine.sharesObservations() ? "seen once, children shared by likelihood" : "a child each")
                + (box ? "; actions: around an open-loop plan and the best so far" : "");
    }

    @Override
    public GenerativeModel model() {
        return model;
    }

    public PlannerSettings settings() {
        return settings;
    }

    /** Ends the engine: its threads, or its hold on a device. */
    @Override
    public void close() {
        closed = true;
        engine.close();
    }
}
