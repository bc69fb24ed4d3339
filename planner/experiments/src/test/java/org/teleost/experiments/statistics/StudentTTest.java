package org.teleost.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {

    @Test
    void quantilesAgreeWithPublishedTables() {
        double[][] table = {
            {1, 12.706204736},
            {2, 4.302652730},
            {3, 3.182446305},
            {9, 2.262157163},
            {29, 2.045229642},
            {39, 2.022690920},
            {199, 1.971956544},
            {1_000_000, 1.959966}
        };
        for (double[] row : table) {
            assertThat(StudentT.quantile(0.975, row[0]))
                    .as("degrees %s", row[0])
                    .isCloseTo(row[1], within(2e-6));
        }
    }

    @Test
    void oneDegreeIsTheCauchyDistribution() {
        for (double t : new double[] {-30, -1, -0.1, 0, 0.5, 2, 100}) {
            assertThat(StudentT.cumulative(t, 1)).isCloseTo(0.5 + Math.atan(t) / Math.PI, within(1e-12));
        }
    }

    @Test
    void quantileInvertsCumulativeOnBothSides() {
        for (double p : new double[] {0.001, 0.2, 0.5, 0.8, 0.999}) {
            assertThat(StudentT.cumulative(StudentT.quantile(p, 7), 7)).isCloseTo(p, within(1e-12));
        }
    }

    @Test
    void impossibleArgumentsAreRefused() {
        assertThatThrownBy(() -> StudentT.quantile(1.0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StudentT.quantile(0.9, 0)).hasMessageContaining("degrees=0");
    }
}
