package org.teleost.envs.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.fluid.grid.FlowDivergedException;

/** The published cases on coarse grids and small domains: wider bands, the same physics. */
class ValidationTest {
    static List<Case> quickCases() {
        return QuickCases.all();
    }

    @ParameterizedTest
    @MethodSource("quickCases")
    void quickCaseIsInsideItsBands(Case each) {
        List<Finding> findings = Validation.measure(each, CaseMonitor.NONE).findings(each);

        assertThat(findings).hasSameSizeAs(each.quantities());
        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.passed()).as(finding.line()).isTrue());
    }

    @Test
    void flowThatDoesNotSurviveIsAFindingOutsideItsBand() {
        Quantity quantity = Quantity.near("drag", 1.0, 0.1, "none");
        List<Finding> heard = new ArrayList<>();

        List<Finding> findings = Validation.run(List.of(new BrokenCase(List.of(quantity))), heard::add);

        assertThat(findings).isEqualTo(heard).hasSize(1);
        assertThat(findings.get(0).passed()).isFalse();
        assertThat(findings.get(0).failure()).isEqualTo("burst");
        assertThat(findings.get(0).line()).contains("broken", "OUTSIDE", "burst");
    }

    @Test
    void findingTellsItsDeviation() {
        Finding finding = new Finding("c", "s", Quantity.near("q", 2.0, 0.05, "none"), 2.08, "");

        assertThat(finding.deviationPercent()).isEqualTo(4.0, within(1e-12));
        assertThat(finding.passed()).isTrue();
        assertThat(finding.line()).contains("+4.0 %", "inside");

        Finding lead = new Finding("c", "s", new Quantity("lead", 0.0, -0.1, 0.1, "none"), 0.02, "");
        assertThat(lead.deviationPercent()).isNaN();
        assertThat(lead.line()).contains("deviation  +0.0200  inside");
    }

    @Test
    void bandUpsideDownIsRefused() {
        assertThatThrownBy(() -> Quantity.within("St", 0.32, 0.30, "none")).hasMessageContaining("lowest=0.32");
    }

    @Test
    void heaveThatDoesNotRepeatWithinTheSlowestPeriodIsRefused() {
        assertThatThrownBy(() -> new HeaveCase(List.of(2, 3), 24, 120, 96, false, 1.5, 2000.0, 200, List.of()))
                .hasMessageContaining("reducedFrequencies=[2, 3]");
    }

    private record BrokenCase(List<Quantity> quantities) implements Case {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String setting() {
            return "none";
        }

        @Override
        public double[] measure(CaseMonitor monitor) {
            throw new FlowDivergedException("burst");
        }
    }
}
