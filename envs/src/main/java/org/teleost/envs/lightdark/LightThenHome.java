package org.teleost.envs.lightdark;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.problem.Rule;
import org.teleost.random.RandomStream;

/** LightDark1D: goes to the light until the position is known, then to 0, and stops there. */
public final class LightThenHome implements Rule {
    private static final double KNOWN = 0.5;

    private final State state;

    public LightThenHome(LightDark1D model) {
        state = model.layout().newState();
    }

    @Override
    public void decide(ParticleBelief belief, RandomStream stream, Decision out) {
        double mean = 0.0;
        double squares = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            mean += belief.weight(i) * state.ints[0];
            squares += belief.weight(i) * state.ints[0] * state.ints[0];
        }
        boolean known = squares - mean * mean < KNOWN * KNOWN;
        long away = Math.round(mean) - (known ? 0 : LightDark1D.LIGHT);
        if (away == 0) {
            // at the light and unsure: a step to the side and back sees as well as any
            out.action = known ? LightDark1D.STOP : LightDark1D.STOP + 1;
        } else {
            boolean far = Math.abs(away) > 5;
            out.action = LightDark1D.STOP + (away > 0 ? far ? -2 : -1 : far ? 2 : 1);
        }
    }
}
