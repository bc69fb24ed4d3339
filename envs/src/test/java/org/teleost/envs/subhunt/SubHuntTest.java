package org.teleost.envs.subhunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.envs.beams.Beams;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class SubHuntTest {
    private static final int DRAWS = 40_000;
    private static final int NORTH = 0;
    private static final int WEST = 3;

    private final SubHunt model = new SubHunt();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(7);

    private void set(int ownX, int ownY, int targetX, int targetY, int goal, int aware) {
        state.ints[SubHunt.OWN] = SubHunt.cell(ownX, ownY);
        state.ints[SubHunt.TARGET] = SubHunt.cell(targetX, targetY);
        state.ints[SubHunt.GOAL] = goal;
        state.ints[SubHunt.AWARE] = aware;
    }

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(0.0, 100.0))
                .assertPassed();
    }

    @Test
    void theTargetStartsOppositeToItsGoal() {
        for (int i = 0; i < 1000; i++) {
            model.sampleInitial(state, stream);
            int x = state.ints[SubHunt.TARGET] % SubHunt.SIZE;
            int y = state.ints[SubHunt.TARGET] / SubHunt.SIZE;
            int[] start = {y, x, SubHunt.SIZE - 1 - y, SubHunt.SIZE - 1 - x};
            assertThat(start[state.ints[SubHunt.GOAL]]).isZero();
            assertThat(state.ints[SubHunt.OWN]).isEqualTo(SubHunt.cell(9, 9));
        }
    }

    @Test
    void theTargetGoesAheadOrAslant() {
        int[] counts = new int[SubHunt.SIZE * SubHunt.SIZE];
        for (int i = 0; i < DRAWS; i++) {
            set(0, 0, 10, 10, WEST, 0);
            model.step(state, NORTH, stream, out);
            counts[state.ints[SubHunt.TARGET]]++;
        }
        assertThat((double) counts[SubHunt.cell(8, 10)] / DRAWS).isCloseTo(0.5, within(0.01));
        assertThat((double) counts[SubHunt.cell(9, 11)] / DRAWS).isCloseTo(0.25, within(0.01));
        assertThat((double) counts[SubHunt.cell(9, 9)] / DRAWS).isCloseTo(0.25, within(0.01));
        assertThat(state.ints[SubHunt.OWN]).isEqualTo(SubHunt.cell(0, 3));
    }

    @Test
    void anUnawareTargetNearbyIsSunkForSureAndAnAwareOneOften() {
        int kills = 0;
        for (int i = 0; i < DRAWS; i++) {
            set(10, 10, 12, 10, NORTH, 0);
            model.step(state, SubHunt.ENGAGE, stream, out);
            assertThat(out.reward).isEqualTo(100.0);
            assertThat(out.terminal).isTrue();
            set(10, 10, 12, 10, NORTH, 1);
            model.step(state, SubHunt.ENGAGE, stream, out);
            kills += out.terminal ? 1 : 0;
        }
        assertThat((double) kills / DRAWS).isCloseTo(0.6, within(0.01));
        set(10, 10, 12, 11, NORTH, 0);
        model.step(state, SubHunt.ENGAGE, stream, out);
        assertThat(out.terminal).isFalse();
        assertThat(out.reward).isZero();
    }

    @Test
    void theEpisodeEndsWithoutRewardWhereTheTargetCrosses() {
        set(3, 3, 10, 18, NORTH, 0);
        model.step(state, NORTH, stream, out);
        assertThat(out.terminal).isTrue();
        assertThat(out.reward).isZero();
        set(3, 3, 1, 10, WEST, 0);
        model.step(state, NORTH, stream, out);
        assertThat(out.terminal).isTrue();
    }

    @Test
    void aPingWarnsAndFindsTheBeam() {
        int best = 0;
        for (int i = 0; i < 200; i++) {
            set(10, 10, 4, 10, NORTH, 0);
            model.step(state, SubHunt.PING, stream, out);
            assertThat(state.ints[SubHunt.AWARE]).isOne();
            int nearest = 0;
            for (int beam = 1; beam < Beams.COUNT; beam++) {
                nearest = Beams.bin(out.observation, beam) < Beams.bin(out.observation, nearest) ? beam : nearest;
            }
            best += nearest == 3 ? 1 : 0;
        }
        // the target is now at (4, 12), (5, 11) or (3, 11): between 135 and 180 degrees
        assertThat(best).isEqualTo(200);
    }

    /** Two readings of N(d, 0.25) against N(20, 0.25): 0.4 of a deviation is a bin, bin 105 is from 4.0 to 4.2. */
    @Test
    void theLikelihoodIsThatOfTheBins() {
        set(10, 10, 13, 14, NORTH, 1);
        long key = 0;
        for (int beam = 0; beam < Beams.COUNT; beam++) {
            key |= Beams.key(beam, 185);
        }
        long atFive = key & ~Beams.key(1, 255) | Beams.key(1, 110);
        double near = model.logLikelihood(atFive, SubHunt.PING, state);
        // Phi(0.4) - Phi(0) = 0.155422 for each of the eight beams
        assertThat(near).isCloseTo(8.0 * Math.log(0.155422), within(1e-4));
        long wrongBeam = key & ~Beams.key(0, 255) | Beams.key(0, 110);
        assertThat(model.logLikelihood(wrongBeam, SubHunt.PING, state)).isLessThan(near - 500.0);
    }
}
