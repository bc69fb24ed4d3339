package org.teleost.envs.fluid.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.envs.fluid.limit.FlowDivergedException;

/** The published cases on coarse grids and small domains: wider bands, the same physics. */
class ValidationTest {
    @Test
    void cylinderAtReynolds40HasItsDragAndItsWake() {
        double[] values = new CylinderCase(40.0, 10, 160, 128, 5.0, 0.015, 25.0, 1.0, List.of()).measure();

        assertThat(values[0]).as("drag").isBetween(1.57, 1.85);
        assertThat(values[1]).as("wake length").isBetween(2.1, 2.6);
    }

    @Test
    void cylinderAtReynolds100ShedsVortices() {
        double[] values = new CylinderCase(100.0, 10, 160, 128, 5.0, 0.0125, 40.0, 25.0, List.of()).measure();

        assertThat(values[0]).as("mean drag").isBetween(1.37, 1.75);
        assertThat(values[1]).as("lift amplitude").isBetween(0.25, 0.5);
        assertThat(values[2]).as("Strouhal number").isBetween(0.155, 0.19);
    }

    @Test
    void flagFlapsByItself() {
        double[] values = new FlagCase(16, 96, 96, 0.005, 10.0, 8.0, List.of()).measure();

        assertThat(values[0]).as("tip amplitude").isBetween(0.25, 0.45);
        assertThat(values[1]).as("Strouhal number").isBetween(0.26, 0.34);
    }

    @Test
    void addedMassOfAPlateIsThatOfPotentialFlow() {
        double[] values = new AddedMassCase(16, 96, 96, List.of()).measure();

        assertThat(values[0]).isEqualTo(0.25 * Math.PI, within(0.12 * 0.25 * Math.PI));
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

        assertThat(finding.deviation()).isEqualTo(0.04, within(1e-12));
        assertThat(finding.passed()).isTrue();
        assertThat(finding.line()).contains("+4.0 %", "inside");
    }

    @Test
    void bandUpsideDownIsRefused() {
        assertThatThrownBy(() -> Quantity.within("St", 0.32, 0.30, "none")).hasMessageContaining("lowest=0.32");
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
        public double[] measure() {
            throw new FlowDivergedException("burst");
        }
    }
}
