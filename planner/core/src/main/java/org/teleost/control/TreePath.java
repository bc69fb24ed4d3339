package org.teleost.control;

/**
 * What happened to the planner's tree between the decision before and this one: what has to be repeated to repeat a
 * decision that began with a kept tree.
 *
 * @param steps actions and observations that the tree followed since the decision before, 0 for a fresh tree
 * @param action the last action that it followed
 * @param observation the last observation that it followed
 * @param improved episodes that were run while acting
 */
public record TreePath(int steps, int action, long observation, long improved) {
    /** A decision that began with a fresh tree. */
    public static final TreePath FRESH = new TreePath(0, -1, 0, 0);
}
