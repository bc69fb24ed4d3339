package org.teleost.envs.vdptag;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** VDPTag2 with 20 directions; the package description is the exact definition. */
public final class VdpTagDiscrete implements GenerativeModel {
    /** Directions; actions from here on look, too. */
    public static final int ANGLES = 20;

    static final double DISCOUNT = 0.95;
    static final double TAG_DISTANCE = 0.1;
    static final double TAG_REWARD = 100.0;
    static final double MOVE_REWARD = -1.0;
    static final double LOOK_REWARD = -5.0;
    private static final double START = 4.0;

    private final StateLayout layout = StateLayout.ofFloats("agentX", "agentY", "targetX", "targetY");
    private final VdpBeams beams = new VdpBeams();
    private final double[] cosine = new double[ANGLES];
    private final double[] sine = new double[ANGLES];

    public VdpTagDiscrete() {
        for (int i = 0; i < ANGLES; i++) {
            cosine[i] = Math.cos(angle(i));
            sine[i] = Math.sin(angle(i));
        }
    }

    private static double angle(int direction) {
        return 2.0 * Math.PI * (direction + 0.5) / ANGLES;
    }

    @Override
    public String name() {
        return "vdptag2-discrete";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return 2 * ANGLES;
    }

    @Override
    public long observationCount() {
        return KEYED_OBSERVATIONS;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.floats[VanDerPol.AGENT_X] = 0.0f;
        state.floats[VanDerPol.AGENT_Y] = 0.0f;
        state.floats[VanDerPol.TARGET_X] = (float) (START * (2.0 * stream.nextDouble() - 1.0));
        state.floats[VanDerPol.TARGET_Y] = (float) (START * (2.0 * stream.nextDouble() - 1.0));
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        boolean look = action >= ANGLES;
        int direction = look ? action - ANGLES : action;
        VanDerPol.moveAgent(state, cosine[direction], sine[direction]);
        VanDerPol.moveTarget(state, stream);
        boolean tagged = VanDerPol.distance(state) < TAG_DISTANCE;
        double reward = (tagged ? TAG_REWARD : MOVE_REWARD) + (look ? LOOK_REWARD : 0.0);
        out.set(reward, tagged ? 0 : beams.read(state, look, stream), tagged);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return beams.logLikelihood(observation, action >= ANGLES, nextState);
    }

    @Override
    public String actionText(int action) {
        return (action >= ANGLES ? "look-" : "move-") + Math.round(Math.toDegrees(angle(action % ANGLES)));
    }

    @Override
    public String observationText(long observation) {
        return VdpBeams.text(observation);
    }
}
