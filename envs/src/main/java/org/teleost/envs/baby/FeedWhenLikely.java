package org.teleost.envs.baby;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.problem.Rule;
import org.teleost.random.RandomStream;

/** Feeds a baby that is hungry with probability 0.28 at least; near the optimum. */
public final class FeedWhenLikely implements Rule {
    private static final double LIKELY = 0.28;

    private final State state;

    public FeedWhenLikely(Baby model) {
        state = model.layout().newState();
    }

    @Override
    public void decide(ParticleBelief belief, RandomStream stream, Decision out) {
        double hungry = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            hungry += state.ints[0] == Baby.HUNGRY ? belief.weight(i) : 0.0;
        }
        out.action = hungry > LIKELY ? Baby.FEED : Baby.WAIT;
    }
}
