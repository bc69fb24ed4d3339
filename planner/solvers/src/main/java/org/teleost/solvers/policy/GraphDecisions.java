package org.teleost.solvers.policy;

/** Walks a policy graph from the node that is best at the start. */
public final class GraphDecisions implements Decisions {
    private final PolicyGraph graph;

    /** Value by node and state. */
    private final double[][] values;

    private int node;
    private int before;
    private long seen;

    /**
     * A walk.
     *
     * @param values value by node and state, which choose the first node
     */
    public GraphDecisions(PolicyGraph graph, double[][] values) {
        this.graph = graph;
        this.values = values;
    }

    @Override
    public void begin(SparseBelief start) {
        node = bestNode(values, start);
    }

    private static int bestNode(double[][] values, SparseBelief belief) {
        int best = 0;
        for (int n = 1; n < values.length; n++) {
            best = belief.mean(values[n]) > belief.mean(values[best]) ? n : best;
        }
        return best;
    }

    /** Value of the node that is best at a belief. */
    public static double best(double[][] values, SparseBelief belief) {
        return belief.mean(values[bestNode(values, belief)]);
    }

    @Override
    public int action() {
        if (node < 0) {
            throw new IllegalArgumentException("the policy graph has no node after observation " + seen + " at node "
                    + before + ", and the episode came there; it belongs to another problem file, or lacks nodes");
        }
        return graph.action()[node];
    }

    @Override
    public void observe(int action, long observation) {
        before = node;
        seen = observation;
        node = graph.next()[node][(int) observation];
    }
}
