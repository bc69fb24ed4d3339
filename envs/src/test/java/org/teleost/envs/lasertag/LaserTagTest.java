package org.teleost.envs.lasertag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.envs.tag.Chase;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class LaserTagTest {
    private final LaserTag model = new LaserTag(3);
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-10.0, 10.0))
                .assertPassed();
    }

    @Test
    void everySeedDrawsEightObstacles() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(new LaserTag(seed).map().cells).isEqualTo(7 * 11 - 8);
        }
    }

    @Test
    void aTagOnTheTargetsCellEndsAndAnotherCosts() {
        state.ints[0] = 4;
        state.ints[1] = 4;
        model.step(state, Chase.TAG, stream, out);
        assertThat(out.reward).isEqualTo(10.0);
        assertThat(out.terminal).isTrue();
        state.ints[1] = 20;
        model.step(state, Chase.TAG, stream, out);
        assertThat(out.reward).isEqualTo(-10.0);
        assertThat(out.terminal).isFalse();
        assertThat(state.ints[0]).isEqualTo(4);
    }

    @Test
    void theTargetFleesAlongEachAxisWithProbabilityTwoFifths() {
        // an open field of three by three: the robot in the south-west corner, the target in the middle
        boolean[] free = {true, true, true, true, true, true, true, true, true};
        Chase chase = new Chase(free, 3);
        int[] seen = new int[9];
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            seen[chase.flee(4, 0, stream)]++;
        }
        assertThat((double) seen[5] / draws).isCloseTo(0.4, within(0.01));
        assertThat((double) seen[7] / draws).isCloseTo(0.4, within(0.01));
        assertThat((double) seen[4] / draws).isCloseTo(0.2, within(0.01));
        int[] level = new int[9];
        for (int i = 0; i < draws; i++) {
            level[chase.flee(4, 3, stream)]++;
        }
        assertThat((double) level[1] / draws).isCloseTo(0.2, within(0.01));
        assertThat((double) level[7] / draws).isCloseTo(0.2, within(0.01));
    }

    @Test
    void readingsFollowTheirLikelihood() {
        LaserBeams beams = new LaserBeams(model.map());
        int draws = 200_000;
        // the share of one beam's readings, against its mass: all other beams are summed out
        int[] counts = new int[20];
        for (int i = 0; i < draws; i++) {
            counts[LaserBeams.reading(beams.read(0, 30, stream), 2)]++;
        }
        long base = beams.read(0, 30, stream) & ~(127L << 14);
        double total = 0.0;
        double[] mass = new double[16];
        for (int reading = 0; reading < 16; reading++) {
            mass[reading] = Math.exp(beams.logLikelihood(base | (long) reading << 14, 0, 30));
            total += mass[reading];
        }
        for (int reading = 0; reading < 16; reading++) {
            assertThat((double) counts[reading] / draws)
                    .as("reading %d", reading)
                    .isCloseTo(mass[reading] / total, within(0.006));
        }
    }

    /**
     * DESPOT's distance is to the cell that stops the beam, so beside a wall it is 1 and reads 0, two cells away 0 or
     * 1.
     */
    @Test
    void distancesReachTheCellThatStopsTheBeam() {
        boolean[] free = new boolean[9];
        Arrays.fill(free, true);
        LaserBeams beams = new LaserBeams(new Chase(free, 3));
        int corner = 0;
        int opposite = 8;
        int one = 0;
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            long seen = beams.read(corner, opposite, stream);
            assertThat(LaserBeams.reading(seen, 4)).isZero();
            assertThat(LaserBeams.reading(seen, 2)).isLessThan(3);
            one += LaserBeams.reading(seen, 2) == 2 ? 1 : 0;
        }
        // three cells to the east wall's middle: floor(3 - |n|) = 2 with P(|n| <= 1) = erf(1 / (2.5 sqrt 2)) = 0.31084
        assertThat((double) one / draws).isCloseTo(0.31084, within(0.006));
    }

    @Test
    void anObstacleMayBeAStartThatNobodyEnters() {
        LaserTag anywhere = LaserTag.startingAnywhere(3);
        Chase map = anywhere.map();
        assertThat(map.cells).isEqualTo(77);
        int blocked = 0;
        for (int cell = 0; cell < map.cells; cell++) {
            for (int move = 0; move < 4; move++) {
                int to = map.next(cell, move);
                boolean inObstacle = map.cell(map.x[to], map.y[to]) < 0;
                assertThat(inObstacle && to != cell).isFalse();
            }
            blocked += map.cell(map.x[cell], map.y[cell]) < 0 ? 1 : 0;
        }
        assertThat(blocked).isEqualTo(8);
        ModelConformance.check(anywhere, ConformanceSettings.defaults().withRewardRange(-10.0, 10.0))
                .assertPassed();
    }

    @Test
    void whereRobotAndTargetMeetEveryBitIsSet() {
        LaserBeams beams = new LaserBeams(model.map());
        assertThat(beams.read(7, 7, stream)).isEqualTo(LaserBeams.SAME_CELL);
        assertThat(beams.logLikelihood(LaserBeams.SAME_CELL, 7, 7)).isZero();
        assertThat(beams.logLikelihood(LaserBeams.SAME_CELL, 7, 8)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(model.observationText(LaserBeams.SAME_CELL)).isEqualTo("target-here");
    }
}
