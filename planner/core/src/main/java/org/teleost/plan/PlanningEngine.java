package org.teleost.plan;

import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.tree.TreeSample;

/**
 * What runs the planning passes of a {@link Planner}: the host's threads, or a device. All memory is taken when an
 * engine is opened. Not thread-safe: one caller at a time.
 */
public interface PlanningEngine extends AutoCloseable {
    /**
     * Runs passes until the budget is spent and sets passes, episodes, simulatedSteps, treeFull, effectiveEta, value,
     * nodes, edges and depth of the decision.
     *
     * @param decision number of the decision, which keys its random streams
     * @param start {@link System#nanoTime} when the decision began
     */
    void run(ParticleBelief belief, long decision, Budget budget, long start, Decision out);

    /**
     * The updater that carries beliefs where the engine plans, so that particles need not travel: {@code updater}
     * itself, or a fresh one that does the same on a device. It works for as long as the engine is open.
     */
    default BeliefUpdater adopt(BeliefUpdater updater) {
        return updater;
    }

    /**
     * Gives up the decision that is under way, or else the next: {@link #run} ends with a
     * {@link java.util.concurrent.CancellationException} once the model's running steps have returned. Any thread may
     * call this; an engine that can't be stopped finishes its decision.
     */
    default void cancel() {}

    /** See {@link Solver#report}. */
    default void report(Telemetry telemetry) {}

    /** Threads whose steps can be watched, 0 if none. */
    default int workers() {
        return 0;
    }

    /** Steps of the model that each worker has begun and ended by now, odd while it is in one. Any thread. */
    default void stepsByNow(long[] out) {}

    /** The step that a worker is in, in words. Any thread. */
    default String stepText(int worker) {
        return "";
    }

    /** Where leaf values come from, for people. */
    default String leafText() {
        return "the model's own leaf value";
    }

    /** Whether leaf values come from the engine rather than from the model. */
    default boolean findsLeafValues() {
        return false;
    }

    /** Whether episodes with different observations share children of the tree. */
    default boolean sharesObservations() {
        return false;
    }

    /**
     * Keeps the part of the tree that lies below an action of the root and its observation for the next {@link #run},
     * which then starts from it.
     *
     * @return false if there is nothing to keep, or the engine keeps nothing: the next run starts afresh
     */
    default boolean follow(int action, long observation) {
        return false;
    }

    /**
     * Goes on planning from the belief of the last run for what will be observed after an action of the root, which is
     * about to be executed, so that {@link #follow} finds more. Ends when the budget is spent, when the tree is full,
     * or soon after {@link #stopImproving}.
     *
     * @param budget what to spend beside what the run has spent
     * @param workers threads that may work on it
     * @return episodes run, 0 if the engine can't
     */
    default long improve(int action, Budget budget, int workers) {
        return 0;
    }

    /** Ends {@link #improve}, the one under way or else the next. Any thread. */
    default void stopImproving() {}

    /** Takes back {@link #follow}: the next run starts afresh. */
    default void startAfresh() {}

    /** The root of the tree that the last run left. */
    RootView root();

    /**
     * Copies the most visited rows of the tree that the last run left, outside any budget.
     *
     * @param rows at most this many, 1 to {@link TreeSample#MOST_ROWS}
     * @return false if the engine keeps its tree to itself
     */
    default boolean sampleTree(int rows, TreeSample out) {
        return false;
    }

    /** Tells by how many nanoseconds the answer was late, 0 when in time. */
    default void answered(long late) {}

    /** Threads that plan beside the caller's. */
    default long[] workerThreadIds() {
        return new long[0];
    }

    /** Bytes of a device's memory that the engine holds; 0 on the host. */
    default long deviceBytes() {
        return 0;
    }

    @Override
    void close();
}
