package org.teleost.solvers.sarsop;

import java.util.List;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;

/**
 * The coarsest partition of the states such that every belief after the first step lies within one class: what an
 * observer knows for certain. States are in one class when some action and observation may lead from one class (or the
 * start) to both. Where a part of the state is seen, or follows from what was seen, classes are as small as the hidden
 * part.
 */
final class StateClasses {
    private final int[] parent;
    private final int parts;

    /** Class of each state, by the number of its domain. */
    final int[] domainOf;

    /** Place of each state among the states of its class. */
    final int[] place;

    /** States of each class, ascending. */
    final int[][] members;

    StateClasses(TabularPomdp model, List<SparseBelief> starts) {
        int states = model.stateCount();
        parts = model.observedParts();
        parent = new int[states];
        for (int s = 0; s < states; s++) {
            parent[s] = s;
        }
        while (round(model, starts)) {
            // until no two states have to share a class any more
        }
        int[] number = new int[states];
        int[] size = new int[states];
        int count = 0;
        domainOf = new int[states];
        place = new int[states];
        for (int s = 0; s < states; s++) {
            int root = find(s);
            if (root == s) {
                number[s] = count++;
            }
            domainOf[s] = number[root];
            place[s] = size[number[root]]++;
        }
        members = new int[count][];
        for (int c = 0; c < count; c++) {
            members[c] = new int[size[c]];
        }
        for (int s = 0; s < states; s++) {
            members[domainOf[s]][place[s]] = s;
        }
    }

    /** The smallest state of a class stands for it. */
    private int find(int s) {
        int root = s;
        while (parent[root] != root) {
            root = parent[root];
        }
        int at = s;
        while (parent[at] != root) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }

    private boolean union(int a, int b) {
        int first = find(a);
        int second = find(b);
        if (first == second) {
            return false;
        }
        parent[Math.max(first, second)] = Math.min(first, second);
        return true;
    }

    private boolean round(TabularPomdp model, List<SparseBelief> starts) {
        LongIntMap seen = new LongIntMap();
        boolean changed = false;
        for (int i = 0; i < starts.size(); i++) {
            for (int k = 0; k < starts.get(i).count(); k++) {
                changed |= expand(
                        model, model.stateCount() + (long) i, starts.get(i).state(k), seen);
            }
        }
        for (int s = 0; s < model.stateCount(); s++) {
            changed |= expand(model, find(s), s, seen);
        }
        return changed;
    }

    private boolean expand(TabularPomdp model, long from, int state, LongIntMap seen) {
        SparseTable transition = model.transition();
        SparseTable observation = model.observation();
        boolean changed = false;
        long kinds = (long) model.observationCount() * parts;
        for (int a = 0; a < model.actionCount(); a++) {
            int row = model.row(a, state);
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                int next = transition.column[k];
                int part = model.partOf(next);
                int seenRow = model.row(a, next);
                for (int j = observation.start[seenRow]; j < observation.start[seenRow + 1]; j++) {
                    long kind = (long) part * model.observationCount() + observation.column[j];
                    long key = (from * model.actionCount() + a) * kinds + kind;
                    changed |= union(seen.putIfAbsent(key, next), next);
                }
            }
        }
        return changed;
    }
}
