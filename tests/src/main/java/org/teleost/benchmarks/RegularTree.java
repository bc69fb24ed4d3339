package org.teleost.benchmarks;

import org.teleost.tree.BeliefTree;
import org.teleost.tree.EdgeTensor;
import org.teleost.tree.NodeTensor;
import org.teleost.tree.TouchedNodes;

/** A belief tree with the same actions and observations at every node down to a depth, and visits to its leaves. */
final class RegularTree {
    private static final int ACTIONS = 3;
    private static final int OBSERVATIONS = 2;
    private static final long MEMORY_BYTES = 64L << 20;
    private static final int FIRST_PASS = 1;

    final BeliefTree tree = new BeliefTree(MEMORY_BYTES);
    final TouchedNodes touched;
    private final NodeTensor nodes = tree.nodes;
    private final EdgeTensor edges = tree.edges;
    private final int[] path;
    private final int firstLeaf;
    private int pass;

    RegularTree(int depth) {
        touched = new TouchedNodes(tree.capacity(), depth + 1);
        path = new int[depth];
        tree.reset();
        int level = 0;
        for (int d = 0; d < depth; d++) {
            int end = tree.nodeCount();
            for (int node = level; node < end; node++) {
                tree.ensureRoom(ACTIONS * OBSERVATIONS);
                grow(node, d + 1);
            }
            level = end;
        }
        firstLeaf = level;
    }

    private void grow(int node, int depth) {
        for (int action = 0; action < ACTIONS; action++) {
            int edge = tree.newEdge(node, action, FIRST_PASS);
            for (int observation = 0; observation < OBSERVATIONS; observation++) {
                tree.newNode(edge, observation, depth, FIRST_PASS);
            }
        }
    }

    /** Books one episode to every leaf, as the search does; returns the number of the pass. */
    int visitEveryLeaf() {
        pass++;
        touched.clear();
        for (int leaf = firstLeaf; leaf < tree.nodeCount(); leaf++) {
            visit(leaf);
            nodes.addLeaf(leaf, leaf & 7);
        }
        return pass;
    }

    private void visit(int leaf) {
        int node = leaf;
        for (int d = path.length - 1; d >= 0; d--) {
            path[d] = node;
            node = edges.node(nodes.parentEdge(node));
        }
        if (nodes.touch(0, pass)) {
            touched.add(0);
        }
        for (int child : path) {
            int edge = nodes.parentEdge(child);
            tree.visitEdge(edge, edges.action(edge), pass);
            nodes.visit(child);
            if (nodes.touch(child, pass)) {
                touched.add(child);
                nodes.setNextTouched(child, edges.touchedChild(edge));
                edges.setTouchedChild(edge, child);
            }
        }
    }
}
