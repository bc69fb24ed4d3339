package org.teleost.envs.lightdark;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.ActionBox;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.problem.Rule;
import org.teleost.random.RandomStream;

/** LightDark2D: goes to the light until the place is known, then straight to the origin. */
public final class LightThenTarget implements Rule {
    private static final double KNOWN = 0.03;

    private final State state;
    private final ActionBox box;

    public LightThenTarget(LightDark2D model) {
        state = model.layout().newState();
        box = model.layout().action();
    }

    @Override
    public void decide(ParticleBelief belief, RandomStream stream, Decision out) {
        double x = 0.0;
        double y = 0.0;
        double squares = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            x += belief.weight(i) * state.floats[0];
            y += belief.weight(i) * state.floats[1];
            squares += belief.weight(i)
                    * ((double) state.floats[0] * state.floats[0] + (double) state.floats[1] * state.floats[1]);
        }
        boolean known = squares - x * x - y * y < KNOWN * KNOWN;
        out.useLanes(2);
        out.action = 0;
        out.lanes[0] = box.clip(0, (float) ((known ? 0.0 : LightDark2D.LIGHT) - x));
        out.lanes[1] = box.clip(1, (float) -y);
    }
}
