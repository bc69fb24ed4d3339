package org.teleost.tree;

import java.util.Arrays;

/** Nodes visited by one pass, sorted by depth: the work list of the backup. */
public final class TouchedNodes {
    private final int[] found;
    private final int[] sorted;
    private final int[] levelStart;
    private int count;
    private int levels;

    public TouchedNodes(int capacity, int maxDepth) {
        found = new int[capacity];
        sorted = new int[capacity];
        levelStart = new int[maxDepth + 2];
    }

    /** Forgets the last pass. */
    public void clear() {
        count = 0;
        levels = 0;
    }

    /** Adds a node; the caller adds each once. */
    public void add(int node) {
        found[count++] = node;
    }

    /** Counting sort by depth, stable. */
    public void sort(NodeTensor nodes) {
        Arrays.fill(levelStart, 0);
        levels = 0;
        for (int i = 0; i < count; i++) {
            int d = nodes.depth(found[i]);
            levelStart[d + 1]++;
            levels = Math.max(levels, d + 1);
        }
        for (int d = 0; d < levels; d++) {
            levelStart[d + 1] += levelStart[d];
        }
        for (int i = count - 1; i >= 0; i--) {
            int d = nodes.depth(found[i]);
            sorted[--levelStart[d + 1]] = found[i];
        }
        // the descending fill has moved entry d + 1 from the end of level d to its start
        System.arraycopy(levelStart, 1, levelStart, 0, levels);
        levelStart[levels] = count;
    }

    /** Largest number of levels. */
    public int maxLevels() {
        return levelStart.length;
    }

    /** Number of levels with nodes. */
    public int levels() {
        return levels;
    }

    public int size() {
        return count;
    }

    /** First index of a level in {@link #node}. */
    public int begin(int level) {
        return levelStart[level];
    }

    /** Index past the last of a level. */
    public int end(int level) {
        return levelStart[level + 1];
    }

    /** Node at a sorted index. */
    public int node(int index) {
        return sorted[index];
    }
}
