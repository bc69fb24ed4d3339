package org.teleost.backup;

import java.util.LinkedHashMap;
import java.util.Map;

/** The plain twin of a belief node: objects and maps, every sum computed from scratch. */
final class PlainNode {
    final int id;
    final int depth;
    final Map<Integer, PlainEdge> edges = new LinkedHashMap<>();
    int visits;
    double leafSum;
    int leafCount;
    double value;
    double pool = 1.0;
    boolean hasPolicy;
    int touchedPass;

    PlainNode(int id, int depth) {
        this.id = id;
        this.depth = depth;
    }

    /** The plain twin of an action edge. */
    static final class PlainEdge {
        final int id;
        final int createdPass;
        final Map<Long, PlainNode> children = new LinkedHashMap<>();
        int visits;
        int passVisits;
        double rewardSum;
        double actionValue;
        double weight;

        PlainEdge(int id, int createdPass) {
            this.id = id;
            this.createdPass = createdPass;
        }
    }
}
