package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;
import org.teleost.search.SearchPass;
import org.teleost.settings.LeafRule;
import org.teleost.settings.ObservationRule;
import org.teleost.tree.BeliefTree;

/** Children that stand for more observations than their own. */
class SharedObservationsTest {
    private static final PlannerSettings SHARED = Plans.SMALL.with(s -> s.observations = ObservationRule.SHARED);

    /** HiddenNumber without drift whose reward is the number itself, and hardly any future. */
    private static final class Pays extends HiddenNumber {
        @Override
        public double discount() {
            return 1e-9;
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            double x = state.floats[0];
            out.set(x, Double.doubleToLongBits(x + NOISE * stream.nextGaussian()), false);
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            double off = (Double.longBitsToDouble(observation) - nextState.floats[0]) / NOISE;
            return -0.5 * off * off;
        }
    }

    @Test
    void whatArrivesAtAChildIsDistributedAsTheBeliefAfterItsObservation() {
        Pays model = new Pays();
        PlannerSettings settings =
                SHARED.withParticles(20_000).with(s -> s.eta = 1e-6).with(s -> s.leafValue = LeafRule.ZERO);
        try (Planner planner = new Planner(model, settings)) {
            planner.plan(Plans.initial(model, settings), Budget.ofEpisodes(200_000));
            BeliefTree tree = planner.tree();
            int compared = 0;
            for (int node = 1; node < tree.nodeCount(); node++) {
                if (tree.nodes.depth(node) != 1 || tree.nodes.visits(node) < 3_000) {
                    continue;
                }
                double seen = Double.longBitsToDouble(tree.nodes.observation(node));
                if (Math.abs(seen) > 1.0) {
                    // far out few representatives share the states: the partition is coarse there
                    continue;
                }
                double posterior = seen / (1.0 + HiddenNumber.NOISE * HiddenNumber.NOISE);
                assertThat(meanReward(tree, node)).as("after %.2f", seen).isCloseTo(posterior, within(0.25));
                compared++;
            }
            assertThat(compared).isGreaterThan(3);
        }
    }

    private static double meanReward(BeliefTree tree, int node) {
        double sum = 0.0;
        double visits = 0.0;
        for (int slot = 0; slot < tree.nodes.slotCount(node); slot++) {
            int edge = tree.slotEdge(tree.nodes.slotStart(node) + slot);
            sum += tree.edges.visits(edge) * tree.actionValue(edge);
            visits += tree.edges.visits(edge);
        }
        return sum / visits;
    }

    @Test
    void childrenStayFewAndTheTreeGrowsDeep() {
        HiddenNumber model = new HiddenNumber();
        Decision shared = Plans.decide(model, SHARED, Budget.ofEpisodes(50_000));
        Decision exact = Plans.decide(model, Plans.SMALL, Budget.ofEpisodes(50_000));
        assertThat(shared.nodes).isLessThan(exact.nodes / 2);
        assertThat(shared.depth).isGreaterThan(2 * exact.depth);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        HiddenNumber model = new HiddenNumber();
        for (LeafRule leaf : new LeafRule[] {LeafRule.ZERO, LeafRule.ROLLOUT, LeafRule.BOUND}) {
            for (int episodes : new int[] {1, 13, 207, 4_098, 20_000}) {
                long expected = digest(model, leaf, 1, episodes);
                for (int threads : new int[] {2, 3, 8}) {
                    assertThat(digest(model, leaf, threads, episodes))
                            .as("leaf=%s threads=%d episodes=%d", leaf, threads, episodes)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static long digest(GenerativeModel model, LeafRule leaf, int threads, int episodes) {
        PlannerSettings settings = SHARED.withThreads(threads).with(s -> s.leafValue = leaf);
        try (Planner planner = new Planner(model, settings)) {
            planner.plan(Plans.initial(model, settings), Budget.ofEpisodes(500));
            return planner.plan(Plans.initial(model, settings), Budget.ofEpisodes(episodes))
                    .digest(0);
        }
    }

    @Test
    void observationsThatRepeatKeepAChildEach() {
        assertThat(SearchPass.sharesObservations(ObservationRule.AUTO, new TinyTiger(), 1))
                .isFalse();
        assertThat(SearchPass.sharesObservations(ObservationRule.AUTO, new HiddenNumber(), 1))
                .isTrue();
        assertThat(SearchPass.sharesObservations(ObservationRule.EXACT, new HiddenNumber(), 1))
                .isFalse();
    }

    @Test
    void thePlannerSaysWhatItDoes() {
        PlannerSettings settings = Plans.SMALL.with(s -> {
            s.leafValue = LeafRule.AUTO;
            s.observations = ObservationRule.AUTO;
        });
        try (Planner planner = new Planner(new HiddenNumber(), settings)) {
            assertThat(planner.method()).contains("fully observable problem").contains("shared by likelihood");
        }
    }
}
