package org.teleost.viewer.scene;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.teleost.viewer.source.TreeRecord;

/**
 * A belief tree as a list of lines of which some are unfolded. Only lines whose ancestors are all unfolded are listed;
 * what is folded costs nothing until it is unfolded. Owned by one thread.
 */
public final class TreeOutline {
    private final TreeRecord tree;
    private final int chosenAction;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final int[] level;
    private final boolean[] unfolded;
    private int[] lines = new int[64];
    private int count;

    /**
     * An outline in which the root and the chosen action are unfolded.
     *
     * @param chosenAction id of the action that the planner chose
     */
    public TreeOutline(TreeRecord tree, int chosenAction) {
        this.tree = tree;
        this.chosenAction = chosenAction;
        int rows = tree.rows();
        firstChild = new int[rows];
        nextSibling = new int[rows];
        level = new int[rows];
        unfolded = new boolean[rows];
        Arrays.fill(firstChild, -1);
        Arrays.fill(nextSibling, -1);
        link();
        if (rows > 0) {
            unfolded[0] = true;
            for (int child = firstChild[0]; child >= 0; child = nextSibling[child]) {
                unfolded[child] = isChosen(child);
            }
        }
        list();
    }

    /** Siblings are linked in the order of the lines: actions by their share of the policy, beliefs by visits. */
    private void link() {
        int[] lastChild = new int[tree.rows()];
        for (int row = 1; row < tree.rows(); row++) {
            level[row] = level[tree.parents()[row]] + 1;
        }
        for (int row : inOrder()) {
            int parent = tree.parents()[row];
            if (firstChild[parent] < 0) {
                firstChild[parent] = row;
            } else {
                nextSibling[lastChild[parent]] = row;
            }
            lastChild[parent] = row;
        }
    }

    /** All rows but the root, those with a larger share first; rows without one as they were recorded. */
    private int[] inOrder() {
        double[] shares = tree.probabilities();
        return IntStream.range(1, tree.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> Double.isNaN(shares[row]) ? 0.0 : -shares[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The rows. */
    public TreeRecord tree() {
        return tree;
    }

    /** Number of listed lines. */
    public int lineCount() {
        return count;
    }

    /** Row of a listed line. */
    public int row(int line) {
        if (line < 0 || line >= count) {
            throw new IllegalArgumentException("line=" + line + "; allowed range 0 to " + (count - 1));
        }
        return lines[line];
    }

    /** Ancestors of a row. */
    public int level(int row) {
        return level[row];
    }

    /** Whether a row has recorded children. */
    public boolean hasChildren(int row) {
        return firstChild[row] >= 0;
    }

    public boolean isUnfolded(int row) {
        return unfolded[row];
    }

    /** Whether a row is the action that the planner chose at the root. */
    public boolean isChosen(int row) {
        return tree.isAction(row) && tree.parents()[row] == 0 && tree.actions()[row] == chosenAction;
    }

    /** Folds or unfolds a row; what was unfolded below it stays so. */
    public void toggle(int row) {
        unfolded[row] = !unfolded[row];
        list();
    }

    /** Unfolds everything. */
    public void unfoldAll() {
        Arrays.fill(unfolded, true);
        list();
    }

    /** Folds everything but the root. */
    public void foldAll() {
        Arrays.fill(unfolded, false);
        if (unfolded.length > 0) {
            unfolded[0] = true;
        }
        list();
    }

    /** Depth first, without a stack: back up by parents. */
    private void list() {
        count = 0;
        int row = tree.rows() > 0 ? 0 : -1;
        while (row >= 0) {
            if (count == lines.length) {
                lines = Arrays.copyOf(lines, 2 * count);
            }
            lines[count++] = row;
            row = unfolded[row] && firstChild[row] >= 0 ? firstChild[row] : after(row);
        }
    }

    private int after(int row) {
        int at = row;
        while (at > 0 && nextSibling[at] < 0) {
            at = tree.parents()[at];
        }
        return at > 0 ? nextSibling[at] : -1;
    }
}
