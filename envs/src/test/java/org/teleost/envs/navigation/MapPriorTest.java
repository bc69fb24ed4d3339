package org.teleost.envs.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class MapPriorTest {
    @Test
    void knows31ObstaclesAndLeaves124CellsOpen() {
        for (long seed = 0; seed < 200; seed++) {
            MapPrior prior = new MapPrior(seed);
            int known = 0;
            int unknown = 0;
            for (int cell = 0; cell < Grid.CELLS; cell++) {
                known += prior.isKnownObstacle(cell / Grid.SIZE, cell % Grid.SIZE) ? 1 : 0;
                unknown += prior.isUnknown(cell / Grid.SIZE, cell % Grid.SIZE) ? 1 : 0;
            }
            assertThat(known).isEqualTo(31);
            assertThat(unknown).isEqualTo(124);
            assertThat(prior.isKnownObstacle(12, 6) || prior.isUnknown(12, 6)).isFalse();
        }
    }

    @Test
    void knownObstaclesAreUniform() {
        int maps = 20_000;
        int[] counts = new int[Grid.CELLS];
        for (long seed = 0; seed < maps; seed++) {
            MapPrior prior = new MapPrior(seed);
            for (int cell = 0; cell < Grid.CELLS; cell++) {
                counts[cell] += prior.isKnownObstacle(cell / Grid.SIZE, cell % Grid.SIZE) ? 1 : 0;
            }
        }
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            boolean candidate = cell / Grid.SIZE != 6 && cell != 12 * Grid.SIZE + 6;
            assertThat(counts[cell] / (double) maps).isCloseTo(candidate ? 31.0 / 155.0 : 0.0, within(0.013));
        }
    }

    @Test
    void drawsOneClearGateAndTenPercentElsewhere() {
        NavigationModel model = new NavigationModel(new MapPrior(4));
        MapPrior prior = model.prior();
        State state = model.layout().newState();
        RandomStream stream = new RandomStream(8);
        int draws = 20_000;
        int left = 0;
        long unknownObstacles = 0;
        long unknownCells = 0;
        for (int i = 0; i < draws; i++) {
            model.sampleInitial(state, stream);
            int gate = NavigationModel.isObstacle(state, 6, 3) ? 9 : 3;
            left += gate == 3 ? 1 : 0;
            for (int cell = Grid.SIZE; cell < Grid.CELLS; cell++) {
                int row = cell / Grid.SIZE;
                int column = cell % Grid.SIZE;
                boolean obstacle = NavigationModel.isObstacle(state, row, column);
                boolean besideGate = Math.abs(row - 6) <= 1 && column == gate;
                if (row == 6 || besideGate || !prior.isUnknown(row, column)) {
                    boolean expected = !besideGate && (row == 6 || prior.isKnownObstacle(row, column));
                    assertThat(obstacle)
                            .as("row %d column %d gate %d", row, column, gate)
                            .isEqualTo(expected);
                } else {
                    unknownCells++;
                    unknownObstacles += obstacle ? 1 : 0;
                }
            }
        }
        assertThat(left / (double) draws).isCloseTo(0.5, within(0.015));
        assertThat(unknownObstacles / (double) unknownCells).isCloseTo(0.1, within(0.001));
    }

    @Test
    void startsUniformlyOnFreeCellsOfRowZero() {
        NavigationModel model = new NavigationModel(new MapPrior(4));
        State state = model.layout().newState();
        int draws = 100_000;
        double[] counts = new double[Grid.SIZE];
        double[] expected = new double[Grid.SIZE];
        RandomStream stream = new RandomStream(12);
        for (int i = 0; i < draws; i++) {
            model.sampleInitial(state, stream);
            int free = 0;
            for (int column = 0; column < Grid.SIZE; column++) {
                free += NavigationModel.isObstacle(state, 0, column) ? 0 : 1;
            }
            for (int column = 0; column < Grid.SIZE; column++) {
                expected[column] += NavigationModel.isObstacle(state, 0, column) ? 0.0 : 1.0 / free;
            }
            assertThat(NavigationModel.robotRow(state)).isZero();
            assertThat(NavigationModel.isObstacle(state, 0, NavigationModel.robotColumn(state)))
                    .isFalse();
            counts[NavigationModel.robotColumn(state)]++;
        }
        for (int column = 0; column < Grid.SIZE; column++) {
            assertThat(counts[column]).isCloseTo(expected[column], within(4.0 * Math.sqrt(expected[column]) + 1.0));
        }
    }
}
