package org.teleost.solvers.policy;

/**
 * A policy as a graph: each node takes an action and goes on by what was observed.
 *
 * @param action action by node
 * @param next next node by node and observation; {@link #IMPOSSIBLE} or {@link #UNKNOWN} where there is none
 */
public record PolicyGraph(int[] action, int[][] next) {
    /** The observation can't follow the action from any belief of the node. */
    public static final int IMPOSSIBLE = -1;

    /** The file says nothing. */
    public static final int UNKNOWN = -2;

    public int nodes() {
        return action.length;
    }
}
