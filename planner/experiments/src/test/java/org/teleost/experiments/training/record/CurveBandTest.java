package org.teleost.experiments.training.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveBandTest {
    @Test
    void pointsAreThoseOfTheCurvesAndNoneBetweenThem() {
        CurveBand band = CurveBand.of(
                List.of(new double[] {10, 20, 30}, new double[] {11, 21}, new double[] {12, 25, 31}),
                List.of(new double[] {0, 10, 9}, new double[] {5, 5}, new double[] {-1, 30, 2}));
        assertThat(band.x()).containsExactly(11, 21);
        assertThat(band.low()).containsExactly(-1, 5);
        assertThat(band.median()).containsExactly(0, 10);
        assertThat(band.high()).containsExactly(5, 30);
    }

    @Test
    void theMedianOfTwoIsTheirMean() {
        CurveBand band =
                CurveBand.of(List.of(new double[] {1}, new double[] {3}), List.of(new double[] {4}, new double[] {8}));
        assertThat(band.x()).containsExactly(2);
        assertThat(band.median()).containsExactly(6);
    }
}
