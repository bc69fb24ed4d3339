package org.teleost.viewer.scene.navigation;

import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.Lanes;

/**
 * The problem's lanes: cell (row, column) of the 13 x 13 map is bit 14 (row + 1) + column + 1 of the words map0 to
 * map6, 32 bits each; the robot's lane is such a bit position. Row 0 is in the north.
 */
final class MapBits {
    static final int SIZE = 13;
    static final int GOAL_ROW = 12;
    static final int GOAL_COLUMN = 6;

    private static final int STRIDE = 14;

    private MapBits() {}

    static int row(int position) {
        return (position - 1) / STRIDE - 1;
    }

    static int column(int position) {
        return (position - 1) % STRIDE;
    }

    static boolean isObstacle(Lanes state, int row, int column) {
        int position = position(row, column);
        return (state.integer(lane(position)) >>> position & 1) != 0;
    }

    static double obstacleProbability(BeliefRecord belief, int row, int column) {
        int position = position(row, column);
        return belief.bitProbability(lane(position), position & 31);
    }

    private static int position(int row, int column) {
        return STRIDE * (row + 1) + column + 1;
    }

    private static String lane(int position) {
        return "map" + (position >>> 5);
    }
}
