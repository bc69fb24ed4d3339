package org.teleost.envs.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class TruncatedNormalTest {
    private final TruncatedNormal law = new TruncatedNormal(2.0, 0.5);

    @Test
    void drawsStayWithinOneDeviation() {
        RandomStream stream = new RandomStream(1);
        int below = 0;
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            double x = law.draw(stream);
            assertThat(x).isBetween(1.5, 2.5);
            below += x <= 1.75 ? 1 : 0;
        }
        assertThat((double) below / draws).isCloseTo(law.below(1.75), within(0.005));
    }

    /** (Phi(-0.5) - Phi(-1)) / (Phi(1) - Phi(-1)) = 0.149882 / 0.682689. */
    @Test
    void theDistributionIsThatOfTheNormalLawBetweenTheCuts() {
        assertThat(law.below(1.75)).isCloseTo(0.219547, within(1e-5));
        assertThat(law.below(2.0)).isCloseTo(0.5, within(1e-12));
        assertThat(law.below(1.0)).isCloseTo(0.0, within(1e-12));
        assertThat(law.below(9.0)).isCloseTo(1.0, within(1e-12));
    }
}
