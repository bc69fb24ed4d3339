package org.teleost.envs.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class BernoulliBitsTest {
    private static final int DRAWS = 200_000;

    @Test
    void everyBitHasTheProbabilityAndNeighboursAreIndependent() {
        for (double probability : new double[] {0.03, 0.1, 0.5, 0.9}) {
            BernoulliBits bits = new BernoulliBits(probability);
            RandomStream stream = new RandomStream(5);
            int[] ones = new int[64];
            int both = 0;
            for (int i = 0; i < DRAWS; i++) {
                long word = bits.draw(-1L, stream);
                for (int bit = 0; bit < 64; bit++) {
                    ones[bit] += (int) (word >>> bit & 1);
                }
                both += Long.bitCount(word & word >>> 1);
            }
            double error = Math.sqrt(probability * (1.0 - probability) / DRAWS);
            for (int bit = 0; bit < 64; bit++) {
                assertThat(ones[bit] / (double) DRAWS).isCloseTo(probability, within(4.5 * error));
            }
            assertThat(both / (63.0 * DRAWS)).isCloseTo(probability * probability, within(0.002));
        }
    }

    @Test
    void unwantedBitsStayClear() {
        BernoulliBits bits = new BernoulliBits(0.9);
        RandomStream stream = new RandomStream(6);
        for (int i = 0; i < 1000; i++) {
            long wanted = stream.nextLong() & stream.nextLong() >>> 1;
            assertThat(bits.draw(wanted, stream) & ~wanted).isZero();
        }
        assertThat(bits.draw(0L, stream)).isZero();
    }
}
