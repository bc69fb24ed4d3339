package org.teleost.envs.kuramotosivashinsky;

/**
 * How the points of the periodic line lie in memory: cut into eight lanes of eight points, interleaved, so that point
 * {@code p = 8 lane + row} sits at {@code index(p) = GHOST + 8 row + lane}.
 *
 * <p>A neighbour in space is eight places away in memory, a whole vector of doubles, and every load of a stencil loop
 * is as aligned as every other: only then does the Java 17 compiler turn the loop into vector instructions (neighbours
 * one place apart are left scalar). Four ghost rows on either side continue each lane into the next one.
 */
final class LaneLayout {
    /** Points of the line. */
    static final int POINTS = 64;

    /** Distance in memory between neighbours in space. */
    static final int LANES = 8;

    /** Ghost values before the first point and behind the last one: four rows, the reach of the widest stencil. */
    static final int GHOST = 4 * LANES;

    /** Length of an array with its ghosts. */
    static final int LENGTH = POINTS + 2 * GHOST;

    private static final int ROWS = POINTS / LANES;

    private LaneLayout() {}

    /** Place of a point, 0 to 63. */
    static int index(int point) {
        return GHOST + point % ROWS * LANES + point / ROWS;
    }

    /** Scatters 64 values in the order of space; the ghosts are set too. */
    static void store(double[] line, double[] lanes) {
        for (int point = 0; point < POINTS; point++) {
            lanes[index(point)] = line[point];
        }
        fillGhosts(lanes);
    }

    /** Gathers 64 values into the order of space. */
    static void load(double[] lanes, double[] line) {
        for (int point = 0; point < POINTS; point++) {
            line[point] = lanes[index(point)];
        }
    }

    /** Copies the lanes' ends: the row before the first is the last one, a lane earlier, and the other way round. */
    static void fillGhosts(double[] lanes) {
        System.arraycopy(lanes, POINTS, lanes, 1, GHOST - 1);
        System.arraycopy(lanes, GHOST + 1, lanes, GHOST + POINTS, GHOST - 1);
        for (int row = 0; row < GHOST; row += LANES) {
            lanes[row] = lanes[POINTS + row + LANES - 1];
            lanes[GHOST + POINTS + row + LANES - 1] = lanes[GHOST + row];
        }
    }
}
