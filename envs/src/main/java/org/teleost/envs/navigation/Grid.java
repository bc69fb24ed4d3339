package org.teleost.envs.navigation;

import org.teleost.model.DeviceModel;

/**
 * Bit layout of a 13 x 13 map: a frame of one cell around it, so that the neighbourhood of every cell is one window of
 * 31 bits. Cell (row, column) is bit 14 * (row + 1) + column + 1 of {@value #WORDS} words of 32 bits; the right frame
 * of a row is the left frame of the next. Frame bits are 0 in every map: outside reads free.
 */
final class Grid {
    static final int SIZE = 13;
    static final int CELLS = SIZE * SIZE;
    static final int STRIDE = 14;
    static final int WORDS = 7;
    static final int BITS = 32 * WORDS;

    /** Bits of row 0; all of them lie in word 0. */
    static final int ROW_0 = 0x1FFF << 15;

    /** Position change of actions 0 to 7. */
    private static final int[] OFFSET = {-15, -14, -13, -1, 1, 13, 14, 15};

    /** A 3 x 3 block in a window that starts at its north-west corner. */
    private static final long BLOCK = 7L | 7L << 14 | 7L << 28;

    /** Neighbours outside the map, 8 bits per position. */
    private static final byte[] OUTSIDE = outside();

    private Grid() {}

    /** The tables that the twin's grid reads, and grid.cuh. */
    static void describe(DeviceModel.Builder twin) {
        int[] outside = new int[BITS];
        for (int position = 0; position < BITS; position++) {
            outside[position] = outside(position);
        }
        twin.table("offset", OFFSET).table("outside", outside).file(Grid.class, "grid.cuh");
    }

    static int position(int row, int column) {
        return STRIDE * (row + 1) + column + 1;
    }

    static int row(int position) {
        return (position - 1) / STRIDE - 1;
    }

    static int column(int position) {
        return (position - 1) % STRIDE;
    }

    static int offset(int action) {
        return OFFSET[action];
    }

    /** Neighbours outside the map as 8 bits in the order of the moves. */
    static int outside(int position) {
        return OUTSIDE[position] & 0xFF;
    }

    /** The 8 neighbour bits of {@code position} in the map whose words start at {@code base}. */
    static int neighbours(int[] lanes, int base, int position) {
        int start = position - 15;
        int word = base + (start >>> 5);
        long pair = (lanes[word] & 0xFFFFFFFFL) | ((long) lanes[word + 1] << 32);
        return gather((int) (pair >>> (start & 31)));
    }

    /** Picks the 8 neighbour bits out of a window that starts at the north-west neighbour. */
    static int gather(int window) {
        return (window & 7) | (window >>> 11 & 8) | (window >>> 12 & 16) | (window >>> 23 & 0xE0);
    }

    /** Sets the 3 x 3 block around {@code position}. */
    static void markBlock(int[] lanes, int base, int position) {
        int start = position - 15;
        int word = base + (start >>> 5);
        long block = BLOCK << (start & 31);
        lanes[word] |= (int) block;
        lanes[word + 1] |= (int) (block >>> 32);
    }

    static void mark(int[] lanes, int base, int position) {
        lanes[base + (position >>> 5)] |= 1 << (position & 31);
    }

    static boolean isMarked(int[] lanes, int base, int position) {
        return (lanes[base + (position >>> 5)] >>> (position & 31) & 1) != 0;
    }

    private static byte[] outside() {
        byte[] table = new byte[BITS];
        for (int cell = 0; cell < CELLS; cell++) {
            int position = position(cell / SIZE, cell % SIZE);
            for (int action = 0; action < OFFSET.length; action++) {
                int code = position + OFFSET[action];
                boolean inside = code >= position(0, 0) && code <= position(SIZE - 1, SIZE - 1) && column(code) < SIZE;
                table[position] |= (byte) (inside ? 0 : 1 << action);
            }
        }
        return table;
    }
}
