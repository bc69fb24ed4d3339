package org.teleost.envs.beams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class ReadingBinsTest {
    private final ReadingBins uniform = ReadingBins.uniform(-17.0, 0.2);
    private final ReadingBins refined = ReadingBins.refined(-18.0, 1.0, 0.0, 10.0, 0.05);

    @Test
    void readingsFallBetweenTheEdgesOfTheirBin() {
        for (ReadingBins bins : new ReadingBins[] {uniform, refined}) {
            for (double reading = -30.03; reading < 60.0; reading += 0.0137) {
                int bin = bins.bin(reading);
                assertThat(reading).isGreaterThanOrEqualTo(bins.lower(bin) - 1e-12);
                assertThat(reading).isLessThan(bins.upper(bin) + 1e-12);
            }
        }
        assertThat(refined.upper(17)).isEqualTo(0.0);
        assertThat(refined.upper(18)).isCloseTo(0.05, within(1e-12));
        assertThat(refined.lower(218)).isCloseTo(10.0, within(1e-9));
        assertThat(refined.lower(255)).isCloseTo(47.0, within(1e-9));
    }

    @Test
    void probabilitiesAddUpToOne() {
        for (double mean : new double[] {-20.0, 0.0, 1.0, 3.3, 20.0, 47.0}) {
            for (double deviation : new double[] {0.1, 0.5, 5.0}) {
                for (ReadingBins bins : new ReadingBins[] {uniform, refined}) {
                    double sum = 0.0;
                    for (int bin = 0; bin < ReadingBins.COUNT; bin++) {
                        sum += Math.exp(bins.logMass(bin, mean, deviation));
                    }
                    assertThat(sum).as("N(%s, %s)", mean, deviation).isCloseTo(1.0, within(1e-7));
                }
            }
        }
    }

    /** Simpson's rule on the density of one bin, far and near. */
    @Test
    void probabilitiesAreTheIntegralOfTheDensity() {
        for (int bin : new int[] {20, 60, 100, 140, 200}) {
            for (double deviation : new double[] {0.1, 0.5, 5.0}) {
                double a = refined.lower(bin);
                double b = refined.upper(bin);
                double mean = 4.0;
                double shift = -0.5 * square((0.5 * (a + b) - mean) / deviation);
                double sum = 0.0;
                int steps = 400;
                for (int i = 0; i <= steps; i++) {
                    double z = (a + (b - a) * i / steps - mean) / deviation;
                    double weight = i == 0 || i == steps ? 1.0 : i % 2 == 0 ? 2.0 : 4.0;
                    sum += weight * Math.exp(-0.5 * z * z - shift);
                }
                double log = shift + Math.log(sum * (b - a) / steps / 3.0 / deviation / Math.sqrt(2.0 * Math.PI));
                assertThat(refined.logMass(bin, mean, deviation))
                        .as("bin %d, deviation %s", bin, deviation)
                        .isCloseTo(log, within(3e-4 * Math.max(1.0, -0.01 * log)));
            }
        }
    }

    @Test
    void farReadingsStayPossible() {
        double last = 0.0;
        for (int bin = 30; bin < 200; bin++) {
            double log = refined.logMass(bin, -20.0, 0.1);
            assertThat(log).isFinite().isLessThan(last);
            last = log;
        }
    }

    private static double square(double x) {
        return x * x;
    }

    /** Fisher information of a binned reading about its mean, against 1 / deviation^2 of the reading itself. */
    @Test
    void binsCostAFewPercentOfTheInformation() {
        assertThat(information(uniform, 7.0, 0.5)).isGreaterThan(0.986);
        assertThat(information(refined, 4.0, 0.1)).isGreaterThan(0.979);
        assertThat(information(refined, 4.0, 5.0)).isGreaterThan(0.995);
    }

    private static double information(ReadingBins bins, double mean, double deviation) {
        double step = 1e-4 * deviation;
        double sum = 0.0;
        for (int bin = 0; bin < ReadingBins.COUNT; bin++) {
            double slope =
                    (bins.logMass(bin, mean + step, deviation) - bins.logMass(bin, mean - step, deviation)) / 2.0;
            double mass = Math.exp(bins.logMass(bin, mean, deviation));
            sum += mass > 1e-12 ? mass * square(slope / step * deviation) : 0.0;
        }
        return sum;
    }

    @Test
    void drawsFollowTheProbabilities() {
        BinnedNormal law = new BinnedNormal(uniform, 3.0, 0.5);
        int[] counts = new int[ReadingBins.COUNT];
        RandomStream stream = new RandomStream(4);
        int draws = 400_000;
        for (int i = 0; i < draws; i++) {
            counts[law.draw(stream)]++;
        }
        for (int bin = 0; bin < ReadingBins.COUNT; bin++) {
            double expected = Math.exp(law.logMass(bin));
            double allowed = 5.0 * Math.sqrt(expected / draws) + 1e-5;
            assertThat((double) counts[bin] / draws).as("bin %d", bin).isCloseTo(expected, within(allowed));
        }
    }
}
