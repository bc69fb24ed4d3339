package org.teleost.solvers.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.SourceText;
import org.teleost.solvers.policy.PolicyGraph;
import org.teleost.solvers.tabular.TabularPomdp;

class GraphValuesTest {
    private static final String LAMP = "discount: 0.5 values: reward states: off on actions: wait press"
            + " observations: dark light start: off T: wait identity T: press : * : on 1"
            + " O: * : off : dark 1 O: * : on 0.2 0.8 R: wait : on : * : * 3 R: press : * : * : * -4";

    private static TabularPomdp lamp() {
        return ModelFile.read(new SourceText("lamp.pomdp", LAMP.getBytes(StandardCharsets.UTF_8), false))
                .table();
    }

    @Test
    void aGraphIsWorthItsLinearEquations() {
        // press until light is seen, then wait for ever: V1(on) = 3 / (1 - 0.5) = 6
        PolicyGraph graph = new PolicyGraph(new int[] {1, 0}, new int[][] {{0, 1}, {1, 1}});
        double[][] values = GraphValues.of(lamp(), graph);
        assertThat(values[1]).usingComparatorWithPrecision(1e-9).containsExactly(0.0, 6.0);
        // V0 = -4 + 0.5 (0.2 V0 + 0.8 * 6) for both states, since pressing always switches on
        double press = (-4.0 + 0.5 * 0.8 * 6.0) / (1.0 - 0.5 * 0.2);
        assertThat(values[0]).usingComparatorWithPrecision(1e-9).containsExactly(press, press);
    }

    @Test
    void whereTheGraphHasNoNodeTheWorstFollows() {
        PolicyGraph graph = new PolicyGraph(new int[] {1}, new int[][] {{0, PolicyGraph.IMPOSSIBLE}});
        double worst = -4.0 / (1.0 - 0.5);
        double value = (-4.0 + 0.5 * 0.8 * worst) / (1.0 - 0.5 * 0.2);
        assertThat(GraphValues.of(lamp(), graph)[0][0]).isCloseTo(value, within(1e-9));
    }
}
