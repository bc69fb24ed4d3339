package org.teleost.solvers.tabular;

/** Finds the states in which nothing happens any more: no action leaves them, none gives a reward. */
public final class TerminalStates {
    private TerminalStates() {}

    /** Whether each state is terminal. */
    public static boolean[] of(TabularPomdp model) {
        boolean[] terminal = new boolean[model.stateCount()];
        for (int s = 0; s < terminal.length; s++) {
            terminal[s] = true;
            for (int a = 0; a < model.actionCount() && terminal[s]; a++) {
                int row = model.row(a, s);
                int first = model.transition().start[row];
                terminal[s] = model.transition().start[row + 1] == first + 1
                        && model.transition().column[first] == s
                        && model.expected()[row] == 0.0
                        && withoutReward(model, a, s);
            }
        }
        return terminal;
    }

    /** Rewards that differ by observation may cancel in the mean. */
    private static boolean withoutReward(TabularPomdp model, int action, int state) {
        if (!model.reward().usesObservation()) {
            return true;
        }
        int row = model.row(action, state);
        for (int k = model.observation().start[row]; k < model.observation().start[row + 1]; k++) {
            if (model.reward().at(action, state, state, model.observation().column[k]) != 0.0) {
                return false;
            }
        }
        return true;
    }
}
