package org.teleost.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.parallel.WorkerTeam;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;

class ActionScreenTest {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int TAKE = 0;
    private static final int LEAVE = 1;
    private static final int LOOK = 2;
    private static final int WAIT = 3;
    private static final int GUESS = 4;

    /**
     * Something is good or bad, one as likely as the other. Taking it pays 1 or -1 and leaving it nothing, and either
     * is the end; looking tells which, waiting tells nothing, and guessing what a coin says. A second part of the
     * action costs 0.1 times its value; 5 is not legal. Where the state is seen it is worth 1 or 0.
     */
    private static class Prospect implements GenerativeModel {
        @Override
        public String name() {
            return "prospect";
        }

        @Override
        public StateLayout layout() {
            return StateLayout.ofInts("good");
        }

        @Override
        public int actionCount() {
            return 30;
        }

        @Override
        public int[] actionFactors() {
            return new int[] {5, 6};
        }

        @Override
        public long observationCount() {
            return 2;
        }

        @Override
        public double discount() {
            return 0.9;
        }

        @Override
        public void sampleInitial(State state, RandomStream stream) {
            state.ints[0] = stream.nextInt(2);
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            int first = action / 6;
            double price = 0.1 * (action % 6);
            long coin = stream.nextInt(2);
            switch (first) {
                case TAKE -> out.set((state.ints[0] == 1 ? 1.0 : -1.0) - price, 0, true);
                case LEAVE -> out.set(-price, 0, true);
                case LOOK -> out.set(-price, state.ints[0], false);
                default -> out.set(-price, first == GUESS ? coin : 0, false);
            }
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return switch (action / 6) {
                case LOOK -> observation == nextState.ints[0] ? 0.0 : Double.NEGATIVE_INFINITY;
                case GUESS -> Math.log(0.5);
                default -> observation == 0 ? 0.0 : Double.NEGATIVE_INFINITY;
            };
        }

        @Override
        public double heuristicValue(State state) {
            return state.ints[0];
        }

        @Override
        public boolean isLegal(State state, int action) {
            return action % 6 != 5;
        }
    }

    private static void search(GenerativeModel model, int threads, Consumer<SearchPass> test) {
        LeafSource leaf = LeafSource.open(model, LeafRule.MODEL);
        BeliefTree tree = new BeliefTree(4L << 20, false, 0, leaf.shapes());
        try (WorkerTeam team = new WorkerTeam(threads, "test")) {
            SearchPass search = new SearchPass(
                    model, tree, new TouchedNodes(tree.capacity(), 20), new SearchSettings(1, 2, 20, 8), leaf, team);
            ParticleBelief belief = new ParticleBelief(model.layout(), 2);
            belief.sampleInitial(model, 1);
            State state = model.layout().newState();
            for (int particle = 0; particle < 2; particle++) {
                belief.load(particle, state);
                state.ints[0] = particle;
                belief.store(particle, state);
            }
            tree.reset();
            search.startDecision(belief, 0);
            test.accept(search);
        }
    }

    /**
     * With gamma h(s') - h(s): waiting gains -0.1 or 0, taking 0 or -1, leaving -1 or 0. The best for both is to wait,
     * -0.05; once it is known nothing is lost, so that looking is worth 0.05 a step, for three steps.
     */
    @Test
    void scoresAreGainsAndWhatObservationsAreWorth() {
        search(new Prospect(), 1, search -> {
            search.open(30_000, NEVER);
            ActionScreen screen = screen(search);
            assertThat(screen.isKnown()).isTrue();
            assertThat(screen.score(0, TAKE)).isCloseTo(-0.5, within(0.02));
            assertThat(screen.score(0, LEAVE)).isCloseTo(-0.5, within(0.02));
            assertThat(screen.score(0, LOOK)).isCloseTo(0.1, within(0.02));
            assertThat(screen.score(0, WAIT)).isCloseTo(-0.05, within(0.002));
            assertThat(screen.score(0, GUESS)).isCloseTo(-0.05, within(0.002));
            assertThat(screen.score(1, 4) - screen.score(1, 0)).isCloseTo(-0.4, within(1e-6));
            assertThat(screen.score(1, 5)).isEqualTo(Double.NEGATIVE_INFINITY);
        });
    }

    /** Waiting and guessing gain what looking gains: the three share what looking has, and a fifth is uniform. */
    @Test
    void drawsByScoresWithoutCountingTheSameTwice() {
        search(new Prospect(), 1, search -> {
            search.open(30_000, NEVER);
            RandomStream stream = new RandomStream(3);
            State state = new Prospect().layout().newState();
            int[] drawn = new int[30];
            int draws = 20_000;
            for (int i = 0; i < draws; i++) {
                drawn[screen(search).propose(state, stream)]++;
            }
            int looks = 0;
            int waits = 0;
            for (int price = 0; price < 6; price++) {
                looks += drawn[6 * LOOK + price];
                waits += drawn[6 * WAIT + price] + drawn[6 * GUESS + price];
            }
            double width = 0.5 * (screenScore(search, LOOK) - screenScore(search, WAIT));
            double wait = Math.exp((screenScore(search, WAIT) - screenScore(search, LOOK)) / width);
            assertThat((double) looks / draws).isCloseTo(0.8 / (1 + 2 * wait) + 0.04, within(0.02));
            assertThat((double) waits / draws).isCloseTo(0.8 * 2 * wait / (1 + 2 * wait) + 0.08, within(0.02));
            assertThat(drawn[6 * LOOK + 5]).isZero();
        });
    }

    private static ActionScreen screen(SearchPass search) {
        return (ActionScreen) search.opening();
    }

    private static double screenScore(SearchPass search, int value) {
        return screen(search).score(0, value);
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() {
        double[] one = new double[5];
        search(new Prospect(), 1, search -> {
            search.open(3_000, NEVER);
            for (int value = 0; value < 5; value++) {
                one[value] = screenScore(search, value);
            }
        });
        search(new Prospect(), 3, search -> {
            search.open(3_000, NEVER);
            for (int value = 0; value < 5; value++) {
                assertThat(screenScore(search, value)).isEqualTo(one[value]);
            }
        });
    }

    /** 11 values twice for each particle, and an episode is two steps. */
    @Test
    void spendsWhatItMayAndSaysSo() {
        search(new Prospect(), 1, search -> {
            assertThat(search.open(30_000, NEVER)).isEqualTo(22 * 256 / 2);
            assertThat(search.openingSteps()).isEqualTo(22 * 256);
        });
        search(new Prospect(), 1, search -> {
            assertThat(search.open(22 * 16, NEVER)).isEqualTo(22 * 16 / 2);
            screen(search).clear();
            assertThat(screen(search).isKnown()).isFalse();
            assertThat(search.open(22 * 16 - 1, NEVER)).isZero();
            assertThat(search.open(NEVER, System.nanoTime() - 1)).isZero();
            assertThat(screen(search).isKnown()).isFalse();
        });
    }

    @Test
    void isGivenUpWithTheDecision() {
        search(new Prospect(), 1, search -> {
            search.setCancelled(true);
            assertThatThrownBy(() -> search.open(5_000, NEVER)).isInstanceOf(CancellationException.class);
        });
    }

    /** The model's own proposal knows better, and few actions are tried soon enough. */
    @Test
    void looksOnlyWhereThereAreManyActionsWithoutAProposal() {
        search(new Prospect(), 1, search -> assertThat(screen(search)).isNotNull());
        GenerativeModel proposing = new Prospect() {
            @Override
            public int proposeAction(State state, RandomStream stream) {
                return 6 * LOOK;
            }
        };
        search(proposing, 1, search -> assertThat(screen(search)).isNull());
        GenerativeModel few = new Prospect() {
            @Override
            public int actionCount() {
                return 20;
            }

            @Override
            public int[] actionFactors() {
                return new int[] {20};
            }
        };
        search(few, 1, search -> assertThat(screen(search)).isNull());
    }
}
