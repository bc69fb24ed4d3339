package org.teleost.backup;

import org.teleost.tree.BeliefTree;
import org.teleost.tree.NodeTensor;
import org.teleost.tree.TouchedNodes;

/**
 * By how much values change once their nodes are searched, on average: where actions are sampled without end, a leaf
 * value that promises too much would make every new action look better than those that were looked into. The leaf
 * values of nodes without actions are corrected by it. One thread, in the order of the touched nodes.
 */
final class LeafBias {
    /** Visits of a node that was searched. */
    private static final int SEARCHED = 32;

    private final BeliefTree tree;
    private final NodeTensor nodes;
    private final TouchedNodes touched;
    private double value;

    LeafBias(BeliefTree tree, TouchedNodes touched) {
        this.tree = tree;
        nodes = tree.nodes;
        this.touched = touched;
    }

    void clear() {
        value = 0.0;
    }

    /** Mean change of the searched nodes' values, 0 where actions are ids. */
    double value() {
        return value;
    }

    /** Looks at the nodes of the pass after their update. */
    void learn() {
        if (tree.actionLanes() == 0) {
            return;
        }
        double sum = 0.0;
        int count = 0;
        for (int level = 1; level < touched.levels(); level++) {
            for (int i = touched.begin(level); i < touched.end(level); i++) {
                int node = touched.node(i);
                if (nodes.slotCount(node) > 0 && nodes.leafCount(node) > 0 && nodes.visits(node) >= SEARCHED) {
                    sum += nodes.value(node) - nodes.leafSum(node) / nodes.leafCount(node);
                    count++;
                }
            }
        }
        value = count > 0 ? 0.5 * (value + sum / count) : value;
    }
}
