package org.teleost.envs.navigation;

import org.teleost.model.DeviceModel;

/**
 * Breadth-first search from the goal on a bitboard: one expansion of the reached set is a 3 x 3 dilation, done on 192
 * bits held in three longs. The robot is reached after D expansions, D the length of a shortest 8-connected path; its
 * neighbours in the set before the last one are the first cells of all shortest paths.
 */
final class ShortestPath {
    /** No path. */
    static final int NONE = -1;

    /** The longs hold bits SHIFT to SHIFT + 191 of the map: frame row 0 and half of the last one are left out. */
    private static final int SHIFT = 14;

    private static final long[] BOARD = board();

    private ShortestPath() {}

    /** The board and path.cuh, which needs grid.cuh before it. */
    static void describe(DeviceModel.Builder twin) {
        twin.table("board", BOARD).file(ShortestPath.class, "path.cuh");
    }

    /**
     * Length and first steps of the shortest paths from {@code position} to {@code goal}.
     *
     * @return length * 256 + 8 bits of first actions, or {@link #NONE}; 0 when the robot is at the goal
     */
    static int search(int[] lanes, int base, int position, int goal) {
        if (position == goal) {
            return 0;
        }
        final long free0 = BOARD[0] & ~word(lanes[base], lanes[base + 1], lanes[base + 2]);
        final long free1 = BOARD[1] & ~word(lanes[base + 2], lanes[base + 3], lanes[base + 4]);
        final long free2 = BOARD[2] & ~word(lanes[base + 4], lanes[base + 5], lanes[base + 6]);
        final long robot0 = bit(position, 0);
        final long robot1 = bit(position, 1);
        final long robot2 = bit(position, 2);
        long set0 = bit(goal, 0);
        long set1 = bit(goal, 1);
        long set2 = bit(goal, 2);
        for (int length = 1; ; length++) {
            // east and west, then north and south; bits cross the ends of the longs
            long wide0 = set0 | set0 << 1 | set0 >>> 1 | set1 << 63;
            long wide1 = set1 | set1 << 1 | set1 >>> 1 | set0 >>> 63 | set2 << 63;
            long wide2 = set2 | set2 << 1 | set2 >>> 1 | set1 >>> 63;
            long next0 = (wide0 | wide0 << 14 | wide0 >>> 14 | wide1 << 50) & free0;
            long next1 = (wide1 | wide1 << 14 | wide1 >>> 14 | wide0 >>> 50 | wide2 << 50) & free1;
            long next2 = (wide2 | wide2 << 14 | wide2 >>> 14 | wide1 >>> 50) & free2;
            if ((next0 & robot0 | next1 & robot1 | next2 & robot2) != 0) {
                return length << 8 | Grid.gather(window(set0, set1, set2, position - 15 - SHIFT));
            }
            if ((next0 ^ set0 | next1 ^ set1 | next2 ^ set2) == 0) {
                return NONE;
            }
            set0 = next0;
            set1 = next1;
            set2 = next2;
        }
    }

    /** Bits 14 to 77 of the 96 bits (low, middle, high). */
    private static long word(int low, int middle, int high) {
        return low >>> SHIFT | (middle & 0xFFFFFFFFL) << 32 - SHIFT | (long) high << 64 - SHIFT;
    }

    private static long bit(int position, int word) {
        int index = position - SHIFT - 64 * word;
        return index >>> 6 == 0 ? 1L << index : 0L;
    }

    /** 32 bits from {@code start} on, which may lie up to 14 bits before the first word. */
    private static int window(long word0, long word1, long word2, int start) {
        if (start < 0) {
            return (int) (word0 << -start);
        }
        int word = start >>> 6;
        long low = word == 0 ? word0 : word == 1 ? word1 : word2;
        long high = word == 0 ? word1 : word == 1 ? word2 : 0L;
        int shift = start & 63;
        return (int) (low >>> shift | high << 1 << 63 - shift);
    }

    private static long[] board() {
        long[] board = new long[3];
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            int position = Grid.position(cell / Grid.SIZE, cell % Grid.SIZE);
            for (int word = 0; word < 3; word++) {
                board[word] |= bit(position, word);
            }
        }
        return board;
    }
}
