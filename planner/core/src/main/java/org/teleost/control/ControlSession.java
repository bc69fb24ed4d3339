package org.teleost.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Preview;
import org.teleost.plan.Shield;
import org.teleost.plan.Solver;
import org.teleost.plan.StepWatch;
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
 * <p>Planning and belief updates run on the session's own thread, {@code teleost-session}, and the planner's,
 * {@code teleost-planner-1} and so on. With a {@link Fallback} the caller never waits past its deadline, whatever the
 * model does, and always gets an action. {@link #observe} waits for the belief, {@link #tell} hands an observation over
 * and returns at once; either way the next decision uses it, within its own deadline.
 *
 * <p>One caller at a time, but for {@link #cancel}, {@link #health} and {@link #close}.
 */
public final class ControlSession implements AutoCloseable {
    private static final float[] NOTHING_ELSE = {};

    private final LongSupplier clock;
    private final DecisionLoop loop;
    private final SessionThread thread;
    private final Fallback fallback;
    private final boolean beliefInsideBudget;
    private final HandOver handOver = new HandOver();
    private final BeliefHealth shown = new BeliefHealth();
    private final Optional<StepWatch> watch;
    private final float[] lanes;
    private long waitedNanos;
    private long told;

    ControlSession(
            DecisionLoop loop,
            Solver solver,
            Fallback fallback,
            boolean beliefInsideBudget,
            SessionThread.Acting acting,
            LongSupplier clock) {
        this.clock = clock;
        this.loop = loop;
        this.fallback = fallback;
        this.beliefInsideBudget = beliefInsideBudget;
        lanes = new float[loop.model().layout().action().size()];
        watch = solver.watch();
        thread = new SessionThread(loop, solver, acting, clock);
    }

    /** A session with the settings that suit most problems and a particle filter over the model. */
    public static ControlSession open(GenerativeModel model) {
        return of(model).open();
    }

    /** The same with these settings. */
    public static ControlSession open(GenerativeModel model, PlannerSettings settings) {
        return of(model).settings(settings).open();
    }

    /** The same with a shield that may refuse actions, null for none. */
    public static ControlSession open(GenerativeModel model, PlannerSettings settings, Shield shield) {
        return of(model).settings(settings).shield(shield).open();
    }

    /** A session to be set up further. */
    public static SessionSetup of(GenerativeModel model) {
        return new SessionSetup(model);
    }

    /** Plans from the current belief and returns a new decision. */
    public Decision decide(Budget budget) {
        Decision out = new Decision();
        decide(budget, out);
        return out;
    }

    /** The same with nothing but a time limit. */
    public Decision decide(Duration within) {
        return decide(new Budget(within.toNanos(), Long.MAX_VALUE, Integer.MAX_VALUE));
    }

    /**
     * Plans into the caller's decision; allocates nothing. A time limit counts from the call and includes the belief
     * updates that are still to be made.
     *
     * <p>With a fallback it returns by the deadline: with the plan, or with the fallback's action and
     * {@link Decision#fallbackReason}. Without one it waits for the plan, and throws what went wrong.
     */
    public void decide(Budget budget, Decision out) {
        long start = clock.getAsLong();
        long deadline = deadline(start, budget);
        waitedNanos = 0;
        out.useLanes(lanes.length);
        long ticket = thread.ask(budget, handOver.planBy(deadline, budget));
        boolean answered = thread.await(ticket, fallback == null ? Long.MAX_VALUE : deadline);
        Throwable failure = answered ? thread.failure() : null;
        if (answered && failure == null) {
            out.copyFrom(thread.plan());
        } else if (fallback != null) {
            fallBack(answered ? textOf(failure) : late(budget), out);
        } else {
            rethrow(failure);
        }
        System.arraycopy(out.lanes, 0, lanes, 0, lanes.length);
        long end = clock.getAsLong();
        out.planningNanos = end - start;
        out.overshootNanos = deadline == Long.MAX_VALUE ? 0 : Math.max(0, end - deadline);
        handOver.answered(answered, out.overshootNanos);
    }

    private long deadline(long start, Budget budget) {
        if (!budget.timed() || start > Long.MAX_VALUE - budget.nanos()) {
            return Long.MAX_VALUE;
        }
        return start + Math.max(1, budget.nanos() - (beliefInsideBudget ? waitedNanos : 0));
    }

    private void fallBack(String reason, Decision out) {
        out.clear();
        out.fallbackReason = reason;
        fallback.choose(reason, out);
        if (lanes.length == 0 && (out.action < 0 || out.action >= loop.model().actionCount())) {
            throw new IllegalStateException("the fallback chose action " + out.action + "; allowed 0 to "
                    + (loop.model().actionCount() - 1));
        }
        thread.fellBack(reason);
    }

    private String late(Budget budget) {
        if (thread.isClosed()) {
            return "the session was closed";
        }
        String stuck = watch.flatMap(steps -> steps.look(clock.getAsLong(), budget.nanos()))
                .map(step -> "; a step of the model has not returned: " + step)
                .orElse("");
        return "no plan within " + budget.text() + stuck;
    }

    private static String textOf(Throwable failure) {
        String text = failure.getMessage();
        return text == null || text.isEmpty() ? failure.getClass().getName() : text;
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("the session is closed");
    }

    /** {@link #observe(int, long, float[])} without further measurements. */
    public BeliefHealth observe(int action, long observation) {
        return observe(action, observation, NOTHING_ELSE);
    }

    /**
     * Carries the belief over one executed action, waits until it is done and returns the belief's health, which the
     * next call overwrites. Where actions are continuous it is the last decision's action. Throws what the model threw.
     */
    public BeliefHealth observe(int action, long observation, float[] percept) {
        tell(action, observation, percept);
        return await(told);
    }

    /** The same for an executed action with coordinates, which need not be the one that was decided. */
    public BeliefHealth observe(float[] action, long observation, float[] percept) {
        tell(action, observation, percept);
        return await(told);
    }

    /** Hands an observation over and returns at once; the next decision uses it. Trouble shows in {@link #health}. */
    public void tell(int action, long observation) {
        tell(action, observation, NOTHING_ELSE);
    }

    /** The same with further measurements. */
    public void tell(int action, long observation, float[] percept) {
        loop.requireAction(action);
        told = thread.tell(SessionThread.OBSERVED, lanes.length > 0 ? 0 : action, lanes, observation, percept);
    }

    /** The same for an executed action with coordinates. */
    public void tell(float[] action, long observation, float[] percept) {
        loop.model().layout().action().check(action);
        told = thread.tell(SessionThread.OBSERVED, 0, action, observation, percept);
    }

    /**
     * Says that an action was executed and its observation did not come; returns at once. Should it come after all,
     * {@link #tellLate} takes it.
     */
    public void tellNothing(int action) {
        loop.requireResilient("an observation that did not come");
        loop.requireAction(action);
        told = thread.tell(SessionThread.NOTHING, lanes.length > 0 ? 0 : action, lanes, 0, NOTHING_ELSE);
    }

    /**
     * Hands over an observation of an earlier step, at most {@value StepLog#CAPACITY} steps ago; returns at once. One
     * that comes even later counts in {@link ControlHealth#lost}.
     *
     * @param step number of the step, from 0 for the session's first action
     */
    public void tellLate(long step, long observation, float[] percept) {
        loop.requireResilient("a late observation");
        told = thread.tell(SessionThread.LATE, step, observation, percept);
    }

    /**
     * Waits until the belief knows everything that it was told, and returns its health; throws what the model threw
     * since the last call of this or {@link #observe}.
     */
    public BeliefHealth awaitBelief() {
        return await(0);
    }

    private BeliefHealth await(long number) {
        long start = clock.getAsLong();
        thread.awaitApplied(told);
        waitedNanos += clock.getAsLong() - start;
        Throwable failure = thread.takeBeliefFailure(number);
        if (failure != null || thread.isClosed()) {
            rethrow(failure);
        }
        thread.copyHealth(shown);
        return shown;
    }

    /** What to look at before trusting the session; never waits for planning or the belief. Any thread. */
    public ControlHealth health() {
        return thread.health();
    }

    /** Gives up the decision that is under way, or else the next, see {@link Solver#cancel}. Any thread. */
    public void cancel() {
        loop.cancel();
    }

    /** See {@link Solver#watch}. */
    public Optional<StepWatch> watch() {
        return loop.watch();
    }

    /** Copies the most visited rows of the tree that the last decision came from, see {@link Solver#sampleTree}. */
    public boolean sampleTree(int rows, TreeSample out) {
        thread.awaitIdle();
        return loop.sampleTree(rows, out);
    }

    /**
     * What would be done after the last decision's action, by observation, see {@link Preview}.
     *
     * @param depth actions to look ahead, the decided one included
     */
    public Preview preview(Decision decision, int depth) {
        TreeSample tree = new TreeSample();
        boolean shown = sampleTree(Preview.ROWS, tree);
        return Preview.of(shown ? tree : new TreeSample(), decision.action, depth);
    }

    /** The belief; to be read between {@link #observe} or {@link #awaitBelief} and the next call. */
    public ParticleBelief belief() {
        return loop.belief();
    }

    /**
     * Writes belief, remembered history and the positions of the random streams, so that a robot can be restarted in
     * the middle. The file appears whole or not at all. Steps that still wait for a late observation are written as
     * steps without one.
     *
     * @throws IOException that names the file
     */
    public void save(Path file) throws IOException {
        awaitBelief();
        thread.awaitIdle();
        SessionFile.write(file, SessionFile.encode(loop));
    }

    /**
     * Goes on where a session was saved; model, particles, seed and actuation delay must be the same.
     *
     * @throws IOException that names the file and what is wrong with it
     */
    public void restore(Path file) throws IOException {
        awaitBelief();
        thread.awaitIdle();
        SessionFile.read(file, loop);
    }

    /** Threads that plan, update the belief, or both. */
    public long[] threadIds() {
        return thread.threadIds();
    }

    /**
     * Ends the threads and gives the memory back. A decision under way ends with the fallback, or throws; a model that
     * does not return from a step is left behind after two seconds.
     */
    @Override
    public void close() {
        thread.close();
    }
}
