package org.teleost.envs.navigation;

import java.util.Arrays;
import org.teleost.model.DeviceModel;
import org.teleost.random.RandomStream;

/** What is known of the map before the first step: fixed obstacles and the distribution of the rest. */
final class MapPrior {
    static final int KNOWN_OBSTACLES = 31;
    static final double OBSTACLE_PROBABILITY = 0.1;
    static final int GOAL = Grid.position(12, 6);
    static final int WALL_ROW = 6;
    static final int[] GATE_COLUMNS = {3, 9};

    private static final long MAP_PURPOSE = 0x6D6170L;
    private static final BernoulliBits OBSTACLES = new BernoulliBits(OBSTACLE_PROBABILITY);

    /** Words of the cells that gate 0 or 1 clears when it is the open one; both together tell which one is open. */
    private static final int[][] OPEN = {openCells(0), openCells(1)};

    /** Known obstacles and the wall with both gates closed. */
    private final int[] fixed = new int[Grid.WORDS];

    private final int[] unknown = new int[Grid.WORDS];

    /** Draws the known obstacles. */
    MapPrior(long seed) {
        RandomStream stream = new RandomStream(RandomStream.derive(seed, MAP_PURPOSE));
        int[] cells = candidates();
        do {
            for (int i = 0; i < KNOWN_OBSTACLES; i++) {
                int other = i + stream.nextInt(cells.length - i);
                int cell = cells[other];
                cells[other] = cells[i];
                cells[i] = cell;
            }
            Arrays.fill(fixed, 0);
            for (int i = 0; i < KNOWN_OBSTACLES; i++) {
                Grid.mark(fixed, 0, cells[i]);
            }
        } while (fixed[0] == Grid.ROW_0);
        for (int i = KNOWN_OBSTACLES; i < cells.length; i++) {
            Grid.mark(unknown, 0, cells[i]);
        }
        for (int column = 0; column < Grid.SIZE; column++) {
            Grid.mark(fixed, 0, Grid.position(WALL_ROW, column));
        }
    }

    /** The prior's words and prior.cuh, which needs grid.cuh before it. */
    void describe(DeviceModel.Builder twin) {
        int[] open = Arrays.copyOf(OPEN[0], 2 * Grid.WORDS);
        System.arraycopy(OPEN[1], 0, open, Grid.WORDS, Grid.WORDS);
        twin.define("GOAL", GOAL)
                .define("FIRST_GATE", Grid.position(WALL_ROW, GATE_COLUMNS[0]))
                .define("OBSTACLE_DIGITS", OBSTACLES.digits())
                .table("fixed", fixed)
                .table("unknown", unknown)
                .table("open", open)
                .file(MapPrior.class, "prior.cuh");
    }

    boolean isKnownObstacle(int row, int column) {
        return row != WALL_ROW && Grid.isMarked(fixed, 0, Grid.position(row, column));
    }

    boolean isUnknown(int row, int column) {
        return Grid.isMarked(unknown, 0, Grid.position(row, column));
    }

    /** Gate 0 or 1, whichever the map has open. */
    static int openGate(int[] lanes, int map) {
        return Grid.isMarked(lanes, map, Grid.position(WALL_ROW, GATE_COLUMNS[0])) ? 1 : 0;
    }

    /**
     * Redraws from the prior every cell of the map that is not marked in {@code seen}, and the gate if none of the
     * cells that depend on it is. Nothing is known yet when {@code seen} is empty: the whole map is drawn.
     */
    void redrawUnseen(int[] lanes, int map, int seen, RandomStream stream) {
        int gate = isGateSeen(lanes, seen) ? openGate(lanes, map) : (int) (stream.nextLong() >>> 63);
        int[] open = OPEN[gate];
        for (int word = 0; word < Grid.WORDS; word += 2) {
            boolean pair = word + 1 < Grid.WORDS;
            long wanted = unseenUnknown(lanes, seen, word) | (pair ? unseenUnknown(lanes, seen, word + 1) << 32 : 0L);
            long drawn = OBSTACLES.draw(wanted, stream);
            replaceUnseen(lanes, map, seen, word, (int) drawn, open);
            if (pair) {
                replaceUnseen(lanes, map, seen, word + 1, (int) (drawn >>> 32), open);
            }
        }
    }

    private long unseenUnknown(int[] lanes, int seen, int word) {
        return unknown[word] & ~lanes[seen + word] & 0xFFFFFFFFL;
    }

    private void replaceUnseen(int[] lanes, int map, int seen, int word, int drawn, int[] open) {
        int known = lanes[seen + word];
        lanes[map + word] = (lanes[map + word] & known | (fixed[word] | drawn) & ~known) & ~open[word];
    }

    private static boolean isGateSeen(int[] lanes, int seen) {
        int any = 0;
        for (int word = 0; word < Grid.WORDS; word++) {
            any |= lanes[seen + word] & (OPEN[0][word] | OPEN[1][word]);
        }
        return any != 0;
    }

    private static int[] openCells(int gate) {
        int[] words = new int[Grid.WORDS];
        for (int row = WALL_ROW - 1; row <= WALL_ROW + 1; row++) {
            Grid.mark(words, 0, Grid.position(row, GATE_COLUMNS[gate]));
        }
        return words;
    }

    private static int[] candidates() {
        int[] cells = new int[Grid.CELLS - Grid.SIZE - 1];
        int count = 0;
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            int position = Grid.position(cell / Grid.SIZE, cell % Grid.SIZE);
            if (cell / Grid.SIZE != WALL_ROW && position != GOAL) {
                cells[count++] = position;
            }
        }
        return cells;
    }
}
