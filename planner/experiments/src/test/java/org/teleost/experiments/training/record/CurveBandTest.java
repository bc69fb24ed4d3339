package org.teleost.experiments.training.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveBandTest {
    @Test
    void theBandCoversTheRangeThatAllCurvesHave() {
        CurveBand band = CurveBand.of(
                List.of(new double[] {0, 10}, new double[] {2, 20}, new double[] {1, 9}),
                List.of(new double[] {0, 10}, new double[] {5, 5}, new double[] {-1, -1}));
        int last = band.x().length - 1;
        assertThat(band.x()[0]).isEqualTo(2);
        assertThat(band.x()[last]).isCloseTo(9, within(1e-12));
        assertThat(band.low()).containsOnly(-1.0);
        assertThat(band.median()[0]).isEqualTo(2);
        assertThat(band.high()[0]).isEqualTo(5);
        assertThat(band.median()[last]).isEqualTo(5);
        assertThat(band.high()[last]).isCloseTo(9, within(1e-12));
    }

    @Test
    void curvesApartHaveNoBand() {
        assertThat(CurveBand.of(
                        List.of(new double[] {0, 1}, new double[] {2, 3}),
                        List.of(new double[] {0, 1}, new double[] {2, 3})))
                .isNull();
    }

    @Test
    void betweenPointsACurveIsStraight() {
        double[] x = {1, 3, 4};
        double[] y = {10, 20, 0};
        assertThat(CurveBand.at(x, y, 2)).isEqualTo(15);
        assertThat(CurveBand.at(x, y, 3)).isEqualTo(20);
        assertThat(CurveBand.at(x, y, 0)).isEqualTo(10);
        assertThat(CurveBand.at(x, y, 9)).isZero();
    }
}
