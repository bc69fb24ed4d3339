package org.teleost.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
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

class OpenLoopPlanTest {
    private static final long NEVER = Long.MAX_VALUE;

    /**
     * A point moves for a number of steps by what each coordinate of the action says, from near the origin; then minus
     * the squared distance to the mark, whose coordinates are 0.6, 0.5, 0.4 and so on, and it is over.
     */
    private static final class Reaching implements GenerativeModel {
        private final int lanes;
        private final int moves;

        Reaching(int lanes, int moves) {
            this.lanes = lanes;
            this.moves = moves;
        }

        @Override
        public String name() {
            return "reaching";
        }

        @Override
        public StateLayout layout() {
            String[] names = new String[lanes + 1];
            ActionBox box = ActionBox.NONE;
            for (int i = 0; i < lanes; i++) {
                names[i] = "x" + i;
                box = box.and("a" + i, -1, 1);
            }
            names[lanes] = "moves";
            return StateLayout.ofFloats(names).withActions(box);
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
            for (int i = 0; i < lanes; i++) {
                state.floats[i] = 0.05f * (float) stream.nextGaussian();
            }
            state.floats[lanes] = 0;
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            double miss = 0.0;
            for (int i = 0; i < lanes; i++) {
                state.floats[i] += state.action[i];
                double off = state.floats[i] - mark(i);
                miss += off * off;
            }
            boolean over = ++state.floats[lanes] >= moves;
            out.set(over ? -miss : 0.0, 0, over);
        }

        static double mark(int lane) {
            return 0.6 - 0.1 * lane;
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return 0.0;
        }
    }

    private static void search(GenerativeModel model, int threads, Consumer<SearchPass> test) {
        LeafSource leaf = LeafSource.open(model, LeafRule.ZERO);
        BeliefTree tree =
                new BeliefTree(4L << 20, false, model.layout().action().size(), leaf.shapes());
        try (WorkerTeam team = new WorkerTeam(threads, "test")) {
            SearchPass search = new SearchPass(
                    model,
                    tree,
                    new TouchedNodes(tree.capacity(), 20),
                    new SearchSettings(1, 1_000, 20, 8),
                    leaf,
                    team);
            ParticleBelief belief = new ParticleBelief(model.layout(), 1_000);
            belief.sampleInitial(model, 1);
            tree.reset();
            search.startDecision(belief, 0);
            test.accept(search);
        }
    }

    private static OpenLoopPlan plan(SearchPass search) {
        return (OpenLoopPlan) search.opening();
    }

    @Test
    void findsAPointOfABoxWithManySides() {
        search(new Reaching(8, 1), 1, search -> {
            long spent = search.open(30_000, NEVER);
            OpenLoopPlan plan = plan(search);
            assertThat(spent).isBetween(20_000L, 30_000L).isEqualTo(plan.simulated());
            for (int lane = 0; lane < 8; lane++) {
                assertThat(plan.mean(0, lane)).isCloseTo(Reaching.mark(lane), within(0.05));
                assertThat(plan.deviation(0, lane)).isLessThan(0.2);
            }
        });
    }

    /** One step alone says nothing here: two must be planned together. */
    @Test
    void growsWhereOneStepHasNothingToTell() {
        search(new Reaching(2, 2), 1, search -> {
            search.open(30_000, NEVER);
            OpenLoopPlan plan = plan(search);
            assertThat(plan.length()).isGreaterThanOrEqualTo(2);
            for (int lane = 0; lane < 2; lane++) {
                assertThat(plan.mean(0, lane) + plan.mean(1, lane)).isCloseTo(Reaching.mark(lane), within(0.05));
            }
            assertThat(search.openingSteps()).isGreaterThan(plan.simulated());
        });
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() {
        double[] one = new double[2];
        search(new Reaching(3, 1), 1, search -> {
            search.open(5_000, NEVER);
            one[0] = plan(search).mean(0, 1);
            one[1] = plan(search).deviation(0, 2);
        });
        search(new Reaching(3, 1), 3, search -> {
            search.open(5_000, NEVER);
            assertThat(plan(search).mean(0, 1)).isEqualTo(one[0]);
            assertThat(plan(search).deviation(0, 2)).isEqualTo(one[1]);
        });
    }

    /** The Gaussian's density times the box's volume, summed over the box, is the volume when the box holds it all. */
    @Test
    void densitiesSumToOne() {
        search(new Reaching(1, 1), 1, search -> {
            search.open(5_000, NEVER);
            double sum = 0.0;
            int points = 20_000;
            for (int i = 0; i < points; i++) {
                sum += plan(search).density(0, new float[] {-1 + 2 * (i + 0.5f) / points});
            }
            assertThat(sum / points).isCloseTo(1.0, within(1e-3));
        });
    }

    @Test
    void spendsNothingWithoutTimeOrEpisodes() {
        search(new Reaching(2, 1), 1, search -> {
            assertThat(search.open(NEVER, System.nanoTime() - 1)).isZero();
            assertThat(plan(search).length()).isZero();
        });
        search(new Reaching(2, 1), 1, search -> {
            assertThat(search.open(100, NEVER)).isZero();
            assertThat(plan(search).length()).isZero();
        });
    }

    @Test
    void isGivenUpWithTheDecision() {
        search(new Reaching(2, 1), 1, search -> {
            search.setCancelled(true);
            assertThatThrownBy(() -> search.open(5_000, NEVER)).isInstanceOf(CancellationException.class);
        });
    }
}
