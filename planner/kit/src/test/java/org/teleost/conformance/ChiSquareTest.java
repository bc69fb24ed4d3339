package org.teleost.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class ChiSquareTest {

    @Test
    void pValuesAreThoseOfTheTables() {
        assertThat(ChiSquare.pValue(3.841458821, 1)).isCloseTo(0.05, within(1e-9));
        assertThat(ChiSquare.pValue(18.30703805, 10)).isCloseTo(0.05, within(1e-9));
        assertThat(ChiSquare.pValue(29.58829845, 10)).isCloseTo(0.001, within(1e-9));
        assertThat(ChiSquare.pValue(1.0, 2)).isCloseTo(Math.exp(-0.5), within(1e-12));
        assertThat(ChiSquare.pValue(80.0, 2)).isCloseTo(Math.exp(-40.0), within(1e-28));
        assertThat(ChiSquare.pValue(0.0, 5)).isEqualTo(1.0);
    }

    @Test
    void pValuesOfRightCountsAreUniform() {
        double[] probabilities = {0.5, 0.3, 0.1, 0.05, 0.03, 0.01, 0.006, 0.004};
        RandomStream random = new RandomStream(3);
        int below = 0;
        int trials = 2_000;
        for (int trial = 0; trial < trials; trial++) {
            below += ChiSquare.goodnessOfFit(probabilities, draw(probabilities, 1_000, random)) < 0.1 ? 1 : 0;
        }
        assertThat(below / (double) trials).isCloseTo(0.1, within(0.03));
    }

    @Test
    void aShiftedCellIsFound() {
        long[] counts = {600, 200, 200};
        assertThat(ChiSquare.goodnessOfFit(new double[] {0.5, 0.3, 0.2}, counts))
                .isLessThan(1e-9);
    }

    @Test
    void oneCellProvesNothing() {
        assertThat(ChiSquare.goodnessOfFit(new double[] {1.0, 0.0}, new long[] {50, 0}))
                .isEqualTo(1.0);
    }

    @Test
    void twoSamplesOfOneDistributionHaveUniformPValues() {
        double[] probabilities = {0.6, 0.2, 0.1, 0.05, 0.05};
        RandomStream random = new RandomStream(4);
        int below = 0;
        int trials = 2_000;
        for (int trial = 0; trial < trials; trial++) {
            long[] first = draw(probabilities, 700, random);
            long[] second = draw(probabilities, 400, random);
            below += ChiSquare.twoSample(first, second) < 0.1 ? 1 : 0;
        }
        assertThat(below / (double) trials).isCloseTo(0.1, within(0.03));
        assertThat(ChiSquare.twoSample(new long[] {300, 300}, new long[] {400, 200}))
                .isLessThan(1e-6);
    }

    @Test
    void twoSamplesOfValuesThatNeverRepeatProveNothing() {
        long[] first = new long[1_000];
        long[] second = new long[1_000];
        Arrays.fill(first, 0, 500, 1);
        Arrays.fill(second, 500, 1_000, 1);
        assertThat(ChiSquare.twoSample(first, second)).isEqualTo(1.0);
    }

    @Test
    void kolmogorovSmirnovTellsAShiftFromNone() {
        RandomStream random = new RandomStream(8);
        int below = 0;
        for (int trial = 0; trial < 500; trial++) {
            below += KolmogorovSmirnov.twoSample(normal(300, 0.0, random), normal(200, 0.0, random)) < 0.1 ? 1 : 0;
        }
        assertThat(below / 500.0).isCloseTo(0.1, within(0.05));
        assertThat(KolmogorovSmirnov.twoSample(normal(300, 0.0, random), normal(300, 1.0, random)))
                .isLessThan(1e-8);
    }

    private static float[] normal(int size, double mean, RandomStream random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (mean + random.nextGaussian());
        }
        return values;
    }

    private static long[] draw(double[] probabilities, int size, RandomStream random) {
        long[] counts = new long[probabilities.length];
        for (int i = 0; i < size; i++) {
            double u = random.nextDouble();
            int cell = 0;
            while (cell < counts.length - 1 && u >= probabilities[cell]) {
                u -= probabilities[cell++];
            }
            counts[cell]++;
        }
        return counts;
    }
}
