package org.teleost.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.LeafSource;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.parallel.WorkerTeam;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;

class BoxActionsTest {
    private static final double POOL = 0.25;

    /** One step to a mark of a box whose sides are 2 and 4. */
    private static final class Mark implements GenerativeModel {
        @Override
        public String name() {
            return "mark";
        }

        @Override
        public StateLayout layout() {
            return StateLayout.ofFloats("x")
                    .withActions(ActionBox.NONE.and("a", -1, 1).and("b", 0, 4));
        }

        @Override
        public int actionCount() {
            return 1;
        }

        @Override
        public long observationCount() {
            return 1;
        }

        @Override
        public double discount() {
            return 0.9;
        }

        @Override
        public void sampleInitial(State state, RandomStream stream) {
            state.floats[0] = 0;
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            double a = state.action[0] - 0.2;
            double b = 0.5 * (state.action[1] - 2.2);
            out.set(-a * a - b * b, 0, true);
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return 0.0;
        }
    }

    private final GenerativeModel model = new Mark();
    private final State state = model.layout().newState();
    private final RandomStream stream = new RandomStream(5);

    /** Hands over a tree and what chooses at its nodes. */
    private void with(BiConsumer<BeliefTree, BoxActions> test) {
        withPlan(0, (plan, tree) -> test.accept(tree, new BoxActions(model, tree, plan, 9)));
    }

    private void withPlan(int planned, BiConsumer<OpenLoopPlan, BeliefTree> test) {
        BeliefTree tree = new BeliefTree(8L << 20, false, 2, false);
        try (WorkerTeam team = new WorkerTeam(1, "test")) {
            SearchPass search = new SearchPass(
                    model,
                    tree,
                    new TouchedNodes(tree.capacity(), 20),
                    new SearchSettings(1, 1_000, 20, 8),
                    LeafSource.open(model, LeafRule.ZERO),
                    team);
            ParticleBelief belief = new ParticleBelief(model.layout(), 1_000);
            belief.sampleInitial(model, 1);
            tree.reset();
            search.startDecision(belief, 0);
            if (planned > 0) {
                search.open(planned, Long.MAX_VALUE);
            }
            test.accept((OpenLoopPlan) search.opening(), tree);
        }
    }

    /** Gives the root actions on a line through the box, of weights 1, 2, 1, 2 and so on, which sum to 1 - pool. */
    private static void fill(BeliefTree tree, int count, double pool) {
        for (int i = 0; i < count; i++) {
            float[] lanes = {-0.3f + 0.6f * i / count, 1.4f + 1.2f * (i * 7 % count) / count};
            tree.appendSlot(0, tree.newEdge(0, i, lanes, 0, 1.0, 1));
        }
        int start = tree.nodes.slotStart(0);
        double total = 0.0;
        for (int i = 0; i < count; i++) {
            total += 1 + i % 2;
        }
        double sum = 0.0;
        for (int i = 0; i < count; i++) {
            double weight = (1.0 - pool) * (1 + i % 2) / total;
            sum += weight;
            tree.slotWeight[start + i] = weight;
            tree.slotCumulative[start + i] = (float) sum;
        }
        tree.nodes.setPool(0, pool);
    }

    /** The mixture's density written down once more: 0.3 of the box, the rest Gaussians, some of it the plan. */
    private static double ratio(BeliefTree tree, int count, OpenLoopPlan plan, double fromPlan, float[] action) {
        int start = tree.nodes.slotStart(0);
        double[] side = {2.0, 4.0};
        double total = 0.0;
        for (int i = 0; i < count; i++) {
            total += tree.slotWeight[start + i];
        }
        double[] deviation = new double[2];
        for (int lane = 0; lane < 2; lane++) {
            double mean = 0.0;
            for (int i = 0; i < count; i++) {
                mean += tree.slotWeight[start + i] / total * tree.edges.lane(tree.slotEdge(start + i), lane);
            }
            double variance = 0.01 * side[lane] * side[lane] / count;
            for (int i = 0; i < count; i++) {
                double off = tree.edges.lane(tree.slotEdge(start + i), lane) - mean;
                variance += tree.slotWeight[start + i] / total * off * off;
            }
            deviation[lane] = Math.sqrt(variance);
        }
        double around = 0.0;
        for (int i = 0; i < count; i++) {
            if (count > 64 && tree.slotWeight[start + i] < 0.25 / count) {
                continue;
            }
            double density = tree.slotWeight[start + i] / total;
            for (int lane = 0; lane < 2; lane++) {
                double z = (action[lane] - tree.edges.lane(tree.slotEdge(start + i), lane)) / deviation[lane];
                density *= side[lane] * Math.exp(-0.5 * z * z) / (deviation[lane] * Math.sqrt(2 * Math.PI));
            }
            around += density;
        }
        double mixture = 0.3 + (0.7 - fromPlan) * around + (fromPlan > 0 ? fromPlan * plan.density(0, action) : 0.0);
        return Math.max(0.05, Math.min(20.0, 1.0 / mixture));
    }

    @Test
    void aNewNodeTriesSixteenActionsInItsFirstPassAndOthersInTheNext() {
        with((tree, actions) -> {
            Map<Integer, Float> seen = new HashMap<>();
            for (int i = 0; i < 2_000; i++) {
                assertThat(actions.choose(0, 3, state, stream)).isEqualTo(-1);
                assertThat(actions.slot()).isEqualTo(-1);
                assertThat(actions.prior()).isEqualTo(1.0);
                Float before = seen.put(actions.key(), state.action[0]);
                assertThat(before == null || before == state.action[0]).isTrue();
            }
            assertThat(seen)
                    .hasSize(16)
                    .containsOnlyKeys(768, 769, 770, 771, 772, 773, 774, 775, 776, 777, 778, 779, 780, 781, 782, 783);
            assertThat(seen.values()).doesNotHaveDuplicates();
            actions.choose(0, 4, state, stream);
            assertThat(seen.values()).doesNotContain(state.action[0]);
            int other = tree.newNode(tree.newEdge(0, 0, new float[] {0, 0}, 0, 1, 1), 0, 1, 1);
            actions.choose(other, 3, state, stream);
            assertThat(seen.values()).doesNotContain(state.action[0]);
        });
    }

    @Test
    void aQuarterOfTheKnownActionsAreNewInAPassAndNoMoreThanSixtyFour() {
        int[][] wanted = {{1, 1}, {7, 1}, {8, 2}, {40, 10}, {255, 63}, {400, 64}};
        for (int[] each : wanted) {
            with((tree, actions) -> {
                fill(tree, each[0], 1.0);
                Map<Integer, Boolean> keys = new HashMap<>();
                for (int i = 0; i < 3_000; i++) {
                    assertThat(actions.choose(0, 1, state, stream)).isEqualTo(-1);
                    keys.put(actions.key(), true);
                }
                assertThat(keys).hasSize(each[1]);
            });
        }
    }

    @Test
    void knownActionsAreChosenByTheirWeights() {
        with((tree, actions) -> {
            fill(tree, 4, POOL);
            int start = tree.nodes.slotStart(0);
            int[] counts = new int[4];
            int fresh = 0;
            int draws = 40_000;
            for (int i = 0; i < draws; i++) {
                int edge = actions.choose(0, 1, state, stream);
                if (edge < 0) {
                    fresh++;
                    continue;
                }
                int at = actions.slot() - start;
                counts[at]++;
                assertThat(edge).isEqualTo(tree.slotEdge(start + at));
                assertThat(state.action).containsExactly(tree.edges.lane(edge, 0), tree.edges.lane(edge, 1));
            }
            assertThat(fresh / (double) draws).isCloseTo(POOL, within(0.01));
            for (int i = 0; i < 4; i++) {
                assertThat(counts[i] / (double) draws).isCloseTo(tree.slotWeight[start + i], within(0.01));
            }
        });
    }

    @Test
    void theRatioIsTheProposalsDensityOverThatOfTheMixture() {
        for (int count : new int[] {7, 8, 13, 64, 65, 120}) {
            withPlan(0, (plan, tree) -> {
                BoxActions actions = new BoxActions(model, tree, plan, 9);
                fill(tree, count, POOL);
                if (count > 64) {
                    // one that hardly counts, where the others are not
                    tree.slotWeight[tree.nodes.slotStart(0)] = 1e-4;
                }
                for (int pass = 1; pass < 200; pass++) {
                    if (actions.choose(0, pass, state, stream) < 0) {
                        double wanted = count < 8 ? 1.0 : ratio(tree, count, plan, 0.0, state.action);
                        assertThat(actions.prior()).as("%d", count).isCloseTo(wanted, within(1e-5));
                    }
                }
            });
        }
    }

    @Test
    void thePlanHasItsShareOfTheMixtureAsDeepAsItReaches() {
        withPlan(8_000, (plan, tree) -> {
            assertThat(plan.length()).isBetween(1, 19);
            BoxActions actions = new BoxActions(model, tree, plan, 9);
            fill(tree, 40, POOL);
            for (int pass = 1; pass < 400; pass++) {
                if (actions.choose(0, pass, state, stream) < 0) {
                    assertThat(actions.prior()).isCloseTo(ratio(tree, 40, plan, 0.2, state.action), within(1e-5));
                }
            }
            // the first actions of a node: half of them near the mark, where it reaches, else one of a hundred or so
            int edge = tree.newEdge(0, 99, new float[] {0, 0}, 0, 1, 1);
            int deep = tree.newNode(edge, 0, plan.length(), 1);
            assertThat(nearMark(actions, 0, tree.newNode(edge, 1, 0, 1))).isCloseTo(0.5, within(0.05));
            assertThat(nearMark(actions, 0, deep)).isLessThan(0.05);
        });
    }

    private double nearMark(BoxActions actions, int from, int node) {
        int near = 0;
        int draws = 4_000;
        for (int pass = 1; pass <= draws; pass++) {
            actions.choose(node, from + pass, state, stream);
            assertThat(actions.prior()).isEqualTo(1.0);
            near += Math.abs(state.action[0] - 0.2) < 0.1 && Math.abs(state.action[1] - 2.2) < 0.2 ? 1 : 0;
        }
        return near / (double) draws;
    }

    /** What is drawn and the ratio fit together: weighed by it, new actions cover the box evenly. */
    @Test
    void weighedByTheirRatioNewActionsAreSpreadAsTheProposalIs() {
        with((tree, actions) -> {
            fill(tree, 12, 1.0 - 1e-3);
            double[] mass = new double[16];
            int draws = 40_000;
            for (int pass = 1; pass <= draws; pass++) {
                while (actions.choose(0, pass, state, stream) >= 0) {
                    // a known one
                }
                int a = Math.min(3, (int) (2 * (state.action[0] + 1)));
                int b = Math.min(3, (int) state.action[1]);
                mass[4 * a + b] += actions.prior() / draws;
            }
            for (double each : mass) {
                assertThat(each).isCloseTo(1.0 / 16, within(0.008));
            }
        });
    }

    @Test
    void newActionsStayWithinTheBox() {
        with((tree, actions) -> {
            for (int i = 0; i < 8; i++) {
                tree.appendSlot(0, tree.newEdge(0, i, new float[] {i % 2 == 0 ? -1 : 1, i < 4 ? 0 : 4}, 0, 1, 1));
                tree.slotWeight[tree.nodes.slotStart(0) + i] = 0.1;
            }
            for (int i = 0; i < 8; i++) {
                tree.slotWeight[tree.nodes.slotStart(0) + i] = 0.1;
                tree.slotCumulative[tree.nodes.slotStart(0) + i] = 0.1f * (i + 1);
            }
            int border = 0;
            for (int pass = 1; pass < 2_000; pass++) {
                actions.choose(0, pass, state, stream);
                assertThat(state.action[0]).isBetween(-1f, 1f);
                assertThat(state.action[1]).isBetween(0f, 4f);
                border += Math.abs(state.action[0]) == 1 ? 1 : 0;
            }
            assertThat(border).isBetween(400, 1_200);
        });
    }
}
