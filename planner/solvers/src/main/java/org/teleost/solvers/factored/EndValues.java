package org.teleost.solvers.factored;

import java.util.Arrays;

/** Finds values of variables with which an episode is over: they stay for ever and give no reward. */
final class EndValues {
    private EndValues() {}

    /** By state variable and value. */
    static boolean[][] of(FactoredPomdp problem) {
        boolean[][] ends = new boolean[problem.states().size()][];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = new boolean[problem.states().get(i).size()];
            Arrays.fill(ends[i], true);
            excludeWhatChanges(problem.transitions().get(i), i, ends[i]);
            for (Factor part : problem.rewards()) {
                excludeWhatGives(part, i, ends[i]);
            }
        }
        return ends;
    }

    private static void excludeWhatChanges(Factor factor, int variable, boolean[] ends) {
        for (int at = 0; at < factor.table().length; at++) {
            int before = digit(factor, at, Slot.Time.BEFORE, variable);
            int after = at % factor.width();
            double p = factor.table()[at];
            for (int v = 0; v < ends.length && before < 0; v++) {
                ends[v] &= (v == after) == (p == 1.0);
            }
            if (before >= 0 && (before == after) != (p == 1.0)) {
                ends[before] = false;
            }
        }
    }

    private static void excludeWhatGives(Factor factor, int variable, boolean[] ends) {
        for (int at = 0; at < factor.table().length; at++) {
            if (factor.table()[at] == 0.0) {
                continue;
            }
            int before = digit(factor, at, Slot.Time.BEFORE, variable);
            int after = digit(factor, at, Slot.Time.AFTER, variable);
            if (before < 0 && after < 0) {
                Arrays.fill(ends, false);
            } else if (before < 0 || after < 0 || before == after) {
                ends[Math.max(before, after)] = false;
            }
        }
    }

    /** Value of the variable in an entry, -1 when it doesn't stand there. */
    private static int digit(Factor factor, int entry, Slot.Time time, int variable) {
        int rest = entry;
        for (int k = factor.slots().size() - 1; k >= 0; k--) {
            Slot slot = factor.slots().get(k);
            if (slot.time() == time && slot.index() == variable) {
                return rest % factor.size(k);
            }
            rest /= factor.size(k);
        }
        return -1;
    }
}
