package org.teleost.envs.vdptag;

import org.teleost.model.ActionBox;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** VDPTag2 with 20 directions; the package description is the exact definition. */
public final class VdpTagDiscrete extends VdpTag {
    /** Directions; actions from here on look, too. */
    public static final int ANGLES = 20;

    private final double[] cosine = new double[ANGLES];
    private final double[] sine = new double[ANGLES];

    public VdpTagDiscrete() {
        super("vdptag2-discrete", ActionBox.NONE);
        for (int i = 0; i < ANGLES; i++) {
            cosine[i] = Math.cos(angle(i));
            sine[i] = Math.sin(angle(i));
        }
    }

    private static double angle(int direction) {
        return 2.0 * Math.PI * (direction + 0.5) / ANGLES;
    }

    @Override
    public int actionCount() {
        return 2 * ANGLES;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        boolean look = action >= ANGLES;
        int direction = look ? action - ANGLES : action;
        move(state, cosine[direction], sine[direction], look, stream, out);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return logLikelihood(observation, action >= ANGLES, nextState);
    }

    @Override
    public String actionText(int action) {
        return (action >= ANGLES ? "look-" : "move-") + Math.round(Math.toDegrees(angle(action % ANGLES)));
    }
}
