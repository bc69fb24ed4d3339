package org.teleost.tree;

/**
 * Cuts a belief tree down to the subtree of one node, in place: that node becomes the root, everything else goes, and
 * what is left moves to the front of the tensors in the same order. Ids grow from parents to children, so every row
 * moves forward, or stays, and nothing is needed beside the tensors themselves: the new id of a row lies in its list of
 * touched edges or children, which is empty between passes.
 *
 * <p>Afterwards counts, sums, values and preferences are what they were, depths count from the new root, and the rows
 * belong to pass 0: the search of the next decision knows them. Like any root the new one counts no visits of its own.
 */
final class SubtreeCut {
    private static final int GONE = -1;

    private final NodeTensor nodes;
    private final EdgeTensor edges;
    private int nodesKept;
    private int edgesKept;

    SubtreeCut(NodeTensor nodes, EdgeTensor edges) {
        this.nodes = nodes;
        this.edges = edges;
    }

    /** Numbers what is kept; {@link #move} follows. */
    void number(int root, int nodeCount, int edgeCount) {
        nodesKept = 0;
        for (int node = 0; node < nodeCount; node++) {
            boolean kept = node == root || node > root && nodes.nextTouched(edges.node(nodes.parentEdge(node))) != GONE;
            nodes.setNextTouched(node, kept ? nodesKept++ : GONE);
        }
        edgesKept = 0;
        for (int edge = 0; edge < edgeCount; edge++) {
            edges.setNextTouched(edge, nodes.nextTouched(edges.node(edge)) == GONE ? GONE : edgesKept++);
        }
    }

    int nodesKept() {
        return nodesKept;
    }

    int edgesKept() {
        return edgesKept;
    }

    /** Node that an old one is now, -1 for none stays none. */
    int newNode(int old) {
        return old < 0 ? old : nodes.nextTouched(old);
    }

    int newEdge(int old) {
        return old < 0 ? old : edges.nextTouched(old);
    }

    /** Moves all rows; returns the greatest depth. The segments of slots must have been moved. */
    int move(int root, int nodeCount, int edgeCount) {
        int top = nodes.depth(root);
        int deepest = 0;
        for (int node = root; node < nodeCount; node++) {
            if (nodes.nextTouched(node) != GONE) {
                deepest = Math.max(deepest, nodes.depth(node) - top);
                boolean isRoot = node == root;
                nodes.relink(
                        node,
                        isRoot ? GONE : newEdge(nodes.parentEdge(node)),
                        isRoot ? GONE : newNode(nodes.nextSibling(node)),
                        nodes.depth(node) - top);
            }
        }
        for (int edge = 0; edge < edgeCount; edge++) {
            if (edges.nextTouched(edge) != GONE) {
                edges.relink(edge, newNode(edges.node(edge)), newNode(edges.firstChild(edge)));
            }
        }
        for (int node = root; node < nodeCount; node++) {
            int to = nodes.nextTouched(node);
            if (to != GONE) {
                nodes.moveRow(node, to);
            }
        }
        for (int edge = 0; edge < edgeCount; edge++) {
            int to = edges.nextTouched(edge);
            if (to != GONE) {
                edges.moveRow(edge, to);
            }
        }
        return deepest;
    }
}
