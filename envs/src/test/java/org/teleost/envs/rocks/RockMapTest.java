package org.teleost.envs.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RockMapTest {
    private final RockMap map = new RockMap(4, new int[] {6, 15}, new int[] {8});

    @Test
    void movesOneCellAndExitsOnlyEast() {
        assertThat(map.next(5, RockMap.EAST)).isEqualTo(6);
        assertThat(map.next(5, RockMap.NORTH)).isEqualTo(9);
        assertThat(map.next(5, RockMap.SOUTH)).isEqualTo(1);
        assertThat(map.next(5, RockMap.WEST)).isEqualTo(4);
        assertThat(map.next(7, RockMap.EAST)).isEqualTo(map.gone);
        assertThat(map.moveReward(7, RockMap.EAST)).isEqualTo(10.0);
        assertThat(map.moveReward(6, RockMap.EAST)).isZero();
    }

    @Test
    void offTheGridCostsAndStays() {
        assertThat(map.next(1, RockMap.SOUTH)).isEqualTo(1);
        assertThat(map.moveReward(1, RockMap.SOUTH)).isEqualTo(-100.0);
        assertThat(map.next(13, RockMap.NORTH)).isEqualTo(13);
        assertThat(map.moveReward(13, RockMap.NORTH)).isEqualTo(-100.0);
        assertThat(map.next(4, RockMap.WEST)).isEqualTo(4);
        assertThat(map.moveReward(4, RockMap.WEST)).isEqualTo(-100.0);
    }

    @Test
    void sensorEfficiencyHalvesEveryTwentyCells() {
        RockMap wide = new RockMap(50, new int[] {0}, new int[] {0});
        assertThat(wide.accuracy(0, 0)).isEqualTo(1.0);
        assertThat(wide.accuracy(20, 0)).isCloseTo(0.75, within(1e-6));
        assertThat(wide.accuracy(40, 0)).isCloseTo(0.625, within(1e-6));
        // (12, 16) is 20 away as the crow flies
        assertThat(wide.accuracy(16 * 50 + 12, 0)).isCloseTo(0.75, within(1e-6));
        assertThat(wide.distance(16 * 50 + 12, 0)).isEqualTo(28);
    }

    @Test
    void legalActionsAreTheSensibleOnes() {
        assertThat(map.isLegal(0, RockMap.SOUTH)).isFalse();
        assertThat(map.isLegal(0, RockMap.WEST)).isFalse();
        assertThat(map.isLegal(0, RockMap.NORTH)).isTrue();
        assertThat(map.isLegal(3, RockMap.EAST)).isTrue();
        assertThat(map.isLegal(6, RockMap.SAMPLE)).isTrue();
        assertThat(map.isLegal(5, RockMap.SAMPLE)).isFalse();
        assertThat(map.isLegal(5, RockMap.SENSE + 1)).isTrue();
        assertThat(map.isLegal(map.gone, RockMap.EAST)).isTrue();
        assertThat(map.isLegal(map.gone, RockMap.SENSE)).isFalse();
    }

    @Test
    void refusesTwoRocksOnOneCell() {
        assertThatThrownBy(() -> new RockMap(4, new int[] {6, 6}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rock=1 cell=6");
    }
}
