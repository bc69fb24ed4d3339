package org.teleost.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConformanceSettingsTest {

    @Test
    void namesTheValueThatIsOutOfRange() {
        ConformanceSettings defaults = ConformanceSettings.defaults();
        assertThatThrownBy(() -> defaults.withSamples(5))
                .hasMessageContaining("samples=5")
                .hasMessageContaining("100");
        assertThatThrownBy(() -> defaults.withHistories(1, 1)).hasMessageContaining("particles=1");
        assertThatThrownBy(() -> defaults.withEpisodes(0, 9)).hasMessageContaining("episodes=0");
        assertThatThrownBy(() -> defaults.withRewardRange(1, 1)).hasMessageContaining("rewardLow=1.0");
    }

    @Test
    void withMethodsChangeOneThing() {
        ConformanceSettings defaults = ConformanceSettings.defaults();
        assertThat(defaults.withSeed(9).withSeed(defaults.seed())).isEqualTo(defaults);
        assertThat(defaults.withSamples(500).samples()).isEqualTo(500);
        assertThat(defaults.withEpisodes(3, 4).steps()).isEqualTo(4);
        assertThat(defaults.withHistories(2, 50).particles()).isEqualTo(50);
        assertThat(defaults.withRewardRange(-1, 2).rewardHigh()).isEqualTo(2);
        assertThat(ConformanceSettings.thorough().samples()).isGreaterThan(defaults.samples());
    }
}
