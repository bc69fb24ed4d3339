package org.teleost.envs.beams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeamsTest {
    @Test
    void everyPlaceOfAFieldLiesInTheSectorOfItsBearing() {
        for (int dx = -19; dx <= 19; dx++) {
            for (int dy = -19; dy <= 19; dy++) {
                double degrees = Math.toDegrees(Math.atan2(dy, dx));
                int sector = (int) Math.ceil(Math.round((degrees <= 0.0 ? degrees + 360.0 : degrees) * 1e9) / 45e9);
                assertThat(Beams.towards(dx, dy)).as("(%d, %d)", dx, dy).isEqualTo(sector - 1);
            }
        }
    }

    @Test
    void keysHoldEightBins() {
        long key = 0;
        for (int beam = 0; beam < Beams.COUNT; beam++) {
            key |= Beams.key(beam, 255 - 30 * beam);
        }
        for (int beam = 0; beam < Beams.COUNT; beam++) {
            assertThat(Beams.bin(key, beam)).isEqualTo(255 - 30 * beam);
        }
    }
}
