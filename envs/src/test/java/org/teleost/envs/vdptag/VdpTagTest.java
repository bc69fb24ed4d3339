package org.teleost.envs.vdptag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class VdpTagTest {
    private final VdpTagDiscrete model = new VdpTagDiscrete();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(3);

    private void set(double agentX, double agentY, double targetX, double targetY) {
        state.floats[VanDerPol.AGENT_X] = (float) agentX;
        state.floats[VanDerPol.AGENT_Y] = (float) agentY;
        state.floats[VanDerPol.TARGET_X] = (float) targetX;
        state.floats[VanDerPol.TARGET_Y] = (float) targetY;
    }

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-6.0, 100.0))
                .assertPassed();
    }

    @Test
    void continuousDirectionsAreTheSameWorld() {
        VdpTagContinuous continuous = new VdpTagContinuous();
        ModelConformance.check(continuous, ConformanceSettings.defaults().withRewardRange(-6.0, 100.0))
                .assertPassed();
        State other = continuous.layout().newState();
        set(0.4, -0.7, 1.0, 2.0);
        System.arraycopy(state.floats, 0, other.floats, 0, 4);
        other.action[VdpTagContinuous.ANGLE] = (float) Math.toRadians(9.0 + 3 * 18.0);
        other.action[VdpTagContinuous.LOOK] = 0.7f;
        Outcome same = new Outcome();
        model.step(state, VdpTagDiscrete.ANGLES + 3, new RandomStream(8), out);
        continuous.step(other, 0, new RandomStream(8), same);
        assertThat(other.floats).containsExactly(state.floats, within(1e-6f));
        assertThat(same.reward).isEqualTo(out.reward).isEqualTo(-6.0);
        assertThat(same.observation).isEqualTo(out.observation);
        assertThat(continuous.logLikelihood(same.observation, 0, other))
                .isCloseTo(model.logLikelihood(out.observation, VdpTagDiscrete.ANGLES + 3, state), within(1e-3));
    }

    /** Against Heun's rule with steps of 1e-5. */
    @Test
    void theTargetFollowsTheOscillator() {
        set(0.0, 0.0, 1.5, -0.8);
        VanDerPol.flow(state);
        double x = 1.5;
        double y = -0.8;
        double h = 1e-5;
        for (int i = 0; i < 50_000; i++) {
            double u = 2.0 * (x - x * x * x / 3.0 - y);
            double v = x / 2.0;
            double endX = x + h * u;
            double endY = y + h * v;
            x += h * 0.5 * (u + 2.0 * (endX - endX * endX * endX / 3.0 - endY));
            y += h * 0.5 * (v + endX / 2.0);
        }
        assertThat((double) state.floats[VanDerPol.TARGET_X]).isCloseTo(x, within(2e-4));
        assertThat((double) state.floats[VanDerPol.TARGET_Y]).isCloseTo(y, within(2e-4));
    }

    @Test
    void barriersStopTheAgentAndNothingElse() {
        assertThat(moved(1.0, 0.2, 0.0, -1.0)).containsExactly(1.0f, (float) 1e-5);
        assertThat(moved(1.0, -0.2, 0.0, 1.0)).containsExactly(1.0f, (float) -1e-5);
        assertThat(moved(-0.2, -1.0, 1.0, 0.0)).containsExactly((float) -1e-5, -1.0f);
        // through the gap at the origin, and beyond the ends
        assertThat(moved(0.1, 0.2, 0.0, -1.0)).containsExactly(0.1f, -0.3f);
        assertThat(moved(3.1, 0.2, 0.0, -1.0)).containsExactly(3.1f, -0.3f);
        // having stopped, it can go back but not through
        assertThat(moved(1.0, 1e-5, 0.0, -1.0)[1]).isPositive();
        assertThat(moved(1.0, 1e-5, 0.0, 1.0)[1]).isGreaterThan(0.5f);
    }

    private float[] moved(double x, double y, double cosine, double sine) {
        set(x, y, 0.0, 0.0);
        VanDerPol.moveAgent(state, cosine, sine);
        return new float[] {state.floats[VanDerPol.AGENT_X], state.floats[VanDerPol.AGENT_Y]};
    }

    @Test
    void aTagEndsTheEpisode() {
        int tags = 0;
        for (int i = 0; i < 20_000; i++) {
            set(0.0, 0.0, 0.5, 0.1);
            VanDerPol.flow(state);
            float x = state.floats[VanDerPol.TARGET_X];
            float y = state.floats[VanDerPol.TARGET_Y];
            double angle = Math.toRadians(9.0);
            set(x - 0.5 * Math.cos(angle), y - 0.5 * Math.sin(angle), 0.5, 0.1);
            model.step(state, 0, stream, out);
            tags += out.terminal ? 1 : 0;
            assertThat(out.reward).isEqualTo(out.terminal ? 100.0 : -1.0);
        }
        // the agent ends where the target would be: P(|N(0, 0.05^2)|^2 of two axes below 0.1^2) = 1 - exp(-2)
        assertThat(tags / 20_000.0).isCloseTo(1.0 - Math.exp(-2.0), within(0.012));
    }

    @Test
    void aLookCostsFiveAndSeesTheDistance() {
        double spread = 0.0;
        for (int i = 0; i < 500; i++) {
            set(0.1, 0.1, -2.0, 1.0);
            model.step(state, VdpTagDiscrete.ANGLES, stream, out);
            assertThat(out.reward).isEqualTo(-6.0);
            double distance = VanDerPol.distance(state);
            double before = model.logLikelihood(out.observation, VdpTagDiscrete.ANGLES, state);
            state.floats[VanDerPol.TARGET_X] -= 1.0f;
            double away = model.logLikelihood(out.observation, VdpTagDiscrete.ANGLES, state);
            assertThat(VanDerPol.distance(state)).isGreaterThan(distance + 0.5);
            assertThat(before).isGreaterThan(away);
            spread += before;
        }
        assertThat(spread).isFinite();
    }

    /** Published for random directions and looks: -66.8 (50 steps or more, which changes little). */
    @Test
    void randomActionsAreWorthWhatIsPublished() {
        double sum = 0.0;
        int episodes = 3_000;
        for (int episode = 0; episode < episodes; episode++) {
            stream.startEpisode(9, 0, episode);
            model.sampleInitial(state, stream);
            double discount = 1.0;
            out.terminal = false;
            for (int step = 0; step < 100 && !out.terminal; step++) {
                model.step(state, stream.nextInt(model.actionCount()), stream, out);
                sum += discount * out.reward;
                discount *= model.discount();
            }
        }
        assertThat(sum / episodes).isBetween(-68.0, -63.0);
    }
}
