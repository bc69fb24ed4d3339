package org.teleost.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConformanceSettingsTest {

    @Test
    void namesTheValueThatIsOutOfRange() {
        ConformanceSettings defaults = ConformanceSettings.defaults();
        assertThatThrownBy(() -> defaults.with(s -> s.samples = 5))
                .hasMessageContaining("samples=5")
                .hasMessageContaining("100");
        assertThatThrownBy(() -> defaults.with(s -> s.particles = 1)).hasMessageContaining("particles=1");
        assertThatThrownBy(() -> defaults.with(s -> s.episodes = 0)).hasMessageContaining("episodes=0");
        assertThatThrownBy(() -> defaults.withRewardRange(1, 1)).hasMessageContaining("rewardLow=1.0");
    }

    @Test
    void withMethodsChangeOneThing() {
        ConformanceSettings defaults = ConformanceSettings.defaults();
        assertThat(defaults.with(s -> s.seed = 9).with(s -> s.seed = defaults.seed()))
                .isEqualTo(defaults);
        assertThat(defaults.with(s -> s.samples = 500).samples()).isEqualTo(500);
        assertThat(defaults.with(s -> s.steps = 4).steps()).isEqualTo(4);
        assertThat(defaults.with(s -> s.particles = 50).particles()).isEqualTo(50);
        assertThat(defaults.withRewardRange(-1, 2).rewardHigh()).isEqualTo(2);
        assertThat(ConformanceSettings.thorough().samples()).isGreaterThan(defaults.samples());
    }
}
