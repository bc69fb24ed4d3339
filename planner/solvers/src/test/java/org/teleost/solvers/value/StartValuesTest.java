package org.teleost.solvers.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.solvers.file.PomdpReader;
import org.teleost.solvers.file.SourceText;
import org.teleost.solvers.tabular.TabularPomdp;

/** The four values against closed forms. */
class StartValuesTest {
    private static final Offset<Double> EXACT = within(1e-7);

    private static TabularPomdp read(String text) {
        return PomdpReader.read(new SourceText("test.pomdp", text.getBytes(StandardCharsets.UTF_8), false));
    }

    private static TabularPomdp tiger(double discount) {
        return read("discount: " + discount
                + " values: reward states: l r actions: listen left right observations: l r start: 0.5 0.5"
                + " T: listen identity T: left uniform T: right uniform"
                + " O: listen 0.85 0.15 0.15 0.85 O: left uniform O: right uniform"
                + " R: listen : * : * : * -1 R: left : l : * : * -100 R: left : r : * : * 10"
                + " R: right : l : * : * 10 R: right : r : * : * -100");
    }

    /** Random: (-1 - 45 - 45) / 3 a step; listening for ever; the right door at once, every time. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.5, 0.95, 0.999, 0.99999})
    void tigerInClosedForm(double discount) {
        StartValues values = StartValues.of(tiger(discount));
        double steps = 1.0 / (1.0 - discount);
        assertThat(values.random()).isCloseTo(-91.0 / 3.0 * steps, within(1e-8 * 91 * steps));
        assertThat(values.constant()).isCloseTo(-steps, within(1e-8 * steps));
        assertThat(values.constantAction()).isZero();
        assertThat(values.mdp()).isCloseTo(10.0 * steps, within(1e-8 * 10 * steps));
        assertThat(values.qmdp()).isCloseTo(-1.0 + discount * 10.0 * steps, within(1e-8 * 10 * steps));
    }

    /** A corridor of 40 cells with a reward at its end: gamma^(39 - s). */
    @Test
    void corridorInClosedForm() {
        StringBuilder text =
                new StringBuilder("discount: 0.9 values: reward states: 41 actions: 2 observations: 1 start: 0\n");
        text.append("T: 0 identity T: 1 identity O: * uniform\n");
        for (int s = 0; s < 40; s++) {
            text.append("T: 1 : ").append(s).append(" : ").append(s).append(" 0\n");
            text.append("T: 1 : ").append(s).append(" : ").append(s + 1).append(" 1\n");
        }
        text.append("R: 1 : 39 : 40 : * 1\n");
        TabularPomdp model = read(text.toString());
        assertThat(StartValues.of(model).mdp()).isCloseTo(Math.pow(0.9, 39), EXACT);
        FullyObserved solved = FullyObserved.of(model);
        assertThat(solved.values()[10]).isCloseTo(Math.pow(0.9, 29), EXACT);
        assertThat(solved.policy()[10]).isEqualTo(1);
        assertThat(BlindPolicies.constant(model, 1)[39]).isCloseTo(1.0, EXACT);
        assertThat(BlindPolicies.constant(model, 0)[39]).isZero();
    }

    @Test
    void undiscountedProblemsAreRefusedWithTheReason() {
        TabularPomdp model = tiger(1.0);
        assertThatThrownBy(() -> StartValues.of(model)).hasMessageContaining("may be infinite");
    }
}
