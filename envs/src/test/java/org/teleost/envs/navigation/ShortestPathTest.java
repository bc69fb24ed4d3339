package org.teleost.envs.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

/** The bitboard search against a breadth-first search with a queue. */
class ShortestPathTest {
    private static final int MAPS = 30_000;
    private final int[] lanes = new int[Grid.WORDS];
    private final int[] distance = new int[Grid.CELLS];
    private final RandomStream stream = new RandomStream(11);

    @Test
    void agreesWithQueueTwinOnRandomMaps() {
        int unreachable = 0;
        for (int i = 0; i < MAPS; i++) {
            drawMap(0.6 * stream.nextDouble());
            int goal = drawFreeCell();
            int robot = drawFreeCell();
            twin(goal);
            int path = ShortestPath.search(lanes, 0, position(robot), position(goal));
            int expected = distance[robot];
            unreachable += expected < 0 ? 1 : 0;
            assertThat(path < 0 ? -1 : path >>> 8).as("map %d length", i).isEqualTo(expected);
            if (expected > 0) {
                assertThat(path & 0xFF).as("map %d first steps", i).isEqualTo(firstSteps(robot));
            }
        }
        assertThat(unreachable).isBetween(MAPS / 100, MAPS / 2);
    }

    @Test
    void followsTheLongestCorridor() {
        // a comb of walls with gaps at alternating ends
        for (int row = 1; row < Grid.SIZE; row += 2) {
            for (int column = 0; column < Grid.SIZE; column++) {
                if (column != (row % 4 == 1 ? Grid.SIZE - 1 : 0)) {
                    Grid.mark(lanes, 0, Grid.position(row, column));
                }
            }
        }
        int goal = Grid.SIZE * 12 + 12;
        twin(goal);
        int path = ShortestPath.search(lanes, 0, position(0), position(goal));
        assertThat(path >>> 8).isEqualTo(distance[0]).isGreaterThan(70);
    }

    @Test
    void standsAtTheGoal() {
        assertThat(ShortestPath.search(lanes, 0, position(5), position(5))).isZero();
    }

    private void drawMap(double density) {
        Arrays.fill(lanes, 0);
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            if (stream.nextBoolean(density)) {
                Grid.mark(lanes, 0, position(cell));
            }
        }
    }

    private int drawFreeCell() {
        int cell = stream.nextInt(Grid.CELLS);
        while (Grid.isMarked(lanes, 0, position(cell))) {
            cell = stream.nextInt(Grid.CELLS);
        }
        return cell;
    }

    private void twin(int goal) {
        Arrays.fill(distance, -1);
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        distance[goal] = 0;
        queue.add(goal);
        while (!queue.isEmpty()) {
            int cell = queue.remove();
            for (int action = 0; action < 8; action++) {
                int next = neighbour(cell, action);
                if (next >= 0 && distance[next] < 0 && !Grid.isMarked(lanes, 0, position(next))) {
                    distance[next] = distance[cell] + 1;
                    queue.add(next);
                }
            }
        }
    }

    private int firstSteps(int robot) {
        int bits = 0;
        for (int action = 0; action < 8; action++) {
            int next = neighbour(robot, action);
            bits |= next >= 0 && distance[next] == distance[robot] - 1 ? 1 << action : 0;
        }
        return bits;
    }

    /** NW, N, NE, W, E, SW, S, SE by row and column; -1 outside. */
    private static int neighbour(int cell, int action) {
        int block = action < 4 ? action : action + 1;
        int row = cell / Grid.SIZE + block / 3 - 1;
        int column = cell % Grid.SIZE + block % 3 - 1;
        boolean inside = row >= 0 && row < Grid.SIZE && column >= 0 && column < Grid.SIZE;
        return inside ? row * Grid.SIZE + column : -1;
    }

    private static int position(int cell) {
        return Grid.position(cell / Grid.SIZE, cell % Grid.SIZE);
    }
}
