package org.teleost.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static final int DRAWS = 200_000;

    @Test
    void theSameKeyGivesTheSameNumbersWhateverWasDrawnBefore() {
        RandomStream used = new RandomStream(99);
        for (int i = 0; i < 1000; i++) {
            used.nextGaussian();
        }
        RandomStream fresh = new RandomStream(0);
        for (int depth : new int[] {3, 0, 7}) {
            fresh.startEpisode(5, 6, 7);
            fresh.startDepth(depth);
            used.startEpisode(5, 6, 7);
            used.nextLong();
            used.startDepth(depth);
            for (int i = 0; i < 10; i++) {
                assertThat(used.nextLong()).isEqualTo(fresh.nextLong());
            }
        }
    }

    @Test
    void everyPartOfTheKeyMatters() {
        Set<Long> seen = new HashSet<>();
        int keys = 0;
        RandomStream stream = new RandomStream(0);
        for (int seed = 0; seed < 10; seed++) {
            for (int decision = 0; decision < 20; decision++) {
                for (int episode = 0; episode < 50; episode++) {
                    stream.startEpisode(seed, decision, episode);
                    for (int depth = 0; depth < 20; depth++, keys++) {
                        stream.startDepth(depth);
                        seen.add(stream.nextLong());
                    }
                }
            }
        }
        assertThat(seen).hasSize(keys);
    }

    @Test
    void derivedSeedsDifferFromTheirSeedAndFromOneAnother() {
        Set<Long> seen = new HashSet<>();
        for (long seed = -500; seed < 500; seed++) {
            seen.add(seed);
            for (long purpose = 0; purpose < 20; purpose++) {
                seen.add(RandomStream.derive(seed, purpose));
            }
        }
        assertThat(seen).hasSize(1000 * 21);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 17, 100})
    void integersAreUniformByChiSquare(int bound) {
        RandomStream stream = new RandomStream(1);
        int[] counts = new int[bound];
        for (int i = 0; i < DRAWS; i++) {
            counts[stream.nextInt(bound)]++;
        }
        assertUniform(counts);
    }

    @Test
    void theFirstNumbersOfNeighbouringEpisodesAndDepthsAreUniform() {
        RandomStream stream = new RandomStream(0);
        int[] byEpisode = new int[64];
        int[] byDepth = new int[64];
        for (int i = 0; i < DRAWS; i++) {
            stream.startEpisode(3, 0, i);
            byEpisode[(int) (stream.nextDouble() * 64)]++;
            stream.startEpisode(3, 0, 0);
            stream.startDepth(i);
            byDepth[(int) (stream.nextDouble() * 64)]++;
        }
        assertUniform(byEpisode);
        assertUniform(byDepth);
    }

    // Pearson's statistic has mean k - 1 and variance 2 (k - 1): five deviations
    private static void assertUniform(int[] counts) {
        double expected = (double) DRAWS / counts.length;
        double statistic = 0.0;
        for (int count : counts) {
            statistic += (count - expected) * (count - expected) / expected;
        }
        int freedom = counts.length - 1;
        assertThat(statistic).isLessThan(freedom + 5.0 * Math.sqrt(2.0 * freedom) + 5.0);
    }

    @Test
    void everyBitIsFairAndNeighbouringStreamsShareNone() {
        int[] ones = new int[64];
        int[] sameAsNext = new int[64];
        RandomStream stream = new RandomStream(0);
        long previous = 0;
        for (int i = 0; i < DRAWS; i++) {
            stream.startEpisode(1, 2, i);
            long bits = stream.nextLong();
            for (int b = 0; b < 64; b++) {
                ones[b] += (int) (bits >>> b & 1);
                sameAsNext[b] += (int) ((bits ^ previous) >>> b & 1);
            }
            previous = bits;
        }
        double tolerance = 5.0 * 0.5 * Math.sqrt(DRAWS);
        for (int b = 0; b < 64; b++) {
            assertThat((double) ones[b]).as("bit %d", b).isCloseTo(DRAWS / 2.0, within(tolerance));
            assertThat((double) sameAsNext[b]).as("bit %d", b).isCloseTo(DRAWS / 2.0, within(tolerance));
        }
    }

    @Test
    void streamsOfNeighbouringKeysAreUncorrelated() {
        RandomStream one = new RandomStream(0);
        RandomStream two = new RandomStream(0);
        double[] sums = new double[4];
        for (int i = 0; i < DRAWS; i++) {
            one.startEpisode(i, 10, 20);
            double x = one.nextDouble() - 0.5;
            two.startEpisode(i + 1, 10, 20);
            sums[0] += x * (two.nextDouble() - 0.5);
            two.startEpisode(i, 11, 20);
            sums[1] += x * (two.nextDouble() - 0.5);
            two.startEpisode(i, 10, 21);
            sums[2] += x * (two.nextDouble() - 0.5);
            two.startEpisode(i, 10, 20);
            two.startDepth(1);
            sums[3] += x * (two.nextDouble() - 0.5);
        }
        for (double sum : sums) {
            assertThat(sum * 12.0 / DRAWS).isCloseTo(0.0, within(5.0 / Math.sqrt(DRAWS)));
        }
    }

    @Test
    void gaussiansHaveTheMomentsOfAStandardNormal() {
        RandomStream stream = new RandomStream(4);
        double[] moments = new double[5];
        int beyondTwo = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = stream.nextGaussian();
            for (int p = 1; p <= 4; p++) {
                moments[p] += Math.pow(x, p) / DRAWS;
            }
            beyondTwo += Math.abs(x) > 2.0 ? 1 : 0;
        }
        double deviation = 5.0 / Math.sqrt(DRAWS);
        assertThat(moments[1]).isCloseTo(0.0, within(deviation));
        assertThat(moments[2]).isCloseTo(1.0, within(deviation * Math.sqrt(2.0)));
        assertThat(moments[3]).isCloseTo(0.0, within(deviation * Math.sqrt(15.0)));
        assertThat(moments[4]).isCloseTo(3.0, within(deviation * Math.sqrt(96.0)));
        assertThat(beyondTwo / (double) DRAWS).isCloseTo(0.0455, within(0.003));
    }

    @Test
    void aGaussianAlwaysTakesTwoDraws() {
        RandomStream gaussian = new RandomStream(8);
        RandomStream plain = new RandomStream(8);
        for (int i = 0; i < 100; i++) {
            gaussian.nextGaussian();
            plain.nextLong();
            plain.nextLong();
        }
        assertThat(gaussian.nextLong()).isEqualTo(plain.nextLong());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1 << 30, (1 << 30) + 1, Integer.MAX_VALUE})
    void integersStayInBoundsAndReachBothHalves(int bound) {
        RandomStream stream = new RandomStream(2);
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < 10_000; i++) {
            int drawn = stream.nextInt(bound);
            least = Math.min(least, drawn);
            most = Math.max(most, drawn);
        }
        assertThat(least).isBetween(0, bound / 2);
        assertThat(most).isBetween(bound / 2, bound - 1);
    }

    @Test
    void doublesLieInTheHalfOpenUnitIntervalAndProbabilitiesAreKept() {
        RandomStream stream = new RandomStream(6);
        int hits = 0;
        for (int i = 0; i < DRAWS; i++) {
            assertThat(stream.nextDouble() >= 0.0 && stream.nextDouble() < 1.0).isTrue();
            assertThat(stream.nextBoolean(0.0)).isFalse();
            assertThat(stream.nextBoolean(1.0)).isTrue();
            hits += stream.nextBoolean(0.3) ? 1 : 0;
        }
        assertThat(hits / (double) DRAWS).isCloseTo(0.3, within(0.006));
    }
}
