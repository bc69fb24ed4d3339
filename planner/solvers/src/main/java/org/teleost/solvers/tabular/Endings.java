package org.teleost.solvers.tabular;

import java.util.Arrays;

/** Whether episodes end for certain, and after how many steps: then values are finite without a discount, too. */
public final class Endings {
    private static final int UNSEEN = -1;
    private static final int OPEN = -2;

    private final TabularPomdp model;
    private final boolean[] terminal;

    /** Longest way from a state to a terminal one. */
    private final int[] longest;

    private final int[] stack;
    private final int[] nextRow;

    private Endings(TabularPomdp model) {
        this.model = model;
        terminal = TerminalStates.of(model);
        longest = new int[model.stateCount()];
        Arrays.fill(longest, UNSEEN);
        stack = new int[model.stateCount()];
        nextRow = new int[model.stateCount()];
    }

    /** The most steps that an episode from any state can take, -1 when some need not end. */
    public static int mostSteps(TabularPomdp model) {
        Endings endings = new Endings(model);
        int most = 0;
        for (int s = 0; s < model.stateCount(); s++) {
            if (!endings.visit(s)) {
                return -1;
            }
            most = Math.max(most, endings.longest[s]);
        }
        return most;
    }

    /** Depth first without recursion; false when a way leads back to where it came from. */
    private boolean visit(int root) {
        if (longest[root] != UNSEEN) {
            return true;
        }
        int depth = 0;
        stack[depth++] = root;
        longest[root] = OPEN;
        while (depth > 0) {
            int state = stack[depth - 1];
            if (terminal[state] || nextRow[state] == model.actionCount()) {
                longest[state] = terminal[state] ? 0 : 1 + longestAfter(state);
                depth--;
                continue;
            }
            int unseen = unseenAfter(state, nextRow[state]);
            if (unseen == OPEN) {
                return false;
            } else if (unseen == UNSEEN) {
                nextRow[state]++;
            } else {
                stack[depth++] = unseen;
                longest[unseen] = OPEN;
            }
        }
        return true;
    }

    /** A next state that was not looked at, {@link #OPEN} when one is on the way here, {@link #UNSEEN} for none. */
    private int unseenAfter(int state, int action) {
        SparseTable transition = model.transition();
        int row = model.row(action, state);
        for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
            int mark = longest[transition.column[k]];
            if (mark == OPEN) {
                return OPEN;
            } else if (mark == UNSEEN) {
                return transition.column[k];
            }
        }
        return UNSEEN;
    }

    private int longestAfter(int state) {
        SparseTable transition = model.transition();
        int most = 0;
        for (int a = 0; a < model.actionCount(); a++) {
            int row = model.row(a, state);
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                most = Math.max(most, longest[transition.column[k]]);
            }
        }
        return most;
    }
}
