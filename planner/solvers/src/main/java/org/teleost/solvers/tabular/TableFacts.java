package org.teleost.solvers.tabular;

/**
 * What is worth knowing of a table before it is solved.
 *
 * @param transitions entries of T that are not zero
 * @param observations entries of Z that are not zero
 * @param leastReward least R(s, a)
 * @param mostReward largest R(s, a)
 * @param reachable states that can be reached from the start
 * @param terminal states that no action leaves and that give no reward
 * @param worstTransition largest distance of a row's sum of T from 1
 * @param worstObservation the same for Z
 */
public record TableFacts(
        long transitions,
        long observations,
        double leastReward,
        double mostReward,
        int reachable,
        int terminal,
        double worstTransition,
        double worstObservation) {

    public static TableFacts of(TabularPomdp model) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double r : model.expected()) {
            least = Math.min(least, r);
            most = Math.max(most, r);
        }
        int terminal = 0;
        for (boolean t : TerminalStates.of(model)) {
            terminal += t ? 1 : 0;
        }
        return new TableFacts(
                model.transition().entries(),
                model.observation().entries(),
                least,
                most,
                reachable(model),
                terminal,
                worst(model.transition()),
                worst(model.observation()));
    }

    private static double worst(SparseTable table) {
        double worst = 0.0;
        for (int row = 0; row < table.rows(); row++) {
            worst = Math.max(worst, Math.abs(table.sum(row) - 1.0));
        }
        return worst;
    }

    private static int reachable(TabularPomdp model) {
        int count = model.stateCount();
        boolean[] seen = new boolean[count];
        int[] queue = new int[count];
        int found = 0;
        for (int s = 0; s < count; s++) {
            if (model.start()[s] > 0.0) {
                seen[s] = true;
                queue[found++] = s;
            }
        }
        SparseTable transition = model.transition();
        for (int i = 0; i < found; i++) {
            for (int a = 0; a < model.actionCount(); a++) {
                int row = model.row(a, queue[i]);
                for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                    if (!seen[transition.column[k]]) {
                        seen[transition.column[k]] = true;
                        queue[found++] = transition.column[k];
                    }
                }
            }
        }
        return found;
    }
}
