package org.teleost.envs.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class GridTest {
    private static final int[] ROW_CHANGE = {-1, -1, -1, 0, 0, 1, 1, 1};
    private static final int[] COLUMN_CHANGE = {-1, 0, 1, -1, 1, -1, 0, 1};

    @Test
    void positionsGoThereAndBack() {
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            int position = Grid.position(cell / Grid.SIZE, cell % Grid.SIZE);
            assertThat(Grid.row(position)).isEqualTo(cell / Grid.SIZE);
            assertThat(Grid.column(position)).isEqualTo(cell % Grid.SIZE);
        }
    }

    @Test
    void windowHoldsTheEightNeighboursAndFreeCellsOutside() {
        RandomStream stream = new RandomStream(3);
        int[] lanes = new int[2 + Grid.WORDS];
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            if (stream.nextBoolean(0.5)) {
                Grid.mark(lanes, 1, Grid.position(cell / Grid.SIZE, cell % Grid.SIZE));
            }
        }
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            int position = Grid.position(cell / Grid.SIZE, cell % Grid.SIZE);
            int bits = Grid.neighbours(lanes, 1, position);
            for (int action = 0; action < 8; action++) {
                int row = cell / Grid.SIZE + ROW_CHANGE[action];
                int column = cell % Grid.SIZE + COLUMN_CHANGE[action];
                boolean inside = row >= 0 && row < Grid.SIZE && column >= 0 && column < Grid.SIZE;
                boolean obstacle = inside && Grid.isMarked(lanes, 1, Grid.position(row, column));
                assertThat(bits >>> action & 1)
                        .as("cell %d action %d", cell, action)
                        .isEqualTo(obstacle ? 1 : 0);
                assertThat(Grid.outside(position) >>> action & 1).isEqualTo(inside ? 0 : 1);
                if (inside) {
                    assertThat(position + Grid.offset(action)).isEqualTo(Grid.position(row, column));
                }
            }
        }
    }

    @Test
    void blockCoversCellAndNeighboursOnly() {
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            int[] lanes = new int[Grid.WORDS];
            Grid.markBlock(lanes, 0, Grid.position(cell / Grid.SIZE, cell % Grid.SIZE));
            for (int other = 0; other < Grid.CELLS; other++) {
                boolean near = Math.abs(other / Grid.SIZE - cell / Grid.SIZE) <= 1
                        && Math.abs(other % Grid.SIZE - cell % Grid.SIZE) <= 1;
                assertThat(Grid.isMarked(lanes, 0, Grid.position(other / Grid.SIZE, other % Grid.SIZE)))
                        .as("cell %d other %d", cell, other)
                        .isEqualTo(near);
            }
        }
    }
}
