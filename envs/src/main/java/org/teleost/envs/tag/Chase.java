package org.teleost.envs.tag;

import org.teleost.random.RandomStream;

/** Moves on a grid with walls: a robot that is blocked stays, a target runs away. */
public final class Chase {
    /** Moves; one more action tags. */
    public static final int NORTH = 0;

    public static final int EAST = 1;
    public static final int SOUTH = 2;
    public static final int WEST = 3;
    public static final int TAG = 4;

    /** Number of actions. */
    public static final int ACTIONS = 5;

    public static final double MOVE_REWARD = -1.0;
    public static final double TAG_REWARD = 10.0;
    public static final double MISS_REWARD = -10.0;

    private static final double ALONG_X = 0.4;
    private static final double ALONG_Y = 0.8;
    private static final int[] DX = {0, 1, 0, -1};
    private static final int[] DY = {1, 0, -1, 0};

    /** Number of cells. */
    public final int cells;

    /** Coordinates by cell. */
    public final int[] x;

    public final int[] y;

    private final int[] next;
    private final int width;

    /** The cell at a free place, -1 at others. */
    private final int[] cellAt;

    /** A map from its free places: {@code free[y * width + x]}; those are its cells. */
    public Chase(boolean[] free, int width) {
        this(free, width, false);
    }

    /** A map whose obstacles are cells, too, if wanted: who stands in one may leave it, but nobody may enter. */
    public Chase(boolean[] free, int width, boolean obstaclesAreCells) {
        this.width = width;
        cellAt = new int[free.length];
        int[] places = new int[free.length];
        int count = 0;
        for (int place = 0; place < free.length; place++) {
            cellAt[place] = free[place] ? count : -1;
            if (free[place] || obstaclesAreCells) {
                places[count++] = place;
            }
        }
        cells = count;
        x = new int[count];
        y = new int[count];
        for (int cell = 0; cell < count; cell++) {
            x[cell] = places[cell] % width;
            y[cell] = places[cell] / width;
        }
        next = new int[4 * count];
        for (int cell = 0; cell < count; cell++) {
            for (int move = 0; move < 4; move++) {
                int to = cell(x[cell] + DX[move], y[cell] + DY[move]);
                next[4 * cell + move] = to < 0 ? cell : to;
            }
        }
    }

    /** Free cell at a place, -1 for an obstacle or outside. */
    public int cell(int atX, int atY) {
        boolean inside = atX >= 0 && atX < width && atY >= 0 && atY < cellAt.length / width;
        return inside ? cellAt[atY * width + atX] : -1;
    }

    /** Where the move leads: the cell itself when blocked. */
    public int next(int cell, int move) {
        return next[4 * cell + move];
    }

    /** Draws the target's next cell when the robot was at {@code robot}; always one number. */
    public int flee(int target, int robot, RandomStream stream) {
        double u = stream.nextDouble();
        if (u < ALONG_X) {
            boolean east = x[target] == x[robot] ? u < 0.5 * ALONG_X : x[target] > x[robot];
            return next(target, east ? EAST : WEST);
        }
        if (u < ALONG_Y) {
            boolean north = y[target] == y[robot] ? u < 0.5 * (ALONG_X + ALONG_Y) : y[target] > y[robot];
            return next(target, north ? NORTH : SOUTH);
        }
        return target;
    }

    /** Text of an action. */
    public static String actionText(int action) {
        return switch (action) {
            case NORTH -> "north";
            case EAST -> "east";
            case SOUTH -> "south";
            case WEST -> "west";
            default -> "tag";
        };
    }

    /** Text of a cell. */
    public String cellText(int cell) {
        return "(" + x[cell] + "," + y[cell] + ")";
    }
}
