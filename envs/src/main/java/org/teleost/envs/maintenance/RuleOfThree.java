package org.teleost.envs.maintenance;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.problem.Rule;
import org.teleost.random.RandomStream;

/**
 * Maintenance in three lines: replace what is likely broken, repair what is likely worn, else operate; and inspect what
 * may be worn.
 */
public final class RuleOfThree implements Rule {
    private static final double LIKELY = 0.5;
    private static final double POSSIBLE = 0.35;

    private final State state;

    public RuleOfThree(Maintenance model) {
        state = model.layout().newState();
    }

    @Override
    public void decide(ParticleBelief belief, RandomStream stream, Decision out) {
        double[] share = new double[Maintenance.BROKEN + 1];
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            share[state.ints[0]] += belief.weight(i);
        }
        double worn = share[Maintenance.BROKEN] + share[Maintenance.BROKEN - 1];
        if (share[Maintenance.BROKEN] > LIKELY) {
            out.action = Maintenance.REPLACE;
        } else if (worn > LIKELY) {
            out.action = Maintenance.REPAIR;
        } else {
            out.action = worn > POSSIBLE ? Maintenance.INSPECT : Maintenance.OPERATE;
        }
    }
}
