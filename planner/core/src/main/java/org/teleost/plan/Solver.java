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

    /** Copies the most visited rows of the last decision's tree; false when there is none to show. */
    default boolean sampleTree(int rows, TreeSample out) {
        return false;
    }

    /** Threads that plan beside the caller's. */
    default long[] workerThreadIds() {
        return new long[0];
    }

    @Override
    void close();
}
