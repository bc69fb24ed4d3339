package org.teleost.solvers.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.random.RandomStream;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.SourceText;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.BeliefUpdate;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.sarsop.Sarsop;
import org.teleost.solvers.tabular.Horizon;
import org.teleost.solvers.tabular.TabularPomdp;

/** Against the values that are known, against the tree of all histories, and against SARSOP. */
class ExactIterationTest {
    private static final String TIGER = "discount: 0.95 values: reward states: l r actions: listen left right"
            + " observations: l r start: 0.5 0.5 T: listen identity T: left uniform T: right uniform"
            + " O: listen 0.85 0.15 0.15 0.85 O: left uniform O: right uniform"
            + " R: listen : * : * : * -1 R: left : l : * : * -100 R: left : r : * : * 10"
            + " R: right : l : * : * 10 R: right : r : * : * -100";

    private static TabularPomdp read(String text) {
        return ModelFile.read(new SourceText("t.pomdp", text.getBytes(StandardCharsets.UTF_8), false))
                .table();
    }

    private static Bounds solve(ExactIteration solver, double precision) {
        return solver.run(300.0, precision, bounds -> {}, () -> false);
    }

    /** Dense tables of random numbers. */
    private static String random(long seed, int states) {
        RandomStream stream = new RandomStream(seed);
        StringBuilder text = new StringBuilder("discount: 0.7 values: reward states: " + states);
        text.append(" actions: 2 observations: 2\n");
        for (int a = 0; a < 2; a++) {
            text.append("T: ").append(a).append('\n');
            rows(text, states, states, stream);
            text.append("O: ").append(a).append('\n');
            rows(text, states, 2, stream);
            for (int s = 0; s < states; s++) {
                text.append("R: " + a + " : " + s + " : * : * " + stream.nextGaussian() + "\n");
            }
        }
        return text.toString();
    }

    private static void rows(StringBuilder text, int rows, int columns, RandomStream stream) {
        for (int r = 0; r < rows; r++) {
            double rest = 1.0;
            for (int c = 0; c < columns - 1; c++) {
                double p = rest * stream.nextDouble();
                rest -= p;
                text.append(p).append(' ');
            }
            text.append(rest).append('\n');
        }
    }

    /** The optimum over so many steps by the tree of all histories. */
    private static double tree(TabularPomdp model, SparseBelief belief, int steps) {
        double best = steps == 0 ? 0.0 : Double.NEGATIVE_INFINITY;
        for (int a = 0; steps > 0 && a < model.actionCount(); a++) {
            double value = 0.0;
            for (int i = 0; i < belief.count(); i++) {
                value += belief.weight(i) * model.expected()[model.row(a, belief.state(i))];
            }
            for (int o = 0; o < model.observationCount(); o++) {
                SparseBelief next = new BeliefUpdate(model).after(belief, a, o);
                if (next != null) {
                    value += model.discount() * probability(model, belief, a, o) * tree(model, next, steps - 1);
                }
            }
            best = Math.max(best, value);
        }
        return best;
    }

    private static double probability(TabularPomdp model, SparseBelief belief, int action, int seen) {
        double p = 0.0;
        for (int i = 0; i < belief.count(); i++) {
            for (int s = 0; s < model.stateCount(); s++) {
                p += belief.weight(i)
                        * model.transition().get(model.row(action, belief.state(i)), s)
                        * model.observation().get(model.row(action, s), seen);
            }
        }
        return p;
    }

    @Test
    void tigerHasItsKnownValueAndNineVectors() {
        Bounds bounds = solve(new ExactIteration(read(TIGER)), 1e-3);
        assertThat(bounds.lower()).isCloseTo(19.3714, within(1e-3));
        assertThat(bounds.gap()).isLessThanOrEqualTo(1e-3);
        assertThat(bounds.vectors()).isEqualTo(9);
    }

    /** Without a discount: listen, and open once two more have been heard on one side than on the other. */
    @ParameterizedTest
    @CsvSource({"1, -1", "2, -2", "3, 2.72"})
    void tigerOverFewStepsHasTheValuesThatOneCanWorkOut(int steps, double value) {
        TabularPomdp tiger = Horizon.of(read(TIGER.replace("0.95", "1.0")), steps);
        Bounds bounds = solve(new ExactIteration(tiger), 1e-9);
        // 3 steps: -2 + 0.745 (10 * 0.7225 - 100 * 0.0225) / 0.745 - 0.255
        assertThat(bounds.lower()).isCloseTo(value, within(1e-9));
        assertThat(bounds.gap()).isLessThanOrEqualTo(1e-6);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 4", "4, 6"})
    void finiteProblemsHaveTheValueOfTheTreeAtEveryBelief(long seed, int states) {
        TabularPomdp model = read(random(seed, states));
        ExactIteration solver = new ExactIteration(Horizon.of(model, 5));
        solve(solver, 0.0);
        AlphaSet policy = solver.policy();
        RandomStream stream = new RandomStream(seed);
        for (int i = 0; i < 20; i++) {
            double[] belief = new double[states];
            for (int s = 0; s < states; s++) {
                belief[s] = i < states ? (i == s ? 1.0 : 0.0) : stream.nextDouble();
            }
            SparseBelief at = SparseBelief.of(belief);
            // the states of time 0 are the first ones
            assertThat(policy.value(at)).isCloseTo(tree(model, at, 5), within(1e-7));
        }
    }

    @Test
    void endlessProblemsAreSolvedToThePrecisionAtEveryBelief() {
        for (long seed = 1; seed <= 6; seed++) {
            TabularPomdp model = read(random(seed, 3));
            ExactIteration solver = new ExactIteration(model);
            Bounds bounds = solve(solver, 1e-5);
            Sarsop.Limits limits = new Sarsop.Limits(60.0, 1e-5);
            Sarsop sarsop = new Sarsop(model, limits);
            Bounds other = sarsop.run(limits, b -> {}, () -> false);
            assertThat(bounds.gap()).isLessThanOrEqualTo(1e-5);
            assertThat(bounds.lower()).isBetween(other.lower() - 1e-5, other.upper() + 1e-9);
            assertThat(bounds.upper()).isBetween(other.lower() - 1e-9, other.upper() + 1e-5);
            // away from the start SARSOP's vectors are a lower bound, these the value
            for (int s = 0; s < 3; s++) {
                SparseBelief corner = new SparseBelief(new int[] {s}, new double[] {1.0});
                assertThat(solver.policy().value(corner))
                        .isGreaterThanOrEqualTo(sarsop.policy().value(corner) - 1e-5);
            }
        }
    }

    @Test
    void whatIsSeenHasASetOfItsOwn() {
        TabularPomdp model = read("discount: 0.9 values: reward states: 4 actions: 2 observations: 2 start include: 0 1"
                        + " T: 0 identity T: 1 0 0 1 0 0 0 0 1 1 0 0 0 0 1 0 0 O: * 1 0 1 0 0 1 0 1"
                        + " R: 1 : 0 : * : * 1 R: 1 : 3 : * : * 2")
                .withObservedPart(new int[] {0, 0, 1, 1});
        ExactIteration solver = new ExactIteration(model);
        Bounds bounds = solve(solver, 1e-6);
        // swapping for ever: 1 at every other step from state 0, 2 at every other from state 1 a step later
        assertThat(bounds.lower()).isCloseTo(0.5 * (1.0 + 1.8) / 0.19, within(2e-6));
        assertThat(solver.policy().vectors())
                .allSatisfy(v -> assertThat(v.states()).hasSize(2));
    }

    @Test
    void whenTimeIsOverWhatIsThereIsABound() {
        ExactIteration solver = new ExactIteration(read(TIGER));
        Bounds bounds = solver.run(300.0, 1e-9, b -> {}, () -> true);
        assertThat(bounds.lower()).isCloseTo(-20.0, within(1e-9));
        assertThat(bounds.upper()).isGreaterThan(19.37);
        assertThat(solver.policy().vectors())
                .singleElement()
                .satisfies(v -> assertThat(v.action()).isZero());
    }

    @Test
    void discountOneWithoutAnEndIsRefused() {
        TabularPomdp endless = read(TIGER.replace("0.95", "1.0"));
        assertThatThrownBy(() -> new ExactIteration(endless)).hasMessageContainingAll("discount 1", "--horizon");
    }

    @Test
    void pruningKeepsWhatIsBestSomewhereAndNothingElse() {
        PlanList plans = new PlanList();
        plans.add(0, new double[] {1.0, 0.0});
        plans.add(1, new double[] {0.0, 1.0});
        plans.add(2, new double[] {0.4, 0.4});
        plans.add(3, new double[] {0.6, 0.6});
        plans.add(4, new double[] {1.0, 0.0});
        plans.add(5, new double[] {0.9, 0.2});
        Pruning pruning = new Pruning(2, () -> false);
        assertThat(pruning.needed(plans, 1e-9)).containsExactly(0, 1, 3, 5);
        Witness witness = new Witness();
        double lead = witness.most(plans.value(3), List.of(plans.value(0), plans.value(1)), 0.0);
        assertThat(lead).isCloseTo(0.1, within(1e-9));
        lead = witness.lead(plans.value(2), List.of(plans.value(0), plans.value(1)), 0.0);
        assertThat(lead).isCloseTo(-0.1, within(1e-9));
        assertThat(witness.belief).isNull();
    }
}
