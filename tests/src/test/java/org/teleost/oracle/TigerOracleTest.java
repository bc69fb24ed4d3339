package org.teleost.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TigerOracleTest {
    private final TigerChain chain = new TigerChain();

    @Test
    void theUniformBeliefIsWorthThePublishedValue() {
        assertThat(chain.value(0)).isCloseTo(19.3714, within(5e-5));
    }

    @Test
    void opensTheOtherDoorAtALeadOfTwoHearingsAndNotBefore() {
        for (int lead = -1; lead <= 1; lead++) {
            double[] q = chain.actionValues(lead);
            assertThat(q[0]).isGreaterThan(q[1]).isGreaterThan(q[2]);
        }
        assertThat(chain.actionValues(2)[2]).isGreaterThan(chain.actionValues(2)[0]);
        assertThat(chain.actionValues(-2)[1]).isGreaterThan(chain.actionValues(-2)[0]);
    }

    @Test
    void expectimaxIntervalsHoldTheExactActionValuesAndShrinkInwards() {
        double[] exact = chain.actionValues(0);
        Interval[] outer = null;
        for (int horizon : new int[] {1, 2, 5, 10, 40, 200}) {
            Interval[] intervals = Expectimax.rootActionValues(new ExactTiger(), horizon);
            for (int a = 0; a < exact.length; a++) {
                assertThat(intervals[a].contains(exact[a], 1e-7))
                        .as("horizon %d action %d", horizon, a)
                        .isTrue();
                assertThat(outer == null || outer[a].contains(intervals[a], 1e-7))
                        .isTrue();
            }
            outer = intervals;
        }
        assertThat(outer[0].width()).isLessThan(0.01);
    }

    @Test
    void theFastInformedBoundLiesBetweenTheValueAndTheClairvoyantBound() {
        Tables tiger = new Tables(new ExactTiger());
        double informed = Leaf.fastInformed(tiger).value(tiger.root);
        assertThat(informed).isGreaterThan(chain.value(0));
        assertThat(informed).isLessThanOrEqualTo(Leaf.clairvoyant(tiger).value(tiger.root) + 1e-9);
        assertThat(Leaf.blind(tiger).value(tiger.root)).isCloseTo(-20.0, within(1e-6));
    }

    @Test
    void thePointBasedSolverClosesOnTheExactActionValues() {
        PointBasedSolver solver = new PointBasedSolver(new Tables(new ExactTiger()));
        Interval[] intervals = solver.rootActionValues(0.01, 10_000);
        double[] exact = chain.actionValues(0);
        for (int a = 0; a < exact.length; a++) {
            assertThat(intervals[a].contains(exact[a], 1e-7)).isTrue();
            assertThat(intervals[a].width()).isLessThan(0.011);
        }
    }
}
