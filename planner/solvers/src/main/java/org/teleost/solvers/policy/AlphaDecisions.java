package org.teleost.solvers.policy;

import org.teleost.solvers.tabular.TabularPomdp;

/** The best vector's action at the exact belief. */
public final class AlphaDecisions implements Decisions {
    private final AlphaSet policy;
    private final BeliefUpdate update;
    private SparseBelief belief;

    public AlphaDecisions(TabularPomdp table, AlphaSet policy) {
        this.policy = policy;
        update = new BeliefUpdate(table);
    }

    @Override
    public void begin(SparseBelief start) {
        belief = start;
    }

    @Override
    public int action() {
        AlphaVector best = policy.best(belief);
        if (best == null) {
            throw new IllegalArgumentException("no vector of the policy is about the belief of " + belief.count()
                    + " states that the episode came to; solve the problem file that is simulated here");
        }
        return best.action();
    }

    @Override
    public void observe(int action, long seen) {
        belief = update.after(belief, action, seen);
    }
}
