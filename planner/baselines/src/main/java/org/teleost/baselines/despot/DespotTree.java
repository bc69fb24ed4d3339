package org.teleost.baselines.despot;

import org.teleost.baselines.frame.StateRows;
import org.teleost.model.GenerativeModel;

/**
 * Nodes, action nodes and the scenarios in them as flat arrays. An expanded node has a block of one action node per
 * action; the children of an action node lie side by side, and so do the scenarios of a node, each with its state. The
 * bounds on regularised values are weighted as in the paper: by the share of scenarios and the discount.
 */
final class DespotTree {
    final StateRows rows;
    final int[] scenario;

    final int[] depth;
    final int[] parent;
    final int[] first;
    final int[] count;
    final int[] block;
    final int[] defaultAction;
    final double[] defaultValue;
    final double[] upper;
    final double[] regularUpper;
    final double[] regularLower;

    final int[] firstChild;
    final int[] childCount;
    final double[] reward;
    final double[] actionRegularUpper;
    final double[] actionRegularLower;
    final double[] actionUpper;

    private final int actions;
    private final int historyLanes;
    private final float[] history;
    private int nodes;
    private int blocks;

    DespotTree(GenerativeModel model, int mostNodes, int mostBlocks, int mostRows) {
        actions = model.actionCount();
        historyLanes = model.layout().history().size();
        rows = new StateRows(model.layout(), mostRows);
        scenario = new int[mostRows];
        depth = new int[mostNodes];
        parent = new int[mostNodes];
        first = new int[mostNodes];
        count = new int[mostNodes];
        block = new int[mostNodes];
        defaultAction = new int[mostNodes];
        defaultValue = new double[mostNodes];
        upper = new double[mostNodes];
        regularUpper = new double[mostNodes];
        regularLower = new double[mostNodes];
        history = new float[mostNodes * historyLanes];
        int pairs = mostBlocks * actions;
        firstChild = new int[pairs];
        childCount = new int[pairs];
        reward = new double[pairs];
        actionRegularUpper = new double[pairs];
        actionRegularLower = new double[pairs];
        actionUpper = new double[pairs];
    }

    /** Bytes of a node, of an action node and of a scenario in a node. */
    static int nodeBytes(GenerativeModel model) {
        return 56 + 4 * model.layout().history().size();
    }

    static final int PAIR_BYTES = 40;

    static int rowBytes(GenerativeModel model) {
        return 4 + StateRows.bytes(model.layout());
    }

    void clear() {
        nodes = 0;
        blocks = 0;
        rows.clear();
    }

    int nodes() {
        return nodes;
    }

    /** Action nodes. */
    int pairs() {
        return blocks * actions;
    }

    /** Whether one more node can be expanded whatever its scenarios observe. */
    boolean hasRoom(int scenarios) {
        return nodes + (long) scenarios * actions <= depth.length
                && (blocks + 1) * actions <= firstChild.length
                && rows.hasRoom(scenarios * actions);
    }

    int addNode(int newParent, int newDepth, int firstRow, int rowCount) {
        int node = nodes++;
        parent[node] = newParent;
        depth[node] = newDepth;
        first[node] = firstRow;
        count[node] = rowCount;
        block[node] = -1;
        return node;
    }

    /** First action node of a new block. */
    int addBlock() {
        return blocks++ * actions;
    }

    /** Forgets an expansion that was not finished. */
    void truncate(int toNodes, int toRows) {
        nodes = toNodes;
        rows.truncate(toRows);
        blocks--;
    }

    void storeHistory(int node, float[] lanes) {
        System.arraycopy(lanes, 0, history, node * historyLanes, historyLanes);
    }

    void loadHistory(int node, float[] lanes) {
        System.arraycopy(history, node * historyLanes, lanes, 0, historyLanes);
    }
}
