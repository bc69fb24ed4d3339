package org.teleost.envs.pushbox;

/** Walls and goal by cell. */
final class Room {
    private static final int SIZE = 12;
    private static final int TOP = 10;
    private static final int RIGHT_OF_TOP = 8;
    private static final int GOAL_X = 8;
    private static final int GOAL_Y = 9;

    private Room() {}

    static boolean isWall(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        boolean inside = column >= 1 && column < SIZE - 1 && row >= 1 && row < SIZE - 1;
        boolean corner = row == TOP && column >= RIGHT_OF_TOP || row == GOAL_Y && column > GOAL_X;
        return !inside || corner;
    }

    static boolean isGoal(double x, double y) {
        return Math.floor(x) == GOAL_X && Math.floor(y) == GOAL_Y;
    }
}
