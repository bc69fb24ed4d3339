package org.teleost.envs.crowdnav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalDensityTest {
    @Test
    void distributionFunctionMatchesTables() {
        assertThat(Math.exp(NormalDensity.logCumulative(0.0))).isCloseTo(0.5, within(1e-15));
        assertThat(Math.exp(NormalDensity.logCumulative(1.0))).isCloseTo(0.8413447460685429, within(1e-14));
        assertThat(Math.exp(NormalDensity.logCumulative(-1.959963984540054))).isCloseTo(0.025, within(1e-14));
        assertThat(NormalDensity.logCumulative(-5.0)).isCloseTo(Math.log(2.866515718791939e-7), within(1e-8));
        assertThat(NormalDensity.logCumulative(-10.0)).isCloseTo(Math.log(7.619853024160526e-24), within(1e-7));
        assertThat(NormalDensity.logCumulative(40.0)).isCloseTo(0.0, within(1e-300));
    }

    @Test
    void branchesMeet() {
        assertThat(NormalDensity.logCumulative(Math.nextDown(-6.0)))
                .isCloseTo(NormalDensity.logCumulative(-6.0), within(1e-4));
    }

    @Test
    void densityIsTheSlopeOfTheDistribution() {
        for (double z = -3.0; z <= 3.0; z += 0.25) {
            double h = 1e-4;
            double slope = (Math.exp(NormalDensity.logCumulative(z + h)) - Math.exp(NormalDensity.logCumulative(z - h)))
                    / (2.0 * h);
            assertThat(Math.exp(NormalDensity.log(z, 1.0))).isCloseTo(slope, within(1e-8));
        }
    }

    @Test
    void tableHasMeanZeroExactSpreadAndNormalKurtosis() {
        float[] table = NormalTable.of(0.05);
        double[] moments = new double[5];
        for (float value : table) {
            for (int power = 1; power < moments.length; power++) {
                moments[power] += Math.pow(value / 0.05, power) / table.length;
            }
        }
        assertThat(table).hasSize(4096).isSorted();
        assertThat(moments[1]).isCloseTo(0.0, within(1e-6));
        assertThat(moments[2]).isCloseTo(1.0, within(1e-5));
        assertThat(moments[3]).isCloseTo(0.0, within(1e-5));
        assertThat(moments[4]).isCloseTo(3.0, within(0.02));
    }

    @Test
    void logAddSumsProbabilities() {
        assertThat(NormalDensity.logAdd(Math.log(0.25), Math.log(0.5))).isCloseTo(Math.log(0.75), within(1e-15));
        assertThat(NormalDensity.logAdd(Double.NEGATIVE_INFINITY, -2000.0)).isEqualTo(-2000.0);
        assertThat(NormalDensity.logAdd(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
