package org.teleost.envs.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class RockOddsTest {
    private final RockMap map = new RockMap(50, new int[] {20, 40, 49}, new int[] {0});

    private float[] start() {
        float[] history = new float[4];
        RockOdds.initialise(map, history);
        return history;
    }

    @Test
    void followsBayesByHand() {
        // accuracy 0.75 at distance 20: good, good, bad gives 3 : 1
        float[] history = start();
        RockOdds.sensed(map, history, 1, 0, 0, true);
        assertThat(RockOdds.probability(history[1])).isCloseTo(0.75, within(1e-6));
        RockOdds.sensed(map, history, 1, 0, 0, true);
        assertThat(RockOdds.probability(history[1])).isCloseTo(0.9, within(1e-6));
        RockOdds.sensed(map, history, 1, 0, 0, false);
        assertThat(RockOdds.probability(history[1])).isCloseTo(0.75, within(1e-6));
        assertThat(history[2]).isZero();
    }

    @Test
    void readingOnTheSpotIsCertain() {
        float[] history = start();
        RockOdds.sensed(map, history, 1, 20, 0, true);
        assertThat(history[1]).isEqualTo(RockOdds.KNOWN_GOOD);
        RockOdds.sensed(map, history, 1, 0, 0, false);
        assertThat(history[1]).isEqualTo(RockOdds.KNOWN_GOOD);
    }

    @Test
    void sampledRockStaysBad() {
        float[] history = start();
        RockOdds.sampled(map, history, 1, 20);
        RockOdds.sensed(map, history, 1, 0, 0, true);
        assertThat(history[1]).isEqualTo(RockOdds.KNOWN_BAD);
        RockOdds.sampled(map, history, 1, 7);
        assertThat(history).containsExactly(0.0f, RockOdds.KNOWN_BAD, 0.0f, 0.0f);
    }

    @Test
    void quickProbabilityIsCloseToTheLogistic() {
        for (float x = -20.0f; x < 20.0f; x += 0.0137f) {
            assertThat((double) RockOdds.quickProbability(x)).isCloseTo(RockOdds.probability(x), within(7e-6));
        }
    }

    @Test
    void redrawFollowsTheMarginals() {
        float[] history = {0, RockOdds.KNOWN_BAD, 1.0986f, RockOdds.KNOWN_GOOD};
        int[] lanes = new int[2];
        RandomStream stream = new RandomStream(8);
        int[] good = new int[3];
        int draws = 40_000;
        for (int i = 0; i < draws; i++) {
            RockOdds.redraw(map, history, 1, lanes, 1, stream);
            for (int rock = 0; rock < 3; rock++) {
                good[rock] += lanes[1] >>> rock & 1;
            }
        }
        assertThat(good[0]).isZero();
        assertThat(good[2]).isEqualTo(draws);
        assertThat((double) good[1] / draws).isCloseTo(0.75, within(0.01));
    }
}
