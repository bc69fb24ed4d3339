package org.teleost.viewer.bench;

import org.teleost.viewer.source.TreeRecord;

/** Trees of any size: five actions per belief, four beliefs per action, breadth first. */
public final class SyntheticTree {
    private SyntheticTree() {}

    /** A tree of this many rows, 1 or more. */
    public static TreeRecord of(int rows) {
        TreeRecord tree = new TreeRecord(
                rows,
                new int[rows],
                new int[rows],
                new String[rows],
                new double[rows],
                new double[rows],
                new double[rows]);
        tree.parents()[0] = -1;
        tree.actions()[0] = -1;
        tree.texts()[0] = "";
        int next = 1;
        for (int row = 0; row < rows; row++) {
            tree.visits()[row] = rows - row;
            boolean action = tree.isAction(row);
            for (int child = 0; child < (action ? 4 : 5) && next < rows; child++, next++) {
                tree.parents()[next] = row;
                tree.actions()[next] = action ? -1 : child;
                tree.texts()[next] = (action ? "observation " : "action ") + child;
            }
        }
        return tree;
    }
}
