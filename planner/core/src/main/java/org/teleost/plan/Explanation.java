package org.teleost.plan;

import org.teleost.belief.ParticleBelief;

/** Reads the root of the tree: the action to take and why. */
final class Explanation {
    /** Indices of the root's actions, best first as far as they were asked for. */
    private int[] ranked;

    private Shield shield;

    Explanation(int actionCount) {
        ranked = new int[Math.max(actionCount, Decision.MAX_ACTIONS)];
    }

    void setShield(Shield newShield) {
        shield = newShield;
    }

    void explain(ParticleBelief belief, RootView root, Decision out) {
        int count = root.count();
        if (count > ranked.length) {
            // actions sampled from a box have no number known in advance
            ranked = new int[2 * count];
        }
        for (int i = 0; i < count; i++) {
            ranked[i] = i;
        }
        out.simulatedActions = count;
        out.vetoedAction = -1;
        out.vetoReason = null;
        int rows = Math.min(count, Decision.MAX_ACTIONS);
        for (int row = 0; row < rows; row++) {
            bringBest(root, row, count);
            fillRow(root, row, out);
        }
        out.actionRows = rows;
        int chosen = choose(belief, root, count, rows, out);
        out.action = root.action(chosen);
        root.loadLanes(chosen, out.lanes, 0);
        root.predict(chosen, out);
    }

    private int choose(ParticleBelief belief, RootView root, int count, int rows, Decision out) {
        if (shield == null) {
            return ranked[0];
        }
        for (int i = 0; i < count; i++) {
            if (i >= rows) {
                bringBest(root, i, count);
            }
            String reason = shield.veto(belief, root.action(ranked[i]));
            if (reason == null) {
                return ranked[i];
            }
            if (i == 0) {
                out.vetoedAction = root.action(ranked[0]);
                out.vetoReason = reason;
            }
        }
        throw new IllegalStateException("the shield refused all " + count
                + " simulated actions; the last reason for the best one: " + out.vetoReason);
    }

    /** Selection step: moves the best of ranked[from ..] to ranked[from]. */
    private void bringBest(RootView root, int from, int count) {
        int best = from;
        for (int i = from + 1; i < count; i++) {
            if (isBetter(root, ranked[i], ranked[best])) {
                best = i;
            }
        }
        int index = ranked[best];
        ranked[best] = ranked[from];
        ranked[from] = index;
    }

    private static boolean isBetter(RootView root, int index, int other) {
        double weight = root.weight(index);
        double otherWeight = root.weight(other);
        if (weight != otherWeight) {
            return weight > otherWeight;
        }
        return root.visits(index) > root.visits(other);
    }

    private void fillRow(RootView root, int row, Decision out) {
        int index = ranked[row];
        long visits = root.visits(index);
        double mean = root.meanReturn(index);
        double variance = Math.max(0.0, root.meanSquare(index) - mean * mean);
        out.actions[row] = root.action(index);
        root.loadLanes(index, out.rowLanes, row * out.lanes.length);
        out.visits[row] = visits;
        out.values[row] = root.value(index);
        out.standardErrors[row] = Math.sqrt(variance / Math.max(1, visits - 1));
        out.probabilities[row] = root.weight(index);
    }
}
