package org.teleost.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RgbaTest {
    @Test
    void packsRedFirstAndOpacityLast() {
        assertThat(Rgba.opaque(0x123456)).isEqualTo(0x123456FF);
        assertThat(Rgba.of(0xFFFFFF, 0.5)).isEqualTo(0xFFFFFF80);
        assertThat(Rgba.withOpacity(0x102030FF, 0)).isEqualTo(0x10203000);
    }

    @Test
    void mixesEveryChannelAndClamps() {
        assertThat(Rgba.mix(0x00204060, 0x80A0C0E0, 0.5)).isEqualTo(0x406080A0);
        assertThat(Rgba.mix(0x000000FF, 0xFFFFFFFF, 7)).isEqualTo(0xFFFFFFFF);
        assertThat(Rgba.mix(0x000000FF, 0xFFFFFFFF, -1)).isEqualTo(0x000000FF);
    }

    @Test
    void colorMapsEndAtTheirFirstAndLastStop() {
        assertThat(ColorMap.VIRIDIS.color(-5, 0, 1)).isEqualTo(Rgba.opaque(0x440154));
        assertThat(ColorMap.VIRIDIS.color(9, 0, 1)).isEqualTo(Rgba.opaque(0xFDE725));
        assertThat(ColorMap.SHADE.color(0.5, 0, 1)).isNotEqualTo(ColorMap.SHADE.color(0.6, 0, 1));
    }
}
