package org.teleost.control;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ResilientUpdater;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Solver;
import org.teleost.plan.StepWatch;
import org.teleost.tree.TreeSample;

/**
 * Decide, act, observe, decide again, all on the caller's thread, with any solver and any updater: what a series of
 * simulated episodes needs. A robot is better off with a {@link ControlSession}, which runs one of these on a thread of
 * its own.
 *
 * <p>Owns the solver and the belief; the time that {@link #observe} takes is subtracted from the next timed budget when
 * {@code beliefInsideBudget} is set. With a planner on a device a particle filter runs there too, see
 * {@link Solver#adopt}, and {@link #belief} is fetched when somebody reads it, until the loop is closed.
 */
public final class DecisionLoop implements AutoCloseable {
    private static final float[] NOTHING_ELSE = {};

    private final Solver solver;
    private final BeliefUpdater updater;
    private final ParticleBelief belief;
    private final boolean beliefInsideBudget;
    private final float[] lanes;
    private final StepLog log;
    private final CommittedActions committed;
    private long beliefNanos;
    private long decisions;
    private long steps;
    private int unobserved;
    private int followed;
    private int followedAction;
    private long followedObservation;
    private long improved;
    private TreePath path = TreePath.FRESH;
    private ParticleBelief decidedFrom;

    /** A loop of parts. */
    public DecisionLoop(Solver solver, BeliefUpdater updater, ParticleBelief belief, boolean beliefInsideBudget) {
        this(solver, updater, belief, beliefInsideBudget, CommittedActions.NONE);
    }

    DecisionLoop(
            Solver solver,
            BeliefUpdater updater,
            ParticleBelief belief,
            boolean beliefInsideBudget,
            CommittedActions committed) {
        this.solver = solver;
        this.updater = solver.adopt(updater);
        this.belief = belief;
        this.beliefInsideBudget = beliefInsideBudget;
        this.committed = committed;
        lanes = new float[solver.model().layout().action().size()];
        log = new StepLog(lanes.length);
        this.updater.initialise(belief);
        if (committed.delay() > 0) {
            resilient("actuation delay");
        }
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
        // where actions take effect later, the belief at that time is what counts
        ParticleBelief from = committed.delay() > 0 ? committed.ahead(belief, (ResilientUpdater) updater) : belief;
        path = followed == 0 ? TreePath.FRESH : new TreePath(followed, followedAction, followedObservation, improved);
        followed = 0;
        improved = 0;
        decidedFrom = from;
        solver.planAs(decisions++, from, rest, out);
        System.arraycopy(out.lanes, 0, lanes, 0, lanes.length);
        committed.add(out.action, out.lanes);
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
        return observe(lanes.length > 0 ? 0 : action, lanes, observation, percept);
    }

    /** The same for an executed action with coordinates, which need not be the one that was decided. */
    public BeliefHealth observe(float[] action, long observation, float[] percept) {
        return observe(0, action, observation, percept);
    }

    BeliefHealth observe(int action, float[] executed, long observation, float[] percept) {
        long start = System.nanoTime();
        BeliefHealth health = apply(action, executed, observation, percept);
        log.add(action, executed, observation, percept);
        follow(action, observation, health);
        unobserved = 0;
        executed();
        beliefNanos = System.nanoTime() - start;
        return health;
    }

    /**
     * Carries the belief over an executed action whose observation did not come, or not yet: see {@link #observeLate}.
     *
     * @return health of the new belief; {@link #step} - 1 is the step's number
     */
    public BeliefHealth observeNothing(int action) {
        return observeNothing(lanes.length > 0 ? 0 : action, lanes);
    }

    BeliefHealth observeNothing(int action, float[] executed) {
        ResilientUpdater able = resilient("an observation that did not come");
        long start = System.nanoTime();
        if (!log.isOpen()) {
            log.open(belief, able.mark(), steps);
        }
        startAfresh();
        BeliefHealth health = drift(able, action, executed);
        log.addUnobserved(action, executed);
        unobserved++;
        executed();
        beliefNanos = System.nanoTime() - start;
        return health;
    }

    /**
     * Uses an observation of an earlier step that {@link #observeNothing} was called for: the belief goes back to where
     * it was and over the steps since once more.
     *
     * @param step number of the step, from 0
     * @return health of the belief, null when it came too late: more than {@link StepLog#CAPACITY} steps ago, or the
     *     step had an observation
     */
    public BeliefHealth observeLate(long step, long observation, float[] percept) {
        ResilientUpdater able = resilient("a late observation");
        long start = System.nanoTime();
        if (!log.fill(step, observation, percept)) {
            return null;
        }
        startAfresh();
        log.restore(belief);
        able.rewind(log.mark());
        BeliefHealth health = null;
        unobserved = 0;
        for (int i = 0; i < log.size(); i++) {
            float[] executed = log.lanes(i);
            if (log.isObserved(i)) {
                health = apply(log.action(i), executed, log.observation(i), log.percept(i));
                unobserved = 0;
            } else {
                health = drift(able, log.action(i), executed);
                unobserved++;
            }
        }
        log.closeIfComplete();
        beliefNanos = System.nanoTime() - start;
        return health;
    }

    /** The tree goes on where it was made for the belief that there is now. */
    private void follow(int action, long observation, BeliefHealth health) {
        if (committed.delay() == 0 && health.trustworthy() && solver.follow(action, observation)) {
            followed++;
            followedAction = action;
            followedObservation = observation;
        } else {
            startAfresh();
        }
    }

    private void startAfresh() {
        solver.startAfresh();
        followed = 0;
    }

    /** Plans on while the last decision's action is executed; returns the episodes run. */
    void improve(int action, Budget budget, int workers) {
        improved += solver.improve(action, budget, workers);
    }

    /** How the last decision's tree came to be. */
    TreePath path() {
        return path;
    }

    /** The belief that the last decision was made from. */
    ParticleBelief decidedFrom() {
        return decidedFrom;
    }

    private void executed() {
        steps++;
        committed.executed();
    }

    private BeliefHealth apply(int action, float[] executed, long observation, float[] percept) {
        if (lanes.length > 0) {
            updater.executing(executed);
        }
        return updater.update(belief, action, observation, percept);
    }

    private BeliefHealth drift(ResilientUpdater able, int action, float[] executed) {
        if (lanes.length > 0) {
            able.executing(executed);
        }
        return able.updateUnobserved(belief, action);
    }

    void requireAction(int action) {
        if (lanes.length == 0 && (action < 0 || action >= solver.model().actionCount())) {
            throw new IllegalArgumentException("action=" + action + "; allowed range 0 to "
                    + (solver.model().actionCount() - 1));
        }
    }

    void requireResilient(String what) {
        resilient(what);
    }

    private ResilientUpdater resilient(String what) {
        if (updater instanceof ResilientUpdater able) {
            return able;
        }
        throw new UnsupportedOperationException(
                "updater=" + updater.getClass().getName() + " is no ResilientUpdater, which " + what + " needs");
    }

    /** Steps taken so far: the number of the next one. */
    public long step() {
        return steps;
    }

    /** Decisions made so far: the number of the next one, which keys its random streams. */
    public long decisions() {
        return decisions;
    }

    /** Steps in a row, up to now, whose observations are missing. */
    public int unobserved() {
        return unobserved;
    }

    /** Nanoseconds of the last belief update. */
    public long beliefNanos() {
        return beliefNanos;
    }

    public ParticleBelief belief() {
        return belief;
    }

    /** The model that it decides for. */
    public GenerativeModel model() {
        return solver.model();
    }

    /** Writes belief, history and positions of the random streams, see {@link SessionFile}. */
    void save(DataOutput out) throws IOException {
        out.writeLong(decisions);
        out.writeLong(steps);
        out.writeInt(unobserved);
        committed.save(out);
        resilient("saving").save(out);
        belief.save(out);
    }

    void load(DataInput in) throws IOException {
        startAfresh();
        decisions = in.readLong();
        steps = in.readLong();
        unobserved = in.readInt();
        committed.load(in);
        log.close();
        resilient("loading").load(in);
        belief.load(in);
    }

    @Override
    public void close() {
        solver.close();
    }
}
