package org.teleost.envs.conttag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class ContTagTest {
    private final ContTag model = new ContTag(4);
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    private void step(
            double robotX, double robotY, double heading, double targetX, double targetY, double turn, double tag) {
        float[] lanes = {(float) robotX, (float) robotY, (float) heading, (float) targetX, (float) targetY};
        System.arraycopy(lanes, 0, state.floats, 0, 5);
        state.action[ContTag.TURN] = (float) turn;
        state.action[ContTag.TAG] = (float) tag;
        model.step(state, 0, stream, out);
    }

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-10.0, 10.0))
                .assertPassed();
    }

    @Test
    void theRobotsStartIsKnownAndTheTargetsIsNot() {
        model.sampleInitial(state, stream);
        float x = state.floats[ContTag.ROBOT_X];
        float target = state.floats[ContTag.TARGET_X];
        model.sampleInitial(state, stream);
        assertThat(state.floats[ContTag.ROBOT_X]).isEqualTo(x);
        assertThat(state.floats[ContTag.TARGET_X]).isNotEqualTo(target);
        assertThat(ContTag.isFree(x, state.floats[ContTag.ROBOT_Y])).isTrue();
    }

    @Test
    void tagsWithinReach() {
        step(5.0, 1.0, 0.0, 5.9, 1.0, 0.5, 1.0);
        assertThat(out.reward).isEqualTo(10.0);
        assertThat(out.terminal).isTrue();
        step(5.0, 1.0, 0.0, 6.1, 1.0, 0.5, 1.0);
        assertThat(out.reward).isEqualTo(-10.0);
        assertThat(out.terminal).isFalse();
        assertThat(state.floats[ContTag.ROBOT_X]).isEqualTo(5.0f);
    }

    @Test
    void theRobotTurnsAndMovesUnlessBlocked() {
        // a quarter turn to the left is u = 0.75
        step(6.0, 1.0, 0.0, 1.0, 1.0, 0.75, 0.0);
        assertThat(state.floats[ContTag.ROBOT_Y]).isCloseTo(2.0f, within(1e-5f));
        assertThat((double) state.floats[ContTag.HEADING]).isCloseTo(Math.PI / 2.0, within(1e-5));
        assertThat(out.reward).isEqualTo(-1.0);
        step(1.0, 1.5, 0.3, 5.0, 1.0, 0.75, 0.0);
        assertThat(state.floats[ContTag.ROBOT_Y]).isEqualTo(1.5f);
        assertThat(state.floats[ContTag.HEADING]).isEqualTo(0.3f);
    }

    @Test
    void theTargetFleesWithinACone() {
        for (int i = 0; i < 1000; i++) {
            step(3.0, 1.0, 0.0, 5.5, 1.0, 0.5, 0.0);
            double dx = state.floats[ContTag.TARGET_X] - 5.5;
            double dy = state.floats[ContTag.TARGET_Y] - 1.0;
            assertThat(Math.hypot(dx, dy)).isCloseTo(1.0, within(1e-5));
            assertThat(Math.abs(Math.atan2(dy, dx))).isLessThanOrEqualTo(Math.PI / 8.0 + 1e-5);
        }
        // into the wall of the last column it stays
        step(3.0, 1.0, 0.0, 9.5, 1.0, 0.5, 0.0);
        assertThat(state.floats[ContTag.TARGET_X]).isEqualTo(9.5f);
    }

    @Test
    void sightFadesWithTheBearingOnBothSides() {
        for (double side : new double[] {-1.0, 1.0}) {
            step(5.0, 1.0, 0.0, 6.0, 1.0, 0.5, 0.0);
            float[] lanes = {6.0f, 2.0f, (float) (side * Math.PI / 4.0), 7.0f, 2.0f};
            System.arraycopy(lanes, 0, state.floats, 0, 5);
            assertThat(ContTag.seen(state)).isCloseTo(0.75, within(1e-6));
        }
        state.floats[ContTag.HEADING] = (float) Math.PI;
        assertThat(ContTag.seen(state)).isZero();
        assertThat(model.logLikelihood(1, 0, state)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
