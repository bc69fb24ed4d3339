package org.teleost.envs.roomba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class RoombaTest {
    private final Roomba model = new Roomba();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    private void step(double x, double y, double heading, double speed, double turn) {
        state.floats[Roomba.X] = (float) x;
        state.floats[Roomba.Y] = (float) y;
        state.floats[Roomba.HEADING] = (float) heading;
        state.ints[0] = 0;
        state.action[Roomba.SPEED] = (float) speed;
        state.action[Roomba.TURN] = (float) turn;
        model.step(state, 0, stream, out);
    }

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-11.1, 9.9))
                .assertPassed();
    }

    @Test
    void turnsThenGoes() {
        step(0.0, 0.0, 0.5, 2.0, 1.0);
        assertThat((double) state.floats[Roomba.X]).isCloseTo(Math.cos(1.0), within(1e-5));
        assertThat((double) state.floats[Roomba.Y]).isCloseTo(Math.sin(1.0), within(1e-5));
        assertThat(out.reward).isEqualTo(-0.1);
        assertThat(out.observation).isZero();
    }

    @Test
    void wallsStopAndCostOnce() {
        step(0.0, 4.0, Math.PI / 2.0, 2.0, 0.0);
        assertThat(state.floats[Roomba.Y]).isCloseTo(4.5f, within(1e-4f));
        assertThat(out.reward).isEqualTo(-1.1);
        assertThat(out.observation).isOne();
        model.step(state, 0, stream, out);
        assertThat(out.reward).isEqualTo(-0.1);
        assertThat(out.observation).isOne();
    }

    @Test
    void theWayLeadsAroundTheCornerThatPointsInwards() {
        // down through the opening between the two parts, and not through the wall beside it
        step(-20.0, -4.2, -Math.PI / 2.0, 2.0, 0.0);
        assertThat(state.floats[Roomba.Y]).isCloseTo(-5.2f, within(1e-4f));
        assertThat(out.observation).isZero();
        step(-15.0, -4.2, -Math.PI / 2.0, 2.0, 0.0);
        assertThat(state.floats[Roomba.Y]).isCloseTo(-4.5f, within(1e-4f));
        assertThat(out.observation).isOne();
        // up again, and against the inner side wall
        step(-20.0, -5.0, Math.PI / 2.0, 2.0, 0.0);
        assertThat(state.floats[Roomba.Y]).isCloseTo(-4.0f, within(1e-4f));
        step(-16.0, -10.0, 0.0, 2.0, 0.0);
        assertThat(state.floats[Roomba.X]).isCloseTo(-15.5f, within(1e-4f));
        assertThat(out.observation).isOne();
        // aslant from the tall part into the wide one
        step(-15.8, -4.9, Math.PI / 4.0, 2.0, 0.0);
        assertThat(out.observation).isOne();
        step(-16.2, -4.9, Math.PI / 4.0, 2.0, 0.0);
        assertThat(state.floats[Roomba.X]).isCloseTo((float) (-16.2 + Math.sqrt(0.5)), within(1e-4f));
    }

    @Test
    void theDoorAndTheStairsEndTheEpisode() {
        step(14.0, 0.0, 0.0, 2.0, 0.0);
        assertThat(out.terminal).isTrue();
        assertThat(out.reward).isCloseTo(-1.1 + 10.0, within(1e-12));
        step(12.0, -4.0, -Math.PI / 2.0, 2.0, 0.0);
        assertThat(out.terminal).isTrue();
        assertThat(out.reward).isCloseTo(-1.1 - 10.0, within(1e-12));
        step(8.0, -4.0, -Math.PI / 2.0, 2.0, 0.0);
        assertThat(out.terminal).isFalse();
    }
}
