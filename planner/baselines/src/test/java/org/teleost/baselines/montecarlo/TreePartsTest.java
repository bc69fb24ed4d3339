package org.teleost.baselines.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.fixtures.ForwardingModel;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** The parts that the searches are made of, each against what it is by definition. */
class TreePartsTest {
    private static final TinyTiger TIGER = new TinyTiger();

    /** The published test: another child while there are at most k N^alpha. */
    @Test
    void childrenWidenWithTheVisits() {
        WideningLimit limit = new WideningLimit(5.0, 1.0 / 15.0);
        for (int visits : new int[] {1, 2, 15, 16, 154, 155, 6_000, 7_000, 1_000_000}) {
            int children = 0;
            while (limit.allows(visits, children)) {
                children++;
            }
            assertThat(children).isEqualTo((int) Math.floor(5.0 * Math.pow(visits, 1.0 / 15.0)) + 1);
        }
        assertThat(new WideningLimit(4.0, 0.0).allows(1_000_000, 5)).isFalse();
        assertThat(new WideningLimit(4.0, 0.0).allows(1, 4)).isTrue();
    }

    @Test
    void childrenAreFoundBySlotAndWholeObservationThroughGrowthAndClearing() {
        ChildTable table = new ChildTable(50_000);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 50_000; i++) {
                table.add(i / 7, observation(i), i);
            }
            for (int i = 0; i < 50_000; i++) {
                assertThat(table.find(i / 7, observation(i))).isEqualTo(i);
                assertThat(table.find(i / 7 + 1_000_000, observation(i))).isEqualTo(-1);
            }
            table.clear();
            assertThat(table.find(0, observation(0))).isEqualTo(-1);
        }
    }

    /** Alike in their low and in their high bits. */
    private static long observation(int i) {
        return (long) (i % 7) << 60 | 5L;
    }

    @Test
    void particlesAreDrawnByWeightWithTheirRewards() {
        WeightedChildren children = new WeightedChildren(TIGER, 4, 4, 64);
        State state = TIGER.layout().newState();
        children.open(0);
        children.add(0, 2, 77L, state, -3.0);
        for (int i = 0; i < 9; i++) {
            state.ints[0] = i;
            // weights 1, 0, 2, 0, 4, 0, ... against the first
            double weight = i % 2 == 0 ? 1 << (i / 2) : 0.0;
            assertThat(children.append(2, state, -3.0 + Math.log(weight), 10.0 * i))
                    .isTrue();
        }
        assertThat(children.find(0, 77L)).isEqualTo(2);
        assertThat(children.find(0, 78L)).isEqualTo(-1);
        int[] drawn = new int[9];
        for (int k = 0; k < 31; k++) {
            double reward = children.draw(2, (k + 0.5) / 31.0, state);
            assertThat(reward).isEqualTo(10.0 * state.ints[0]);
            drawn[state.ints[0]]++;
        }
        assertThat(drawn).containsExactly(1, 0, 2, 0, 4, 0, 8, 0, 16);
        assertThat(children.draw(2, 0.0, state)).isZero();
    }

    @Test
    void aChildIsPickedInProportionToItsJoins() {
        WeightedChildren children = new WeightedChildren(TIGER, 4, 1, 16);
        State state = TIGER.layout().newState();
        children.open(0);
        children.add(0, 1, 1L, state, 0.0);
        children.add(0, 2, 2L, state, 0.0);
        children.join(2);
        children.join(2);
        int[] picked = new int[3];
        for (int k = 0; k < 400; k++) {
            picked[children.pick(0, k / 400.0)]++;
        }
        assertThat(picked).containsExactly(0, 100, 300);
    }

    @Test
    void historiesFollowTheChildNotTheState() {
        HiddenCoin coin = new HiddenCoin();
        WeightedChildren children = new WeightedChildren(coin, 4, 1, 16);
        State state = coin.layout().newState();
        state.history[1] = 5.0f;
        children.open(0);
        children.add(0, 3, 1L, state, 0.0);
        children.append(3, state, 0.0, 0.0);
        state.history[1] = -1.0f;
        children.draw(3, 0.3, state);
        assertThat(state.history[1]).isEqualTo(5.0f);
    }

    @Test
    void everyLegalActionIsTriedBeforeAnyTwice() {
        UpperConfidence confidence = new UpperConfidence(0.5);
        confidence.startDecision();
        ActionTable table = new ActionTable(TIGER, confidence, 4, 4);
        int node = table.addNode();
        State state = TIGER.layout().newState();
        RandomStream stream = new RandomStream(3);
        boolean[] tried = new boolean[3];
        for (int i = 0; i < 3; i++) {
            int slot = table.select(node, state, stream);
            assertThat(tried[table.actionOf(slot)]).isFalse();
            tried[table.actionOf(slot)] = true;
            table.book(node, slot, -10.0 * table.actionOf(slot));
        }
        // the range is unknown, so the best mean is taken
        assertThat(table.actionOf(table.select(node, state, stream))).isZero();
    }

    /** c sqrt(log N / n) with c half the range: 100 visits of a mean of 1 against one of 0. */
    @Test
    void explorationFollowsUcb1() {
        UpperConfidence confidence = new UpperConfidence(0.5);
        confidence.startDecision();
        confidence.add(-3.0);
        confidence.add(5.0);
        assertThat(confidence.bonus(101) * UpperConfidence.inverseRoot(4))
                .isCloseTo(4.0 * Math.sqrt(Math.log(101) / 4.0), within(1e-12));
        assertThat(confidence.bonus(101) * UpperConfidence.inverseRoot(10_000))
                .isCloseTo(4.0 * Math.sqrt(Math.log(101) / 10_000.0), within(1e-12));
    }

    @Test
    void manyActionsAreWidenedByTheProposal() {
        ForwardingModel many = new ForwardingModel(TIGER) {
            @Override
            public String name() {
                return "many";
            }

            @Override
            public int actionCount() {
                return 1000;
            }

            @Override
            public int proposeAction(State state, RandomStream stream) {
                return 7 * stream.nextInt(100);
            }
        };
        UpperConfidence confidence = new UpperConfidence(0.5);
        confidence.startDecision();
        ActionTable table = new ActionTable(many, confidence, 4, 4);
        int node = table.addNode();
        State state = TIGER.layout().newState();
        RandomStream stream = new RandomStream(3);
        for (int i = 0; i < 20_000; i++) {
            int slot = table.select(node, state, stream);
            assertThat(table.actionOf(slot) % 7).isZero();
            table.book(node, slot, 0.0);
        }
        // 30 N^(1/30)
        assertThat(table.slotCount(node)).isEqualTo((int) (30.0 * Math.pow(20_000, 1.0 / 30.0)));
    }
}
