package org.teleost.experiments.runner;

import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.Outcome;
import org.teleost.plan.Decision;
import org.teleost.problem.World;
import org.teleost.tree.TreeSample;

/** Two observers of one episode; both are closed even if the first fails to. */
record ObserverPair(EpisodeObserver first, EpisodeObserver second) implements EpisodeObserver {

    @Override
    public void started(World world, ParticleBelief belief) {
        first.started(world, belief);
        second.started(world, belief);
    }

    @Override
    public void decided(int step, World world, ParticleBelief belief, Decision decision) {
        first.decided(step, world, belief, decision);
        second.decided(step, world, belief, decision);
    }

    @Override
    public int treeRows() {
        return Math.max(first.treeRows(), second.treeRows());
    }

    @Override
    public void searched(int step, TreeSample tree) {
        if (first.treeRows() > 0) {
            first.searched(step, tree);
        }
        if (second.treeRows() > 0) {
            second.searched(step, tree);
        }
    }

    @Override
    public void stepped(int step, World world, Outcome outcome, ParticleBelief belief, BeliefHealth health) {
        first.stepped(step, world, outcome, belief, health);
        second.stepped(step, world, outcome, belief, health);
    }

    @Override
    public void close() {
        try (second) {
            first.close();
        }
    }
}
