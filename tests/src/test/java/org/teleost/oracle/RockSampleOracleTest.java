package org.teleost.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class RockSampleOracleTest {
    private static final int[][] ROCKS = {{3, 1}, {2, 1}, {1, 3}, {1, 0}};

    @Test
    void everyRowOfTheTablesIsADistribution() {
        ExactRockSample model = ExactRockSample.fourFour();
        for (int a = 0; a < model.actionCount(); a++) {
            for (int s = 0; s < model.stateCount(); s++) {
                double going = 0.0;
                for (int t = 0; t < model.stateCount(); t++) {
                    going += model.transition(s, a, t);
                }
                double seen = 0.0;
                for (int o = 0; o < model.observationCount(); o++) {
                    seen += model.observation(o, a, s);
                }
                assertThat(seen).isCloseTo(1.0, within(1e-12));
                boolean exit = a == 1 && (s >> 4) % 4 == 3;
                assertThat(going).isEqualTo(exit ? 0.0 : 1.0);
                assertThat(!exit || model.reward(s, a) == 10.0).isTrue();
            }
        }
    }

    @Test
    void marginalsOfTheExactBeliefAreThoseOfBayesRulePerRock() {
        Tables model = new Tables(ExactRockSample.fourFour());
        RandomStream random = new RandomStream(2);
        for (int episode = 0; episode < 20; episode++) {
            RockMarginals marginals = new RockMarginals(ROCKS);
            SparseBelief belief = model.root;
            for (int step = 0; step < 15; step++) {
                int x = (belief.states[0] >> 4) % 4;
                int y = (belief.states[0] >> 4) / 4;
                int action = random.nextInt(9);
                if (action == 1 && x == 3) {
                    continue; // the exit
                }
                Tables.Branch[] branches = model.branches(belief, action);
                int observation = action > 4 ? 1 + random.nextInt(2) : ExactRockSample.NONE;
                if (branches[observation] == null) {
                    continue;
                }
                belief = branches[observation].belief();
                if (action == 4) {
                    marginals.sample(x, y);
                } else if (action > 4) {
                    marginals.sense(action - 5, x, y, observation == ExactRockSample.GOOD);
                }
                for (int rock = 0; rock < 4; rock++) {
                    assertThat(marginal(belief, rock)).isCloseTo(marginals.good(rock), within(1e-9));
                }
            }
        }
    }

    private static double marginal(SparseBelief belief, int rock) {
        double sum = 0.0;
        for (int i = 0; i < belief.states.length; i++) {
            sum += (belief.states[i] >> rock & 1) * belief.probabilities[i];
        }
        return sum;
    }

    @Test
    void aReadingOnTheRockIsCertainAndOneTwentyCellsAwayIsRightThreeTimesInFour() {
        assertThat(RockMarginals.accuracy(3, 1, 3, 1)).isEqualTo(1.0);
        assertThat(RockMarginals.accuracy(0, 0, 12, 16)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void expectimaxIntervalsShrinkInwardsAndHoldTheProvedValue() {
        Tables model = new Tables(ExactRockSample.fourFour());
        Interval[] outer = null;
        for (int horizon = 1; horizon <= 4; horizon++) {
            Interval[] intervals =
                    Expectimax.rootActionValues(model, Leaf.blind(model), Leaf.clairvoyant(model), horizon);
            double low = Double.NEGATIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < intervals.length; a++) {
                assertThat(outer == null || outer[a].contains(intervals[a], 1e-6))
                        .isTrue();
                low = Math.max(low, intervals[a].low());
                high = Math.max(high, intervals[a].high());
            }
            assertThat(new Interval(low, high).contains(ExactRockSample.FOUR_FOUR_VALUE, 0.0))
                    .isTrue();
            outer = intervals;
        }
    }

    @Test
    void thePointBasedSolverProvesTheStatedValueAndBoundsEveryRootAction() {
        Tables model = new Tables(ExactRockSample.fourFour());
        PointBasedSolver solver = new PointBasedSolver(model);
        solver.solve(model.root, 0.008, 100_000);
        Interval value = new Interval(solver.lower(model.root), solver.upper(model.root));
        assertThat(ExactRockSample.FOUR_FOUR_VALUE.contains(value, 0.0))
                .as("%s", value)
                .isTrue();
        Interval[] q = new PointBasedSolver(model).rootActionValues(0.4, 100_000);
        Interval[] wide = Expectimax.rootActionValues(model, Leaf.blind(model), Leaf.fastInformed(model), 4);
        for (int a = 0; a < q.length; a++) {
            assertThat(q[a].width()).isLessThan(0.41);
            assertThat(q[a].low()).isLessThan(wide[a].high());
            assertThat(q[a].high()).isGreaterThan(wide[a].low());
            assertThat(q[1].high()).isGreaterThanOrEqualTo(q[a].low());
        }
    }

    @Test
    void followingTheSolversLowerBoundEarnsAtLeastThatBound() {
        Tables model = new Tables(ExactRockSample.fourFour());
        PointBasedSolver solver = new PointBasedSolver(model);
        solver.solve(model.root, 0.2, 100_000);
        int episodes = 1_000;
        double sum = 0.0;
        double squares = 0.0;
        RandomStream random = new RandomStream(6);
        for (int episode = 0; episode < episodes; episode++) {
            random.startEpisode(6, 0, episode);
            double discounted = play(model, solver, random);
            sum += discounted;
            squares += discounted * discounted;
        }
        double mean = sum / episodes;
        double error = Math.sqrt((squares / episodes - mean * mean) / episodes);
        assertThat(mean).isBetween(solver.lower(model.root) - 4 * error, solver.upper(model.root) + 4 * error);
    }

    // one-step lookahead over the lower bound, which is worth at least that bound
    private static double play(Tables model, PointBasedSolver solver, RandomStream random) {
        int state = pick(model.root.probabilities, random.nextDouble());
        state = model.root.states[state];
        SparseBelief belief = model.root;
        double discounted = 0.0;
        double factor = 1.0;
        for (int step = 0; step < 200; step++) {
            int action = greedy(model, solver, belief);
            discounted += factor * model.reward[action][state];
            factor *= model.discount;
            if (model.next[action][state].length == 0) {
                return discounted;
            }
            state = model.next[action][state][0];
            double[] answers = new double[model.observations];
            for (int o = 0; o < answers.length; o++) {
                answers[o] = model.observation[action][o][state];
            }
            belief = model.branches(belief, action)[pick(answers, random.nextDouble())].belief();
        }
        return discounted;
    }

    private static int greedy(Tables model, PointBasedSolver solver, SparseBelief belief) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < model.actions; a++) {
            double value = model.reward(belief, a);
            for (Tables.Branch branch : model.branches(belief, a)) {
                value += branch == null ? 0.0 : model.discount * branch.probability() * solver.lower(branch.belief());
            }
            if (value > most) {
                most = value;
                best = a;
            }
        }
        return best;
    }

    private static int pick(double[] probabilities, double u) {
        int i = 0;
        while (i < probabilities.length - 1 && u >= probabilities[i]) {
            u -= probabilities[i++];
        }
        return i;
    }
}
