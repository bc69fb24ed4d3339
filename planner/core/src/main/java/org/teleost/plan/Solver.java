package org.teleost.plan;

import java.util.Optional;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.tree.TreeSample;

/**
 * Decides from a belief within a budget: the {@link Planner}, and whatever it is compared with. Opened for one model
 * and one {@link PlannerSettings}, whose seed and the number of the decision key all random numbers. One caller at a
 * time.
 */
public interface Solver extends AutoCloseable {

    /**
     * Plans into the caller's decision, which has at least an action afterwards. A time limit is met whatever the model
     * costs, as far as a single step of it allows; a counted budget gives the same decision on every machine.
     */
    void plan(ParticleBelief belief, Budget budget, Decision out);

    /** Plans with the random streams of decision number {@code index}, to repeat a recorded decision. */
    void planAs(long index, ParticleBelief belief, Budget budget, Decision out);

    /** The model that it was opened for. */
    GenerativeModel model();

    /** A line for people: leaf values, bounds and constants that were settled for this model. */
    String method();

    /** The updater to use with this solver; most keep the one they are given. */
    default BeliefUpdater adopt(BeliefUpdater updater) {
        return updater;
    }

    /**
     * Gives up the decision that is under way, or else the next, which then throws a
     * {@link java.util.concurrent.CancellationException}. Any thread; solvers that can't be stopped finish theirs.
     */
    default void cancel() {}

    /** A look at the model's steps for another thread, empty where there is nothing to see. */
    default Optional<StepWatch> watch() {
        return Optional.empty();
    }

    /**
     * Says what the last decision led to, so that the next one can go on with what is known of it already.
     *
     * @return whether it will; {@link #startAfresh} takes it back
     */
    default boolean follow(int action, long observation) {
        return false;
    }

    /**
     * Goes on planning for what will be observed after the last decision's action, for {@link #follow} to find; the
     * belief must still be the one of the decision.
     *
     * @param action the action that is being executed
     * @param budget what to spend beside what the decision has spent
     * @param workers threads that may work on it, at least 1
     * @return episodes run, 0 when there is nothing to go on with
     */
    default long improve(int action, Budget budget, int workers) {
        return 0;
    }

    /** Ends {@link #improve} soon, the one under way or else the next. Any thread. */
    default void stopImproving() {}

    /** The next decision starts from nothing but its belief. */
    default void startAfresh() {}

    /** Copies the most visited rows of the last decision's tree; false when there is none to show. */
    default boolean sampleTree(int rows, TreeSample out) {
        return false;
    }

    /**
     * Tells somebody what planning does, null for nobody; before the first decision. Solvers may keep it to themselves.
     */
    default void report(Telemetry telemetry) {}

    /** Threads that plan beside the caller's. */
    default long[] workerThreadIds() {
        return new long[0];
    }

    @Override
    void close();
}
