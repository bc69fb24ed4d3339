package org.teleost.envs.mars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teleost.envs.rocks.RockMap;

class MarsProblemTest {
    private final MarsProblem problem = new MarsProblem("mars-20", 20, 20, 90);

    @Test
    void rocksLieOnDistinctCellsOffTheStarts() {
        for (long seed = 0; seed < 200; seed++) {
            RockMap map = problem.map(seed);
            Set<Integer> cells = new HashSet<>();
            for (int rock = 0; rock < 20; rock++) {
                cells.add(map.rockCell(rock));
            }
            assertThat(cells).hasSize(20).doesNotContain(map.startCell(0), map.startCell(1));
        }
    }

    @Test
    void startsAreOneAboveAndOneBelowTheMiddle() {
        assertThat(problem.map(1).startCell(0)).isEqualTo(11 * 20);
        assertThat(problem.map(1).startCell(1)).isEqualTo(9 * 20);
    }

    @Test
    void aSeedAlwaysGivesTheSameMap() {
        assertThat(cells(problem.map(42))).containsExactly(cells(problem.map(42)));
        assertThat(cells(problem.map(42))).isNotEqualTo(cells(problem.map(43)));
        // other teams rebuild instances from the seed: this layout must never change
        assertThat(cells(problem.map(1))).startsWith(FIRST_OF_SEED_1);
    }

    private static final int[] FIRST_OF_SEED_1 = {82, 362, 364, 111, 339};

    private static int[] cells(RockMap map) {
        int[] cells = new int[map.rocks];
        for (int rock = 0; rock < cells.length; rock++) {
            cells[rock] = map.rockCell(rock);
        }
        return cells;
    }

    @Test
    void rocksAreSpreadEvenly() {
        double sumX = 0.0;
        int maps = 2_000;
        for (long seed = 0; seed < maps; seed++) {
            for (int cell : cells(problem.map(seed))) {
                sumX += cell % 20;
            }
        }
        assertThat(sumX / (maps * 20)).isCloseTo(9.5, within(0.15));
    }
}
