package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.teleost.tree.BeliefTree;

/** Counts and weights that must hold at every node and edge of a tree after a backup. */
final class TreeCheck {
    private TreeCheck() {}

    /** N(b,a) = sum over o of N(b,a,o) + terminals (+ visits whose child was refused, in a full tree). */
    static void visitsAddUp(BeliefTree tree, boolean full) {
        for (int edge = 0; edge < tree.edgeCount(); edge++) {
            long children = 0;
            for (int node = tree.edges.firstChild(edge); node >= 0; node = tree.nodes.nextSibling(node)) {
                assertThat(tree.nodes.parentEdge(node)).isEqualTo(edge);
                children += tree.nodes.visits(node);
            }
            long known = children + tree.edges.terminals(edge);
            assertThat(tree.edges.visits(edge)).as("edge %d", edge).isPositive();
            if (full) {
                assertThat(tree.edges.visits(edge)).as("edge %d", edge).isGreaterThanOrEqualTo((int) known);
            } else {
                assertThat((long) tree.edges.visits(edge)).as("edge %d", edge).isEqualTo(known);
            }
        }
    }

    /** N(b) = sum over a of N(b,a) + episodes that stopped at b, in a tree that was never full; the root holds all. */
    static void nodesCountWhatPassesThroughOrStops(BeliefTree tree, long episodes) {
        long[] through = new long[tree.nodeCount()];
        for (int edge = 0; edge < tree.edgeCount(); edge++) {
            through[tree.edges.node(edge)] += tree.edges.visits(edge);
        }
        assertThat(through[0]).isEqualTo(episodes);
        for (int node = 1; node < tree.nodeCount(); node++) {
            assertThat((long) tree.nodes.visits(node))
                    .as("node %d", node)
                    .isEqualTo(through[node] + tree.nodes.leafCount(node));
        }
    }

    /** The weights of the listed edges and the mass of the proposal are probabilities of sum 1, everything finite. */
    static void weightsSumToOne(BeliefTree tree) {
        for (int node = 0; node < tree.nodeCount(); node++) {
            double sum = tree.nodes.pool(node);
            int start = tree.nodes.slotStart(node);
            for (int slot = start; slot < start + tree.nodes.slotCount(node); slot++) {
                int edge = tree.slotEdge(slot);
                assertThat(tree.edges.node(edge)).isEqualTo(node);
                assertThat(tree.weight(edge)).as("edge %d", edge).isBetween(0.0, 1.0);
                assertThat(tree.actionValue(edge)).as("edge %d", edge).isFinite();
                sum += tree.weight(edge);
            }
            assertThat(tree.nodes.value(node)).as("node %d", node).isFinite();
            assertThat(sum).as("node %d", node).isCloseTo(1.0, within(1e-6));
        }
    }
}
