package org.teleost.envs.sensorplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class SensorPlacementTest {
    private final SensorPlacement model = new SensorPlacement(6);
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    @Test
    void passTheConformanceKit() {
        for (int joints = 6; joints <= 12; joints += 2) {
            ModelConformance.check(
                            new SensorPlacement(joints),
                            ConformanceSettings.defaults().withRewardRange(-501.0, 999.0))
                    .assertPassed();
        }
    }

    private float[] end(double... angles) {
        float[] lanes = new float[9];
        for (int i = 0; i < angles.length; i++) {
            lanes[i] = (float) angles[i];
        }
        new Arm(6).place(lanes);
        return Arrays.copyOfRange(lanes, 6, 9);
    }

    @Test
    void theArmBendsAboutItsAxes() {
        assertThat(end()).containsExactly(new float[] {6.0625f, 0.0f, 0.0f}, within(1e-5f));
        double right = Math.PI / 2.0;
        // the first joint turns all of it about z
        assertThat(end(right)).containsExactly(new float[] {0.0f, 6.0625f, 0.0f}, within(1e-5f));
        // the start: one link out, one up, four out
        assertThat(end(0.0, -right, right)).containsExactly(new float[] {5.0625f, 0.0f, 1.0f}, within(1e-5f));
        // the fourth and fifth joints turn sideways, the last lowers the last link
        assertThat(end(0.0, 0.0, 0.0, right, -right, right))
                .containsExactly(new float[] {4.0f, 1.0f, -1.0625f}, within(1e-5f));
        // an upright arm turned about its own axis points its elbow elsewhere
        assertThat(end(right, -right, right)).containsExactly(new float[] {0.0f, 5.0625f, 1.0f}, within(1e-5f));
    }

    private void step(double... angles) {
        Arrays.fill(state.floats, 0.0f);
        Arrays.fill(state.action, 0.0f);
        for (int i = 0; i < angles.length; i++) {
            state.floats[i] = (float) angles[i];
        }
        model.step(state, 0, stream, out);
    }

    /**
     * One link out, one at an angle with sine 1.5 less a little, four out: the end is at (1 + cos + 4.0625, 0, sin).
     */
    @Test
    void placesTouchesAndCollides() {
        double lift = Math.asin(0.95);
        step(0.0, -lift, lift);
        double x = 1.0 + Math.cos(lift) + 4.0625;
        assertThat((double) state.floats[6]).isCloseTo(x, within(1e-5));
        assertThat(x - 5.225).isBetween(0.1, 0.15);
        assertThat(out.reward).isEqualTo(-501.0);
        assertThat(out.terminal).isTrue();
        assertThat(out.observation).isEqualTo(4);
        step(0.0, -1.57, 1.57);
        assertThat(out.observation).isZero();
        assertThat(out.reward).isEqualTo(-1.0);
        // a little further, and turned to the right
        step(-0.02, -1.5, 1.5);
        assertThat(out.observation).isEqualTo(2);
        assertThat(out.terminal).isFalse();
        // the third link upwards a little lifts the end to 1.5
        double up = Math.asin(0.5 / 4.0625);
        double reach = 4.0625 * Math.cos(up);
        double second = Math.acos(5.225 - 1.0 - reach);
        step(0.0, -second, second - Math.asin((1.5 - Math.sin(second)) / 4.0625));
        assertThat(out.reward).isEqualTo(999.0);
        assertThat(out.terminal).isTrue();
    }

    @Test
    void theLeafValueIsThatOfTheDeterministicWorld() {
        step(0.0, -Math.PI / 2.0, Math.PI / 2.0);
        double d = Math.hypot(0.1625, 0.5);
        double expected = -(1.0 - Math.pow(0.95, d)) / 0.05 + 1000.0 * Math.pow(0.95, d - 1.0);
        assertThat(model.heuristicValue(state)).isCloseTo(expected, within(0.01));
    }
}
