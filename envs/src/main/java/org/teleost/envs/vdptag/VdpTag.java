package org.teleost.envs.vdptag;

import java.util.List;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** What VDPTag2's two variants share: everything but how an action is written. */
abstract class VdpTag implements GenerativeModel {
    private static final double DISCOUNT = 0.95;
    private static final double TAG_DISTANCE = 0.1;
    private static final double TAG_REWARD = 100.0;
    private static final double MOVE_REWARD = -1.0;
    private static final double LOOK_REWARD = -5.0;
    private static final double START = 4.0;

    private final String name;
    private final StateLayout layout;
    private final VdpBeams beams = new VdpBeams();

    VdpTag(String name, ActionBox box) {
        this.name = name;
        layout = new StateLayout(List.of(), List.of("agentX", "agentY", "targetX", "targetY"), List.of(), box);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final StateLayout layout() {
        return layout;
    }

    @Override
    public final long observationCount() {
        return KEYED_OBSERVATIONS;
    }

    @Override
    public final double discount() {
        return DISCOUNT;
    }

    @Override
    public final void sampleInitial(State state, RandomStream stream) {
        state.floats[VanDerPol.AGENT_X] = 0.0f;
        state.floats[VanDerPol.AGENT_Y] = 0.0f;
        state.floats[VanDerPol.TARGET_X] = (float) (START * (2.0 * stream.nextDouble() - 1.0));
        state.floats[VanDerPol.TARGET_Y] = (float) (START * (2.0 * stream.nextDouble() - 1.0));
    }

    /** One step along the unit vector (cosine, sine). */
    final void move(State state, double cosine, double sine, boolean look, RandomStream stream, Outcome out) {
        VanDerPol.moveAgent(state, cosine, sine);
        VanDerPol.moveTarget(state, stream);
        boolean tagged = VanDerPol.distance(state) < TAG_DISTANCE;
        double reward = (tagged ? TAG_REWARD : MOVE_REWARD) + (look ? LOOK_REWARD : 0.0);
        out.set(reward, tagged ? 0 : beams.read(state, look, stream), tagged);
    }

    final double logLikelihood(long observation, boolean look, State nextState) {
        return beams.logLikelihood(observation, look, nextState);
    }

    @Override
    public final String observationText(long observation) {
        return VdpBeams.text(observation);
    }
}
