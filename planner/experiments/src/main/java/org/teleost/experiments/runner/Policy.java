package org.teleost.experiments.runner;

import java.util.Optional;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.plan.Decision;
import org.teleost.plan.StepWatch;
import org.teleost.tree.TreeSample;

/** Decides in one episode; created per episode by a {@link PolicyFactory}, used by one thread. */
public interface Policy extends AutoCloseable {

    /** Fills {@code out}, at least its action. */
    void decide(Decision out);

    /** Gives up the decision under way, which then throws a CancellationException. Any thread. */
    default void cancel() {}

    /** A look at the model's steps for another thread, empty when there is nothing to see. */
    default Optional<StepWatch> watch() {
        return Optional.empty();
    }

    /** Copies at most {@code rows} rows of the tree that the last decision came from; false when there is none. */
    default boolean sampleTree(int rows, TreeSample out) {
        return false;
    }

    /** A line for people where the planner found a method of its own for the problem; empty otherwise. */
    default String method() {
        return "";
    }

    /** Hears what the executed action led to; returns null when the policy keeps no belief. */
    default BeliefHealth observe(int action, long observation, float[] percept) {
        return null;
    }

    /** The belief that decisions are made on, null when there is none. */
    default ParticleBelief belief() {
        return null;
    }

    /** Nanoseconds that the last {@link #observe} spent on the belief. */
    default long beliefNanos() {
        return 0;
    }

    /** Threads that plan, for counting what they allocate. */
    default long[] planningThreads() {
        return new long[] {Thread.currentThread().getId()};
    }

    @Override
    default void close() {}
}
