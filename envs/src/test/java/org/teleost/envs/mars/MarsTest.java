package org.teleost.envs.mars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.teleost.envs.rocks.RockMap.EAST;
import static org.teleost.envs.rocks.RockMap.NORTH;
import static org.teleost.envs.rocks.RockMap.SAMPLE;
import static org.teleost.envs.rocks.RockMap.SEEN_BAD;
import static org.teleost.envs.rocks.RockMap.SEEN_GOOD;
import static org.teleost.envs.rocks.RockMap.SENSE;
import static org.teleost.envs.rocks.RockMap.SOUTH;
import static org.teleost.envs.rocks.RockMap.WEST;

import org.junit.jupiter.api.Test;
import org.teleost.envs.rocks.RockMap;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class MarsTest {
    // 5 x 5, rocks (2, 1) (4, 4) (0, 0), starts (0, 3) and (0, 1)
    private final RockMap map = new RockMap(5, new int[] {7, 24, 0}, new int[] {15, 5});
    private final Mars model = new Mars("mars-test", map);
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    private void place(int cell0, int cell1, int rocks) {
        model.initialHistory(state);
        state.ints[0] = cell0 | cell1 << 16;
        state.ints[1] = rocks;
    }

    private double act(int action0, int action1) {
        int action = model.jointAction(action0, action1);
        model.step(state, action, stream, out);
        model.updateHistory(state, action, out.observation);
        return out.reward;
    }

    private int seen(int rover) {
        return (int) (rover == 0 ? out.observation / 3 : out.observation % 3);
    }

    @Test
    void actionAndObservationIdsArePairs() {
        assertThat(model.actionCount()).isEqualTo(64);
        assertThat(model.observationCount()).isEqualTo(9);
        assertThat(model.actionText(model.jointAction(NORTH, SENSE + 2))).isEqualTo("north+sense-2");
        assertThat(model.observationText(5)).isEqualTo("bad+good");
    }

    @Test
    void bothMoveAndPenaltiesAdd() {
        place(6, 12, 0);
        assertThat(act(NORTH, WEST)).isZero();
        assertThat(Mars.cell(state, 0)).isEqualTo(11);
        assertThat(Mars.cell(state, 1)).isEqualTo(11);
        place(20, 2, 0);
        assertThat(act(NORTH, SOUTH)).isEqualTo(-200.0);
        assertThat(act(WEST, SAMPLE)).isEqualTo(-200.0);
        assertThat(Mars.cell(state, 0)).isEqualTo(20);
        assertThat(Mars.cell(state, 1)).isEqualTo(2);
    }

    @Test
    void theFirstRoverTakesASharedRock() {
        place(7, 7, 0b001);
        assertThat(act(SAMPLE, SAMPLE)).isZero();
        assertThat(state.ints[1]).isZero();
        place(7, 7, 0b000);
        assertThat(act(SAMPLE, SAMPLE)).isEqualTo(-20.0);
    }

    @Test
    void sensesSeeTheRockAfterTheSample() {
        place(7, 7, 0b001);
        assertThat(act(SAMPLE, SENSE)).isEqualTo(10.0);
        assertThat(seen(1)).isEqualTo(SEEN_BAD);
        place(7, 7, 0b001);
        assertThat(act(SENSE, SAMPLE)).isEqualTo(10.0);
        assertThat(seen(0)).isEqualTo(SEEN_BAD);
    }

    @Test
    void anExitPaysOnceAndTheRoverIsGone() {
        place(9, 5, 0b111);
        assertThat(act(EAST, EAST)).isEqualTo(10.0);
        assertThat(out.terminal).isFalse();
        assertThat(Mars.cell(state, 0)).isEqualTo(map.gone);
        for (int action = 0; action < SENSE + 3; action++) {
            place(map.gone, 6, 0b111);
            assertThat(act(action, SENSE)).isZero();
            assertThat(seen(0)).isZero();
            assertThat(Mars.cell(state, 0)).isEqualTo(map.gone);
            assertThat(state.ints[1]).isEqualTo(0b111);
            assertThat(model.isLegal(state, model.jointAction(action, EAST))).isEqualTo(action == EAST);
        }
    }

    @Test
    void endsWhenBothAreGone() {
        place(map.gone, 14, 0);
        assertThat(act(EAST, EAST)).isEqualTo(10.0);
        assertThat(out.terminal).isTrue();
        place(9, 14, 0);
        assertThat(act(EAST, EAST)).isEqualTo(20.0);
        assertThat(out.terminal).isTrue();
    }

    @Test
    void jointReadingsAreIndependentAndAsAccurateAsTheTable() {
        place(4, 20, 0b010);
        double accuracy0 = map.accuracy(4, 1);
        double accuracy1 = map.accuracy(20, 2);
        int[] count = new int[9];
        int trials = 100_000;
        int action = model.jointAction(SENSE + 1, SENSE + 2);
        for (int i = 0; i < trials; i++) {
            model.step(state, action, stream, out);
            count[(int) out.observation]++;
        }
        for (int o0 = SEEN_BAD; o0 <= SEEN_GOOD; o0++) {
            for (int o1 = SEEN_BAD; o1 <= SEEN_GOOD; o1++) {
                double p0 = o0 == SEEN_GOOD ? accuracy0 : 1 - accuracy0;
                double p1 = o1 == SEEN_BAD ? accuracy1 : 1 - accuracy1;
                assertThat((double) count[o0 * 3 + o1] / trials).isCloseTo(p0 * p1, within(0.005));
                assertThat(model.logLikelihood(o0 * 3 + o1, action, state))
                        .isCloseTo(Math.log(p0) + Math.log(p1), within(1e-5));
            }
        }
        assertThat(model.logLikelihood(2, action, state)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void twoReadingsOfOneRockMultiply() {
        place(4, 20, 0b010);
        model.updateHistory(state, model.jointAction(SENSE + 1, SENSE + 1), SEEN_GOOD * 3 + SEEN_GOOD);
        double a = map.accuracy(4, 1);
        double b = map.accuracy(20, 1);
        assertThat(model.marginal(state, 1)).isCloseTo(a * b / (a * b + (1 - a) * (1 - b)), within(1e-6));
        assertThat(state.history[0]).isEqualTo(4.0f);
        assertThat(state.history[1]).isEqualTo(20.0f);
        model.updateHistory(state, model.jointAction(SENSE + 2, SENSE + 2), SEEN_GOOD * 3 + SEEN_BAD);
        a = map.accuracy(4, 2);
        b = map.accuracy(20, 2);
        assertThat(model.marginal(state, 2)).isCloseTo(a * (1 - b) / (a * (1 - b) + (1 - a) * b), within(1e-6));
    }

    @Test
    void aSampledRockIsKnownToBeBad() {
        place(7, 1, 0b001);
        act(SAMPLE, SENSE);
        assertThat(model.marginal(state, 0)).isLessThan(1e-9);
        assertThat(model.marginal(state, 1)).isEqualTo(0.5);
    }

    @Test
    void publishedLeafValueReadsTheParticle() {
        Mars published = new Mars("mars-test", map, LeafValue.PUBLISHED, Mars.COSTS);
        assertThat(published.heuristicIsShared()).isFalse();
        assertThat(model.heuristicIsShared()).isTrue();
        double g = Mars.DISCOUNT;
        place(6, 8, 0b001);
        assertThat(published.heuristicValue(state)).isCloseTo(12 * g + 12 * g, within(1e-9));
        place(7, 7, 0b001);
        assertThat(published.heuristicValue(state)).isCloseTo(12 * g, within(1e-9));
        place(7, 8, 0b001);
        assertThat(published.heuristicValue(state)).isCloseTo(12 * g + 12 * g, within(1e-9));
        place(5, map.gone, 0);
        assertThat(published.heuristicValue(state)).isCloseTo(10 * Math.pow(g, 4), within(1e-9));
    }
}
