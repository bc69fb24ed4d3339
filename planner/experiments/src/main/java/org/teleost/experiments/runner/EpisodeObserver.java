package org.teleost.experiments.runner;

import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.Outcome;
import org.teleost.plan.Decision;
import org.teleost.problem.World;
import org.teleost.tree.TreeSample;

/** Watches one episode from the inside, for example to write a trace; called between decisions, never during one. */
public interface EpisodeObserver extends AutoCloseable {
    /** Sees nothing. */
    EpisodeObserver NONE = new EpisodeObserver() {};

    /** The world and the first belief (null without one) are ready. */
    default void started(World world, ParticleBelief belief) {}

    /** An action was chosen; the world and the belief are still those that it was chosen in. */
    default void decided(int step, World world, ParticleBelief belief, Decision decision) {}

    /** Rows of the belief tree that {@link #searched} wants to see, 0 for none. */
    default int treeRows() {
        return 0;
    }

    /** The tree that the decision came from; follows {@link #decided} of a policy that has one. Valid in this call. */
    default void searched(int step, TreeSample tree) {}

    /** The action was executed; {@code health} is null without a belief update. */
    default void stepped(int step, World world, Outcome outcome, ParticleBelief belief, BeliefHealth health) {}

    /** The episode ended or failed. */
    @Override
    default void close() {}

    /** Both see everything, this one first. */
    default EpisodeObserver and(EpisodeObserver other) {
        return other == NONE ? this : this == NONE ? other : new ObserverPair(this, other);
    }
}
