package org.teleost.envs.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class ParkingTest {
    private final Parking model = new Parking(2);
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    private void step(double x, double y, double heading, double speed, double acceleration, double turn) {
        state.floats[Parking.X] = (float) x;
        state.floats[Parking.Y] = (float) y;
        state.floats[Parking.HEADING] = (float) heading;
        state.floats[Parking.SPEED] = (float) speed;
        state.action[0] = (float) acceleration;
        state.action[1] = (float) turn;
        model.step(state, 0, stream, out);
    }

    @Test
    void passTheConformanceKit() {
        for (int dimensions = 2; dimensions <= 3; dimensions++) {
            ModelConformance.check(
                            new Parking(dimensions),
                            ConformanceSettings.defaults().withRewardRange(-101.0, 99.0))
                    .assertPassed();
        }
    }

    /** From rest with acceleration 3: speeds 0, 1, 2 in the three thirds, so 1 in all. */
    @Test
    void drivesInThreeStepsOfAThird() {
        step(-1.0, 0.0, 0.0, 0.0, 3.0, 0.0);
        assertThat((double) state.floats[Parking.X]).isCloseTo(0.0, within(1e-6));
        assertThat((double) state.floats[Parking.SPEED]).isCloseTo(3.0, within(1e-6));
        // turning 0.3 a second at speed 3: headings 0, 0.1, 0.2
        step(-3.0, 0.0, 0.0, 3.0, 0.0, 0.3);
        assertThat((double) state.floats[Parking.X])
                .isCloseTo(-3.0 + 1.0 + Math.cos(0.1) + Math.cos(0.2), within(1e-5));
        assertThat((double) state.floats[Parking.Y]).isCloseTo(Math.sin(0.1) + Math.sin(0.2), within(1e-5));
        assertThat((double) state.floats[Parking.HEADING]).isCloseTo(0.3, within(1e-6));
    }

    @Test
    void parksOrCollides() {
        step(9.4, 0.0, 0.0, 0.5, 0.0, 0.0);
        assertThat(out.reward).isEqualTo(99.0);
        assertThat(out.terminal).isTrue();
        // the nose would be 0.05 in the last obstacle
        step(9.5, 0.0, 0.0, 0.5, 0.0, 0.0);
        assertThat(out.reward).isEqualTo(-101.0 + 100.0);
        step(4.0, 3.0, 0.0, 3.0, 0.0, 0.0);
        assertThat(out.reward).isEqualTo(-101.0);
        assertThat(state.floats[Parking.X]).isCloseTo(5.0f, within(1e-5f));
    }

    @Test
    void aTurnedVehicleNeedsMoreRoom() {
        Obstacles obstacles = new Obstacles(13.45);
        // the gap between the first two obstacles is 1.2 wide; across, the vehicle is 1 long
        assertThat(obstacles.meets(8.0, 0.0, 0.0)).isFalse();
        assertThat(obstacles.meets(8.0, 0.0, Math.PI / 2.0)).isFalse();
        assertThat(obstacles.meets(8.0, 0.15, Math.PI / 2.0)).isTrue();
        assertThat(obstacles.meets(8.0, 0.15, 0.0)).isFalse();
        // half the height of the box around it at 30 degrees: 0.25 + 0.2165
        assertThat(obstacles.meets(8.0, 0.12, Math.PI / 6.0)).isFalse();
        assertThat(obstacles.meets(8.0, 0.14, Math.PI / 6.0)).isTrue();
        // beside a corner the boxes around both overlap but they do not
        assertThat(obstacles.meets(4.7, 0.35, -Math.PI / 4.0)).isFalse();
        assertThat(obstacles.meets(4.7, 0.35, Math.PI / 4.0)).isTrue();
    }

    @Test
    void tilesTellTheLane() {
        int[] counts = new int[4];
        int draws = 30_000;
        for (int i = 0; i < draws; i++) {
            step(2.0, 3.0, 0.0, 0.0, 0.0, 0.0);
            counts[(int) out.observation]++;
        }
        assertThat((double) counts[1] / draws).isCloseTo(0.7, within(0.01));
        assertThat((double) counts[2] / draws).isCloseTo(0.15, within(0.01));
        assertThat((double) counts[3] / draws).isCloseTo(0.15, within(0.01));
        assertThat(model.logLikelihood(3, 0, state)).isCloseTo(Math.log(0.15), within(1e-12));
        step(2.0, -5.9, 0.0, 0.0, 0.0, 0.0);
        assertThat(Parking.tile(state)).isEqualTo(3);
        step(0.5, 0.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(out.observation).isZero();
    }

    @Test
    void theLeafValueIsThatOfTheDeterministicWorld() {
        step(5.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        double expected = -(1.0 - Math.pow(0.95, 5.0)) / 0.05 + 100.0 * Math.pow(0.95, 4.0);
        assertThat(model.heuristicValue(state)).isCloseTo(expected, within(1e-4));
    }
}
