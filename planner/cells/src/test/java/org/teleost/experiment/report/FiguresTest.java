package org.teleost.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void tableNeedsAValueForEveryColumn() {
        Table.Builder table = Table.named("t", "").column("a").column("b", "m", "%.1f");

        assertThat(table.row("x", 1.0).build().rows()).hasSize(1);
        assertThatThrownBy(() -> table.row("x").build()).hasMessageContaining("a row has 1 values, columns=2");
    }

    @Test
    void namesMustMakeFilesEverywhere() {
        assertThatThrownBy(() -> Table.named("../t", "").build()).hasMessageContaining("name=../t");
        assertThatThrownBy(() -> new LinePlot("a b", "", Axis.linear("x"), Axis.linear("y"), List.of()))
                .hasMessageContaining("name=a b");
    }

    @Test
    void logarithmicAxisRefusesWhatHasNoPlaceOnIt() {
        Curve curve = Curve.line("c", new double[] {1.0, 2.0}, new double[] {0.0, 1.0});

        assertThatThrownBy(() -> new LinePlot("p", "", Axis.linear("x"), Axis.logarithmic("error"), List.of(curve)))
                .hasMessageContaining("error 0.0 has no place on a logarithmic axis");
        assertThatThrownBy(() -> Curve.line("c", new double[2], new double[3])).hasMessageContaining("y 3");
    }

    @Test
    void barsNeedALinearAxisAndOneForEachPoint() {
        double[] two = {1.0, 2.0};
        Curve curve = Curve.line("c", two, two);
        assertThat(curve.withError(new double[] {0.5, Double.NaN}).error()).hasSize(2);
        assertThatThrownBy(() -> curve.withError(new double[1])).hasMessageContaining("error 1");
        Curve barred = curve.withError(two);
        assertThatThrownBy(() -> new LinePlot("p", "", Axis.linear("x"), Axis.logarithmic("y"), List.of(barred)))
                .hasMessageContaining("logarithmic");
    }

    @Test
    void mapRefusesShapesThatDoNotFit() {
        double[] two = {0.0, 1.0};
        assertThatThrownBy(() -> map(two, two, new double[3][2])).hasMessageContaining("3 rows, y 2");
        assertThatThrownBy(() -> map(two, two, new double[2][3])).hasMessageContaining("row 0 has 3 values, x 2");
        assertThatThrownBy(() -> map(new double[] {1.0, 0.0}, two, new double[2][2]))
                .hasMessageContaining("x needs two ascending values");
    }

    private static FieldMap map(double[] x, double[] y, double[][] values) {
        return new FieldMap("m", "", "x", "y", x, y, values, FieldMap.Colours.contours("z"), List.of(), List.of());
    }
}
