package org.teleost.solvers.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.SourceText;
import org.teleost.solvers.pbvi.Pbvi;
import org.teleost.solvers.policy.BeliefUpdate;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.sarsop.Sarsop;
import org.teleost.solvers.value.StartValues;

/** Problems with an end, against a search through all actions and observations. */
class HorizonTest {
    static final String TIGER = "discount: 1.0 values: reward states: l r actions: listen left right"
            + " observations: l r start: 0.5 0.5 T: listen identity T: left uniform T: right uniform"
            + " O: listen 0.85 0.15 0.15 0.85 O: left uniform O: right uniform"
            + " R: listen : * : * : * -1 R: left : l : * : * -100 R: left : r : * : * 10"
            + " R: right : l : * : * 10 R: right : r : * : * -100";

    private static TabularPomdp tiger(String discount) {
        String text = TIGER.replace("1.0 values", discount + " values");
        return ModelFile.read(new SourceText("tiger.pomdp", text.getBytes(StandardCharsets.UTF_8), false))
                .table();
    }

    /** max_a sum_s b(s) R(s,a) + gamma sum_o P(o) V(b') to the given depth. */
    private static double search(TabularPomdp model, SparseBelief belief, int steps) {
        double best = steps == 0 ? 0.0 : Double.NEGATIVE_INFINITY;
        for (int a = 0; a < model.actionCount() && steps > 0; a++) {
            double value = 0.0;
            for (int o = 0; o < model.observationCount(); o++) {
                double p = 0.0;
                for (int i = 0; i < belief.count(); i++) {
                    for (int next = 0; next < model.stateCount(); next++) {
                        p += belief.weight(i)
                                * model.transition().get(model.row(a, belief.state(i)), next)
                                * model.observation().get(model.row(a, next), o);
                    }
                }
                value += p == 0.0
                        ? 0.0
                        : p * model.discount() * search(model, new BeliefUpdate(model).after(belief, a, o), steps - 1);
            }
            for (int i = 0; i < belief.count(); i++) {
                value += belief.weight(i) * model.expected()[model.row(a, belief.state(i))];
            }
            best = Math.max(best, value);
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "1.0, 3", "1.0, 6", "0.9, 5"})
    void solversFindTheValueOfASearchThroughEverything(String discount, int steps) {
        TabularPomdp model = tiger(discount);
        double value = search(model, SparseBelief.of(model.start()), steps);
        TabularPomdp timed = Horizon.of(model, steps);
        Sarsop.Limits limits = new Sarsop.Limits(20.0, 1e-6);
        Bounds bounds = new Sarsop(timed, limits).run(limits, b -> {}, () -> false);
        assertThat(bounds.lower()).isCloseTo(value, within(2e-6));
        assertThat(bounds.upper()).isCloseTo(value, within(2e-6));
        Bounds points = new Pbvi(timed).run(2.0, 1e-6, b -> {}, () -> false);
        assertThat(points.lower()).isCloseTo(value, within(1e-6));
        assertThat(points.upper()).isGreaterThanOrEqualTo(value - 1e-9);
    }

    @Test
    void valuesOfSimplePoliciesCountTheSteps() {
        StartValues values = StartValues.of(Horizon.of(tiger("1.0"), 7));
        assertThat(values.constant()).isCloseTo(-7.0, within(1e-12));
        assertThat(values.random()).isCloseTo(7.0 * (-1.0 - 45.0 - 45.0) / 3.0, within(1e-9));
        assertThat(values.mdp()).isCloseTo(70.0, within(1e-12));
    }

    @Test
    void episodesEndAndTheTimeIsSeen() {
        TabularPomdp timed = Horizon.of(tiger("1.0"), 7);
        assertThat(Endings.mostSteps(timed)).isEqualTo(7);
        assertThat(Endings.mostSteps(tiger("1.0"))).isEqualTo(-1);
        assertThat(timed.stateCount()).isEqualTo(16);
        assertThat(timed.states().get(5)).isEqualTo("2-r");
        assertThat(timed.observedPart()).startsWith(0, 0, 1, 1).endsWith(7, 7);
        assertThat(TerminalStates.of(timed)).containsSubsequence(false, true, true);
        assertThat(timed.reward().at(1, 14, 14, 0)).isZero();
        assertThat(timed.reward().at(1, 12, 14, 0)).isEqualTo(-100.0);
    }

    @Test
    void endlessProblemsWithoutADiscountAreRefusedWithTheReason() {
        Sarsop.Limits limits = new Sarsop.Limits(1.0, 1e-3);
        assertThatThrownBy(() -> new Sarsop(tiger("1.0"), limits))
                .hasMessageContainingAll("discount 1", "--horizon 30", "--discount 0.99");
        assertThatThrownBy(() -> Horizon.of(tiger("1.0"), 2_000_000)).hasMessageContaining("the limit is");
        assertThatThrownBy(() -> Horizon.of(tiger("1.0"), 0)).hasMessageContaining("1 step or more");
    }
}
