package org.teleost.envs.tag;

import java.util.Arrays;
import org.teleost.random.RandomStream;

/** The 29 cells, who is whose neighbour, and how the target flees. */
final class Floor {
    static final int CELLS = 29;
    static final int NORTH = 0;
    static final int SOUTH = 1;
    static final int EAST = 2;
    static final int WEST = 3;

    private static final int WIDTH = 10;
    private static final int HEIGHT = 5;
    private static final int ROWS_OF_TEN = 2;
    private static final int BLOCK_FROM = 5;
    private static final int BLOCK_TO = 7;
    private static final double ALONG_AXIS = 0.4;

    private final int[] x = new int[CELLS];
    private final int[] y = new int[CELLS];
    private final int[] next = new int[4 * CELLS];

    Floor() {
        int[] at = new int[WIDTH * HEIGHT];
        Arrays.fill(at, -1);
        int cell = 0;
        for (int i = 0; i < at.length; i++) {
            int column = i % WIDTH;
            int row = i / WIDTH;
            if (row < ROWS_OF_TEN || column >= BLOCK_FROM && column <= BLOCK_TO) {
                x[cell] = column;
                y[cell] = row;
                at[i] = cell++;
            }
        }
        for (int from = 0; from < CELLS; from++) {
            next[4 * from + NORTH] = neighbour(at, from, x[from], y[from] + 1);
            next[4 * from + SOUTH] = neighbour(at, from, x[from], y[from] - 1);
            next[4 * from + EAST] = neighbour(at, from, x[from] + 1, y[from]);
            next[4 * from + WEST] = neighbour(at, from, x[from] - 1, y[from]);
        }
    }

    private static int neighbour(int[] at, int from, int column, int row) {
        boolean inside = column >= 0 && column < WIDTH && row >= 0 && row < HEIGHT;
        return inside && at[row * WIDTH + column] >= 0 ? at[row * WIDTH + column] : from;
    }

    /** The neighbouring cell, or the cell itself at a wall. */
    int next(int cell, int direction) {
        return next[4 * cell + direction];
    }

    /** Draws the target's next cell, given the robot's cell before the step. */
    int flee(int target, int robot, RandomStream stream) {
        double u = stream.nextDouble();
        if (u < ALONG_AXIS) {
            return next(target, away(x[target] - x[robot], u, EAST, WEST));
        }
        if (u < 2.0 * ALONG_AXIS) {
            return next(target, away(y[target] - y[robot], u - ALONG_AXIS, NORTH, SOUTH));
        }
        return target;
    }

    private static int away(int offset, double u, int up, int down) {
        return offset > 0 || offset == 0 && u < 0.5 * ALONG_AXIS ? up : down;
    }

    String text(int cell) {
        return "(" + x[cell] + "," + y[cell] + ")";
    }
}
