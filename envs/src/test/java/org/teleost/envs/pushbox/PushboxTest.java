package org.teleost.envs.pushbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class PushboxTest {
    private final Pushbox flat = new Pushbox(2);
    private final State state = flat.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    private void step(double robotX, double robotY, double boxX, double boxY, double dx, double dy) {
        float[] lanes = {(float) robotX, (float) robotY, (float) boxX, (float) boxY};
        System.arraycopy(lanes, 0, state.floats, 0, 4);
        state.action[0] = (float) dx;
        state.action[1] = (float) dy;
        flat.step(state, 0, stream, out);
    }

    @Test
    void passTheConformanceKit() {
        for (int dimensions = 2; dimensions <= 3; dimensions++) {
            ModelConformance.check(
                            new Pushbox(dimensions),
                            ConformanceSettings.defaults().withRewardRange(-1010.0, 990.0))
                    .assertPassed();
        }
    }

    @Test
    void theBoxIsPushedFiveTimesAsFarAsItIsHit() {
        double sum = 0.0;
        double side = 0.0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            // contact after 0.5 of the way, head on: along n the box moves by 5 x 0.8 on average
            step(2.0, 5.0, 3.4, 5.0, 0.8, 0.0);
            assertThat(state.floats[2]).isBetween(3.4f + 4.0f * 0.9f * 0.9f, 3.4f + 4.0f * 1.1f * 1.1f);
            assertThat(state.floats[0]).isEqualTo(2.8f);
            assertThat(state.ints[0]).isOne();
            assertThat(out.reward).isEqualTo(-10.0);
            sum += state.floats[2] - 3.4;
            side += Math.abs(state.floats[3] - 5.0);
        }
        assertThat(sum / draws).isCloseTo(4.0, within(0.01));
        // 4 times the mean of |N(0, 0.1^2)| between its cuts, 2 (phi(0) - phi(1)) / 0.682689 = 0.45986
        assertThat(side / draws).isCloseTo(4.0 * 0.1 * 0.45986, within(0.005));
    }

    @Test
    void aPushAslantGoesAlongTheLineOfContact() {
        // robot passes 0.6 below the box: n = (0.8, 0.6) at contact, v = 5 x 0.8 x 0.8 = 3.2
        double x = 0.0;
        double y = 0.0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            step(2.0, 5.0, 3.0, 5.6, 0.8, 0.0);
            x += state.floats[2] - 3.0;
            y += state.floats[3] - 5.6;
        }
        assertThat(x / draws).isCloseTo(3.2 * 0.8, within(0.01));
        assertThat(y / draws).isCloseTo(3.2 * 0.6, within(0.01));
    }

    @Test
    void withoutContactTheBoxStays() {
        step(2.0, 5.0, 3.9, 5.0, 0.8, 0.0);
        assertThat(state.ints[0]).isZero();
        assertThat(state.floats[2]).isEqualTo(3.9f);
        // away from a box that is already close
        step(2.0, 5.0, 3.2, 5.0, -0.8, 0.0);
        assertThat(state.ints[0]).isZero();
        assertThat(out.terminal).isFalse();
    }

    @Test
    void goalAndWallsEndTheEpisode() {
        // contact at once, n = (1, 0), v = 5 x 0.5 = 2.5 on average: from 6 to 8.5
        step(5.0, 9.5, 6.0, 9.5, 0.5, 0.0);
        assertThat(out.terminal).isTrue();
        assertThat(out.reward).isEqualTo(990.0);
        step(1.2, 5.0, 6.0, 5.0, -0.5, 0.0);
        assertThat(out.terminal).isTrue();
        assertThat(out.reward).isEqualTo(-1010.0);
        // robot and box end closer than 1
        step(5.0, 5.0, 5.5, 5.0, -0.1, 0.0);
        assertThat(out.terminal).isTrue();
        assertThat(out.reward).isEqualTo(-1010.0);
    }

    @Test
    void theMapHasItsCorner() {
        assertThat(Room.isGoal(8.5, 9.5)).isTrue();
        assertThat(Room.isWall(8.5, 9.5)).isFalse();
        assertThat(Room.isWall(9.5, 9.5)).isTrue();
        assertThat(Room.isWall(7.5, 10.5)).isFalse();
        assertThat(Room.isWall(8.5, 10.5)).isTrue();
        assertThat(Room.isWall(0.9, 5.0)).isTrue();
        assertThat(Room.isWall(5.0, 11.0)).isTrue();
        assertThat(Room.isWall(10.9, 8.9)).isFalse();
        assertThat(Room.isWall(-3.0, 5.0)).isTrue();
    }

    /** At 5 degrees above the x axis: below it, so in bucket 11, is a noise of less than half a deviation. */
    @Test
    void bearingsSpillIntoTheNextBucket() {
        double x = Math.cos(Math.toRadians(5.0));
        double y = Math.sin(Math.toRadians(5.0));
        assertThat(Bearings.probability(11, x, y)).isCloseTo(0.219547, within(1e-5));
        assertThat(Bearings.probability(0, x, y)).isCloseTo(1.0 - 0.219547, within(1e-5));
        assertThat(Bearings.probability(1, x, y)).isZero();
        assertThat(Bearings.probability(6, -1.0, -0.2)).isGreaterThan(0.85);
    }

    /** Box at 3 from the goal, robot 2 beyond the place behind the box: 2 + 3.5 steps. */
    @Test
    void theLeafValueIsThatOfTheDeterministicWorld() {
        float[] lanes = {3.0f, 9.5f, 5.5f, 9.5f};
        System.arraycopy(lanes, 0, state.floats, 0, 4);
        double d = 2.0 + 3.5;
        double expected = -10.0 * (1.0 - Math.pow(0.95, d + 1.0)) / 0.05 + 1000.0 * Math.pow(0.95, d);
        assertThat(flat.heuristicValue(state)).isCloseTo(expected, within(1e-3));
    }

    @Test
    void inThreeDimensionsTheGoalIsABall() {
        Pushbox upright = new Pushbox(3);
        State solid = upright.layout().newState();
        for (double z : new double[] {0.0, 1.0}) {
            float[] lanes = {5.0f, 9.5f, (float) z, 6.0f, 9.5f, (float) z};
            System.arraycopy(lanes, 0, solid.floats, 0, 6);
            solid.action[0] = 0.5f;
            solid.action[1] = 0.0f;
            solid.action[2] = 0.0f;
            upright.step(solid, 0, stream, out);
            assertThat(out.terminal).isEqualTo(z == 0.0);
        }
    }
}
