package org.teleost.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiment.report.ExperimentReport;

class ExperimentOptionTest {
    private static final ExperimentOption<Integer> CELLS =
            ExperimentOption.whole("cells", 32, 8, 64, "Cells per length.");
    private static final ExperimentOption<List<Double>> PHASES = ExperimentOption.list(
                    ExperimentOption.decimal("phases", 0.0, -180.0, 360.0, "Phases."), List.of(0.0, 22.5))
            .free();
    private static final ExperimentOption<Boolean> FAST = ExperimentOption.flag("fast", "Fast.");

    @Test
    void valuesAreReadAndWrittenAsTheyAreTyped() {
        assertThat(CELLS.parse("16")).isEqualTo(16);
        assertThat(PHASES.parse("0, 90,-0.5")).containsExactly(0.0, 90.0, -0.5);
        assertThat(PHASES.defaultText()).isEqualTo("0,22.5");
        assertThat(PHASES.write(PHASES.parse("1e-7"))).isEqualTo("1.0E-7");
        assertThat(FAST.parse("true")).isTrue();
        assertThat(ExperimentOption.text("file", "", "FILE", "A file.").parse("a b"))
                .isEqualTo("a b");
    }

    @ParameterizedTest
    @CsvSource({
        "7, --cells=7; allowed range 8 to 64",
        "65, --cells=65; allowed range 8 to 64",
        "many, --cells=many is not a whole number; allowed range 8 to 64"
    })
    void valueOutsideItsRangeIsRefusedWithTheRange(String text, String message) {
        assertThatThrownBy(() -> CELLS.parse(text)).hasMessage(message);
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        assertThatThrownBy(() -> PHASES.parse("0,,1")).hasMessageContaining("--phases= is not a number");
        assertThatThrownBy(() -> PHASES.parse("NaN")).hasMessageContaining("allowed range -180 to 360");
        assertThatThrownBy(() -> ExperimentOption.flag("Bad Name", "")).hasMessageContaining("name=Bad Name");
    }

    @Test
    void inputHoldsDefaultsAndChanges() {
        ExperimentInput input = ExperimentInput.defaults(
                        new Fixture(List.of(CELLS, PHASES, FAST)), Path.of("."), CellStore.inMemory(), () -> false)
                .with("cells", "16")
                .with("fast", "true");

        assertThat(input.value(CELLS)).isEqualTo(16);
        assertThat(input.value(PHASES)).containsExactly(0.0, 22.5);
        assertThat(input.configuration()).containsOnlyKeys("cells", "fast").containsEntry("cells", "16");
        assertThat(input.settings()).containsEntry("phases", "0,22.5");
        assertThatThrownBy(() -> input.with("cell", "16")).hasMessage("no option --cell");
        assertThatThrownBy(() -> input.value(ExperimentOption.seed())).hasMessageContaining("does not list");
    }

    @Test
    void twoOptionsOfOneNameAreRefused() {
        assertThatThrownBy(() -> ExperimentInput.defaults(
                        new Fixture(List.of(CELLS, CELLS)), Path.of("."), CellStore.inMemory(), () -> false))
                .hasMessageContaining("has two options --cells");
    }

    private record Fixture(List<ExperimentOption<?>> options) implements Experiment {
        @Override
        public String group() {
            return "test";
        }

        @Override
        public String name() {
            return "fixture";
        }

        @Override
        public String summary() {
            return "Nothing.";
        }

        @Override
        public ExperimentOutcome run(ExperimentInput input, ExperimentReport report) {
            return ExperimentOutcome.COMPLETE;
        }
    }
}
