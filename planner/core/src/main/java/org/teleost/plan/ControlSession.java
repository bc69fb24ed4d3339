package org.teleost.plan;

import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.tree.TreeSample;

/**
 * A robot's loop: decide, act, observe, decide again. Owns the belief; the time that {@link #observe} takes is
 * subtracted from the next timed budget when {@code beliefInsideBudget} is set.
 *
 * <p>With a planner on a device a particle filter runs there too, see {@link Planner#adopt}, and {@link #belief} is
 * fetched when somebody reads it, until the session is closed.
 */
public final class ControlSession implements AutoCloseable {
    private final Planner planner;
    private final BeliefUpdater updater;
    private final ParticleBelief belief;
    private final boolean beliefInsideBudget;
    private long beliefNanos;

    public ControlSession(Planner planner, BeliefUpdater updater, ParticleBelief belief, boolean beliefInsideBudget) {
        this.planner = planner;
        this.updater = planner.adopt(updater);
        this.belief = belief;
        this.beliefInsideBudget = beliefInsideBudget;
        this.updater.initialise(belief);
    }

    /** Plans from the current belief. */
    public void decide(Budget budget, Decision out) {
        Budget rest = budget;
        if (beliefInsideBudget && budget.timed() && beliefNanos > 0) {
            rest = new Budget(Math.max(1, budget.nanos() - beliefNanos), budget.episodes(), budget.passes());
        }
        planner.plan(belief, rest, out);
    }

    /** Copies the most visited rows of the tree that the last decision came from, see {@link Planner#sampleTree}. */
    public boolean sampleTree(int rows, TreeSample out) {
        return planner.sampleTree(rows, out);
    }

    /** Carries the belief over one executed action; the health object is overwritten by the next call. */
    public BeliefHealth observe(int action, long observation, float[] percept) {
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
        planner.close();
    }
}
