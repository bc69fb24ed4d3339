package org.teleost.experiments.computation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.experiment.report.Axis;
import org.teleost.experiment.report.Curve;

class DrawingPartsTest {
    @Test
    void ticksAreRoundAndInside() {
        assertThat(Ticks.texts(Ticks.between(-0.16, 0.79, 10)))
                .startsWith("-0.1")
                .endsWith("0.7")
                .hasSize(9);
        assertThat(Ticks.texts(Ticks.between(0.0, 7.0, 8))).startsWith("0", "1").endsWith("7");
        assertThat(Ticks.texts(new double[] {-0.1, 0.0, 0.25})).containsExactly("-0.10", "0.00", "0.25");
        assertThat(Ticks.between(2.0, 2.0, 5)).containsExactly(2.0);
    }

    @Test
    void curvesOfOneValueThroughoutAreLevel() {
        Curve level = Curve.line("", new double[] {1.0, 2.0}, new double[] {-3.0, -3.0});
        Curve rising = Curve.line("", new double[] {1.0, 2.0}, new double[] {-3.0, -2.0});

        assertThat(LineDrawing.isLevel(List.of(level, level))).isTrue();
        assertThat(LineDrawing.isLevel(List.of(level, rising))).isFalse();
        assertThat(LineDrawing.isLevel(List.of())).isFalse();
    }

    @Test
    void isolineOfAPlaneIsStraight() {
        double[] x = {0.0, 1.0, 2.0, 4.0};
        double[] y = {0.0, 1.0, 3.0};
        double[][] values = new double[3][4];
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 4; i++) {
                values[j][i] = x[i] + 2.0 * y[j];
            }
        }

        List<double[]> points = points(Isolines.of(x, y, values, 2.5));

        assertThat(points)
                .hasSizeGreaterThan(6)
                .allSatisfy(p -> assertThat(p[0] + 2.0 * p[1]).isCloseTo(2.5, within(1e-12)));
        assertThat(points(Isolines.of(x, y, values, 99.0))).isEmpty();
    }

    @Test
    void saddleHasTwoPiecesAndAHoleHasNone() {
        double[] side = {0.0, 1.0};

        assertThat(points(Isolines.of(side, side, new double[][] {{1.0, 0.0}, {0.0, 1.0}}, 0.4)))
                .hasSize(4);
        assertThat(points(Isolines.of(side, side, new double[][] {{1.0, 0.0}, {0.0, Double.NaN}}, 0.4)))
                .isEmpty();
    }

    @Test
    void coloursRunFromDarkToBrightAndDivergeAtZero() {
        ColourScale rising = new ColourScale(0.0, 1.0, false);
        assertThat(rising.colour(-5.0)).isEqualTo(0x440154);
        assertThat(rising.colour(5.0)).isEqualTo(0xfde725);
        assertThat(rising.colour(Double.NaN)).isEqualTo(0xffffff);
        assertThat(new ColourScale(-2.0, 2.0, true).colour(0.0)).isEqualTo(0xf7f7f7);
    }

    @Test
    void shortLogarithmicAxisIsLabelledAtDoublings() {
        LogScale scale = LogScale.of(Axis.logarithmic("h"), List.of(new double[] {0.0625, 0.125, 0.25}));

        assertThat(scale.apply(new double[] {0.25})).containsExactly(2.0);
        assertThat(scale.label(1.0)).isEqualTo("0.125");
        assertThat(scale.label(1.5)).isBlank();
        assertThat(LogScale.of(Axis.logarithmic("e"), List.of(new double[] {1e-6, 1.0})))
                .isEqualTo(LogScale.DECADES);
        assertThat(LogScale.of(Axis.linear("x"), List.of(new double[] {1.0})).octaves())
                .isFalse();
    }

    private static List<double[]> points(Path2D path) {
        List<double[]> points = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator each = path.getPathIterator(null); !each.isDone(); each.next()) {
            each.currentSegment(at);
            points.add(new double[] {at[0], at[1]});
        }
        return points;
    }
}
