package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What a decision tells of the root's actions, from numbers that the test makes up. */
class ExplanationTest {
    /** An action per row: id, visits, weight, value, mean return, mean square. */
    private record Root(double[]... rows) implements RootView {
        @Override
        public int count() {
            return rows.length;
        }

        @Override
        public int action(int index) {
            return (int) rows[index][0];
        }

        @Override
        public long visits(int index) {
            return (long) rows[index][1];
        }

        @Override
        public double weight(int index) {
            return rows[index][2];
        }

        @Override
        public double value(int index) {
            return rows[index][3];
        }

        @Override
        public double meanReturn(int index) {
            return rows[index][4];
        }

        @Override
        public double meanSquare(int index) {
            return rows[index][5];
        }

        @Override
        public void predict(int index, Decision out) {
            out.terminalProbability = index;
        }
    }

    private static Decision explain(double[]... rows) {
        Decision out = new Decision();
        new Explanation(9).explain(null, new Root(rows), out);
        return out;
    }

    /** The standard error of a mean of n returns whose variance has n - 1 degrees of freedom. */
    @Test
    void standardErrorsAreThoseOfTheMeanReturns() {
        Decision out = explain(new double[] {4, 101, 0.9, 3.0, 3.0, 25.0}, new double[] {5, 2, 0.1, 1.0, 2.0, 5.0});
        assertThat(out.standardErrors[0]).isCloseTo(4.0 / 10.0, within(1e-12));
        assertThat(out.standardErrors[1]).isCloseTo(1.0, within(1e-12));
        // one visit has no spread to divide
        assertThat(explain(new double[] {4, 1, 1.0, 3.0, 3.0, 9.0}).standardErrors[0])
                .isZero();
    }

    @Test
    void theLargestShareOfThePolicyIsExecutedWhateverTheValues() {
        Decision out = explain(
                new double[] {1, 10, 0.2, 9.0, 9.0, 81.0},
                new double[] {2, 10, 0.5, 1.0, 1.0, 1.0},
                new double[] {3, 20, 0.2, 5.0, 5.0, 25.0});
        assertThat(out.action).isEqualTo(2);
        assertThat(out.actions).startsWith(2, 3, 1);
        assertThat(out.probabilities).startsWith(0.5, 0.2, 0.2);
        assertThat(out.terminalProbability).isEqualTo(1.0);
    }
}
