package org.teleost.envs.vdptag;

import org.teleost.model.ActionBox;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** VDPTag2 with any direction; the package description is the exact definition. */
public final class VdpTagContinuous extends VdpTag {
    /** Coordinates of an action. */
    static final int ANGLE = 0;

    static final int LOOK = 1;
    private static final float LOOKS = 0.5f;

    public VdpTagContinuous() {
        super("vdptag2", ActionBox.of("angle", 0.0, 2.0 * Math.PI).and("look", 0.0, 1.0));
    }

    @Override
    public int actionCount() {
        return 1;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        double angle = state.action[ANGLE];
        move(state, Math.cos(angle), Math.sin(angle), state.action[LOOK] > LOOKS, stream, out);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return logLikelihood(observation, nextState.action[LOOK] > LOOKS, nextState);
    }

    @Override
    public String actionText(float[] action) {
        return (action[LOOK] > LOOKS ? "look-" : "move-") + Math.round(Math.toDegrees(action[ANGLE]));
    }
}
