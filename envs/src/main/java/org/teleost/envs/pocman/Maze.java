package org.teleost.envs.pocman;

import java.util.Arrays;

/** The maze as tables over its passable cells: ways, what is seen and heard, food places. */
final class Maze {
    static final int NORTH = 0;
    static final int EAST = 1;
    static final int SOUTH = 2;
    static final int WEST = 3;

    /** Food lanes of a state, 32 places each. */
    static final int FOOD_LANES = 5;

    private static final int WIDTH = 17;
    private static final int PASSAGE = 10;
    private static final int HEAR = 2;
    private static final int HEARD = 1 << 9;
    private static final int[] DX = {0, 1, 0, -1};
    private static final int[] DY = {1, 0, -1, 0};

    /** Top row first: '#' wall, '.' food place, 'o' power pill, ' ' no food. */
    private static final String[] ROWS = {
        ".................",
        ".##.###.#.###.##.",
        "o...............o",
        ".##.#.#####.#.##.",
        "....#...#...#....",
        "###.###.#.###.###",
        "###.#       #.###",
        "###.# #   # #.###",
        "   .# #   # #.   ",
        "###.# ##### #.###",
        "###.#       #.###",
        "###.#.#####.#.###",
        ".................",
        ".##.###.#.###.##.",
        "o.#...........#.o",
        "#.#.#.#####.#.#.#",
        "....#...#...#....",
        ".######.#.######.",
        "................."
    };

    final int cells;
    final int[] x;
    final int[] y;

    /** Food place of a cell, -1 for none; power pills come first. */
    final int[] food;

    final int foodPlaces;
    final int pills;

    /** Open ways of a cell in bits 4 to 7, as observed. */
    final int[] ways;

    /** Food places that are smelled from a cell: FOOD_LANES masks per cell. */
    final int[] smelled;

    private final int[] next;
    private final short[] noticed;

    Maze() {
        int[] at = new int[WIDTH * ROWS.length];
        Arrays.fill(at, -1);
        int count = 0;
        for (int place = 0; place < at.length; place++) {
            at[place] = symbol(place) == '#' ? -1 : count++;
        }
        cells = count;
        x = new int[count];
        y = new int[count];
        for (int place = 0; place < at.length; place++) {
            if (at[place] >= 0) {
                x[at[place]] = place % WIDTH;
                y[at[place]] = place / WIDTH;
            }
        }
        food = new int[count];
        Arrays.fill(food, -1);
        pills = number(at, 'o', 0);
        foodPlaces = number(at, '.', pills);
        next = new int[4 * count];
        ways = new int[count];
        smelled = new int[FOOD_LANES * count];
        noticed = new short[count * count];
        for (int cell = 0; cell < count; cell++) {
            look(at, cell);
        }
    }

    private static char symbol(int place) {
        return ROWS[ROWS.length - 1 - place / WIDTH].charAt(place % WIDTH);
    }

    private int number(int[] at, char symbol, int from) {
        int number = from;
        for (int place = 0; place < at.length; place++) {
            if (symbol(place) == symbol) {
                food[at[place]] = number++;
            }
        }
        return number;
    }

    private void look(int[] at, int cell) {
        for (int direction = 0; direction < 4; direction++) {
            int to = cell(at, x[cell] + DX[direction], y[cell] + DY[direction]);
            // sight ends at the passage, steps do not
            for (int seen = to; seen >= 0; seen = cell(at, x[seen] + DX[direction], y[seen] + DY[direction])) {
                noticed[cell * cells + seen] |= (short) (1 << direction);
            }
            boolean through = y[cell] == PASSAGE
                    && (direction == WEST && x[cell] == 0 || direction == EAST && x[cell] == WIDTH - 1);
            to = through ? cell(at, WIDTH - 1 - x[cell], PASSAGE) : to;
            next[4 * cell + direction] = to;
            ways[cell] |= to >= 0 ? 1 << 4 + direction : 0;
        }
        for (int other = 0; other < cells; other++) {
            if (distance(cell, other) <= HEAR) {
                noticed[cell * cells + other] |= HEARD;
            }
            if (food[other] >= 0 && Math.abs(x[other] - x[cell]) <= 1 && Math.abs(y[other] - y[cell]) <= 1) {
                smelled[FOOD_LANES * cell + food[other] / 32] |= 1 << food[other];
            }
        }
    }

    private static int cell(int[] at, int column, int row) {
        boolean inside = column >= 0 && column < WIDTH && row >= 0 && row < ROWS.length;
        return inside ? at[row * WIDTH + column] : -1;
    }

    /** The passable cell at a place. */
    int cell(int column, int row) {
        for (int cell = 0; cell < cells; cell++) {
            if (x[cell] == column && y[cell] == row) {
                return cell;
            }
        }
        throw new IllegalArgumentException("no way at (" + column + "," + row + ")");
    }

    /** The neighbouring cell, -1 for a wall. */
    int next(int cell, int direction) {
        return next[4 * cell + direction];
    }

    /** Bits of the observation that a ghost sets. */
    int noticed(int pocman, int ghost) {
        return noticed[pocman * cells + ghost];
    }

    /** Manhattan distance. */
    int distance(int from, int to) {
        return Math.abs(x[from] - x[to]) + Math.abs(y[from] - y[to]);
    }

    /** How far {@code cell} still has to go in a direction to be level with {@code other}, negated. */
    int behind(int other, int cell, int direction) {
        return switch (direction) {
            case NORTH -> y[cell] - y[other];
            case EAST -> x[cell] - x[other];
            case SOUTH -> y[other] - y[cell];
            default -> x[other] - x[cell];
        };
    }
}
