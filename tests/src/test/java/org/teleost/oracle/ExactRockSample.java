package org.teleost.oracle;

/**
 * RockSample(n, k) with few rocks. State = position (x + n y) * 2^k + bits of the good rocks. Actions N, E, S, W,
 * SAMPLE, SENSE_i; observations none 0, bad 1, good 2.
 */
public final class ExactRockSample implements ExactModel {
    public static final int NONE = 0;
    public static final int BAD = 1;
    public static final int GOOD = 2;

    /**
     * V*(start) of {@link #fourFour}, proved by {@link PointBasedSolver}; a planner's own estimate may scatter around
     * it.
     */
    public static final Interval FOUR_FOUR_VALUE = new Interval(19.0099, 19.0187);

    private static final int EAST = 1;
    private static final int SAMPLE = 4;
    private static final int[] DX = {0, 1, 0, -1};
    private static final int[] DY = {1, 0, -1, 0};

    private final int size;
    private final int[][] rocks;
    private final int startX;
    private final int startY;

    public ExactRockSample(int size, int startX, int startY, int[][] rocks) {
        this.size = size;
        this.startX = startX;
        this.startY = startY;
        this.rocks = rocks;
    }

    /** RS(4,4) of the benchmark. */
    public static ExactRockSample fourFour() {
        return new ExactRockSample(4, 0, 2, new int[][] {{3, 1}, {2, 1}, {1, 3}, {1, 0}});
    }

    public int state(int x, int y, int goodRocks) {
        return (x + size * y) << rocks.length | goodRocks;
    }

    @Override
    public int stateCount() {
        return size * size << rocks.length;
    }

    @Override
    public int actionCount() {
        return 5 + rocks.length;
    }

    @Override
    public int observationCount() {
        return 3;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public double[] initialBelief() {
        double[] belief = new double[stateCount()];
        for (int good = 0; good < 1 << rocks.length; good++) {
            belief[state(startX, startY, good)] = 1.0 / (1 << rocks.length);
        }
        return belief;
    }

    @Override
    public double transition(int state, int action, int nextState) {
        return next(state, action) == nextState ? 1.0 : 0.0;
    }

    // -1 when the robot leaves in the east
    private int next(int state, int action) {
        int x = x(state);
        int y = y(state);
        int good = good(state);
        if (action == EAST && x == size - 1) {
            return -1;
        } else if (action < SAMPLE) {
            return offGrid(x, y, action) ? state : state(x + DX[action], y + DY[action], good);
        } else if (action == SAMPLE && rockAt(x, y) >= 0) {
            return state(x, y, good & ~(1 << rockAt(x, y)));
        }
        return state;
    }

    @Override
    public double observation(int observation, int action, int nextState) {
        if (action <= SAMPLE) {
            return observation == NONE ? 1.0 : 0.0;
        } else if (observation == NONE) {
            return 0.0;
        }
        int rock = action - SAMPLE - 1;
        double correct = RockMarginals.accuracy(x(nextState), y(nextState), rocks[rock][0], rocks[rock][1]);
        boolean good = (good(nextState) >> rock & 1) == 1;
        return (observation == GOOD) == good ? correct : 1.0 - correct;
    }

    @Override
    public double reward(int state, int action) {
        int x = x(state);
        int y = y(state);
        if (action == EAST && x == size - 1) {
            return 10.0;
        } else if (action < SAMPLE) {
            return offGrid(x, y, action) ? -100.0 : 0.0;
        } else if (action == SAMPLE) {
            int rock = rockAt(x, y);
            return rock < 0 ? -100.0 : (good(state) >> rock & 1) == 1 ? 10.0 : -10.0;
        }
        return 0.0;
    }

    private boolean offGrid(int x, int y, int action) {
        int newX = x + DX[action];
        int newY = y + DY[action];
        return newX < 0 || newY < 0 || newX >= size || newY >= size;
    }

    private int rockAt(int x, int y) {
        for (int rock = 0; rock < rocks.length; rock++) {
            if (rocks[rock][0] == x && rocks[rock][1] == y) {
                return rock;
            }
        }
        return -1;
    }

    private int x(int state) {
        return (state >> rocks.length) % size;
    }

    private int y(int state) {
        return (state >> rocks.length) / size;
    }

    private int good(int state) {
        return state & (1 << rocks.length) - 1;
    }
}
