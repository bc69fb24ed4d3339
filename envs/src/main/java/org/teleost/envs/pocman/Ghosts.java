package org.teleost.envs.pocman;

import org.teleost.random.RandomStream;

/** How a ghost moves; a ghost is its cell times 8 plus its heading, {@link #NO_HEADING} for none. */
final class Ghosts {
    static final int NO_HEADING = 4;

    private static final int RANGE = 6;
    private static final double CHASES = 0.75;
    private static final double RESTS = 0.25;
    private static final int UNREACHABLE = 1000;

    private final Maze maze;

    /** Ways that are open and not back, by ghost: their number, then the directions, 4 bits each. */
    private final int[] onward;

    Ghosts(Maze maze) {
        this.maze = maze;
        onward = new int[8 * maze.cells];
        for (int cell = 0; cell < maze.cells; cell++) {
            for (int heading = 0; heading <= NO_HEADING; heading++) {
                int count = 0;
                int ways = 0;
                for (int direction = 0; direction < 4; direction++) {
                    if (open(cell, heading, direction)) {
                        ways |= direction << 4 * ++count;
                    }
                }
                onward[8 * cell + heading] = ways | count;
            }
        }
    }

    private boolean open(int cell, int heading, int direction) {
        boolean back = heading != NO_HEADING && (direction ^ 2) == heading;
        return maze.next(cell, direction) >= 0 && !back;
    }

    static int at(int cell) {
        return 8 * cell + NO_HEADING;
    }

    static int cell(int ghost) {
        return ghost >> 3;
    }

    int move(int ghost, int pocman, boolean power, RandomStream stream) {
        if (maze.distance(pocman, cell(ghost)) >= RANGE) {
            return wander(ghost, stream);
        }
        if (power) {
            boolean rests = stream.nextBoolean(RESTS) && (ghost & 7) != NO_HEADING;
            return rests ? at(cell(ghost)) : best(ghost, pocman, -1);
        }
        return stream.nextBoolean(CHASES) ? best(ghost, pocman, 1) : wander(ghost, stream);
    }

    private int wander(int ghost, RandomStream stream) {
        int ways = onward[ghost];
        int chosen = stream.nextInt(ways & 7);
        int direction = ways >> 4 * (chosen + 1) & 7;
        return 8 * maze.next(cell(ghost), direction) + direction;
    }

    /** The way with the least {@code sign} times distance along its axis; fleeing ghosts never go towards pocman. */
    private int best(int ghost, int pocman, int sign) {
        int ways = onward[ghost];
        int from = cell(ghost);
        int least = sign > 0 ? UNREACHABLE : 0;
        int to = from;
        for (int i = 1; i <= (ways & 7); i++) {
            int direction = ways >> 4 * i & 7;
            int behind = sign * maze.behind(pocman, from, direction);
            if (behind <= least) {
                least = behind;
                to = maze.next(from, direction);
            }
        }
        return at(to);
    }
}
