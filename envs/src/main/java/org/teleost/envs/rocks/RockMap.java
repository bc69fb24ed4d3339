package org.teleost.envs.rocks;

import java.util.Arrays;
import org.teleost.model.DeviceModel;

/**
 * The fixed geometry of a rock field: a square grid whose east side is the exit, rocks on distinct cells, rovers at
 * known start cells, and every table that the hot loops read. Immutable and shared by all threads.
 *
 * <p>A cell is y * size + x with y up; the extra cell {@link #gone} = size * size is where a rover is after its exit,
 * with no moves, no rewards and nothing to see. A rover's own action is {@link #EAST}, {@link #NORTH}, {@link #SOUTH},
 * {@link #WEST}, {@link #SAMPLE} or {@link #SENSE} + rock.
 */
public final class RockMap {
    /** Rover actions. */
    public static final int EAST = 0;

    public static final int NORTH = 1;
    public static final int SOUTH = 2;
    public static final int WEST = 3;
    public static final int SAMPLE = 4;

    /** First sense action: SENSE + i looks at rock i. */
    public static final int SENSE = 5;

    /** Observations of one rover. */
    public static final int SEEN_NONE = 0;

    public static final int SEEN_BAD = 1;
    public static final int SEEN_GOOD = 2;

    /** Reward of exiting east and of sampling a good rock; a bad rock costs as much. */
    public static final double PRIZE = 10.0;

    /** Reward of leaving the grid elsewhere and of sampling where no rock is. */
    public static final double PENALTY = -100.0;

    /** Distance in cells at which the sensor's edge over a coin has halved. */
    public static final double HALF_EFFICIENCY = 20.0;

    /** Manhattan distance up to which a rock counts as near. */
    static final int NEAR = 10;

    /** Cells per side. */
    public final int size;

    /** Number of rocks k. */
    public final int rocks;

    /** The cell of a rover that has left. */
    public final int gone;

    /** rockCell[k]: cell of each rock. */
    final int[] rockCell;

    /** rockAt[cells + 1]: rock on the cell or -1. */
    final int[] rockAt;

    /** next[cells + 1][4]: cell after a move; the same cell when blocked. */
    final short[] next;

    /** moveReward[cells + 1][4]. */
    final float[] moveReward;

    /** distance[cells + 1][k]: Manhattan distance to a rock; 127 from {@link #gone}, farther than any. */
    final byte[] distance;

    /** Bit set of all rocks. */
    final long all;

    /** near[cells + 1]: bit set of the rocks within {@link #NEAR} cells. */
    final long[] near;

    /** exitDistance[cells]: moves before the one that exits. */
    final byte[] exitDistance;

    /** accuracy[cells + 1][k]: probability that sensing the rock tells the truth. */
    final float[] accuracy;

    /** evidence[cells + 1][k]: log (accuracy / (1 - accuracy)); infinite on the rock. */
    final float[] evidence;

    private final float[] logRight;
    private final float[] logWrong;
    private final int[] startCell;

    /**
     * A map.
     *
     * @param size cells per side, 1 to 63
     * @param rockCells cell of each rock, 1 to 64 distinct cells
     * @param startCells cell of each rover at the start
     */
    public RockMap(int size, int[] rockCells, int[] startCells) {
        if (size < 1 || size > 63) {
            throw new IllegalArgumentException("size=" + size + "; allowed range 1 to 63");
        }
        if (rockCells.length < 1 || rockCells.length > 64) {
            throw new IllegalArgumentException("rocks=" + rockCells.length + "; allowed range 1 to 64");
        }
        this.size = size;
        rocks = rockCells.length;
        gone = size * size;
        rockCell = rockCells.clone();
        startCell = startCells.clone();
        rockAt = new int[gone + 1];
        next = new short[4 * (gone + 1)];
        moveReward = new float[4 * (gone + 1)];
        distance = new byte[(gone + 1) * rocks];
        all = -1L >>> 64 - rocks;
        near = new long[gone + 1];
        exitDistance = new byte[gone + 1];
        accuracy = new float[(gone + 1) * rocks];
        evidence = new float[(gone + 1) * rocks];
        logRight = new float[(gone + 1) * rocks];
        logWrong = new float[(gone + 1) * rocks];
        placeRocks();
        for (int cell = 0; cell < gone; cell++) {
            fillMoves(cell);
            fillDistances(cell);
        }
        Arrays.fill(next, 4 * gone, 4 * gone + 4, (short) gone);
        Arrays.fill(accuracy, gone * rocks, accuracy.length, 0.5f);
        Arrays.fill(distance, gone * rocks, distance.length, Byte.MAX_VALUE);
    }

    private void placeRocks() {
        Arrays.fill(rockAt, -1);
        for (int rock = 0; rock < rocks; rock++) {
            int cell = rockCell[rock];
            if (cell < 0 || cell >= gone || rockAt[cell] >= 0) {
                throw new IllegalArgumentException("rock=" + rock + " cell=" + cell + " is outside the " + size + " x "
                        + size + " grid or already holds a rock; use distinct cells");
            }
            rockAt[cell] = rock;
        }
    }

    private void fillMoves(int cell) {
        int x = cell % size;
        int y = cell / size;
        exitDistance[cell] = (byte) (size - 1 - x);
        setMove(cell, EAST, x + 1 < size ? cell + 1 : gone, x + 1 < size ? 0.0 : PRIZE);
        setMove(cell, NORTH, y + 1 < size ? cell + size : cell, y + 1 < size ? 0.0 : PENALTY);
        setMove(cell, SOUTH, y > 0 ? cell - size : cell, y > 0 ? 0.0 : PENALTY);
        setMove(cell, WEST, x > 0 ? cell - 1 : cell, x > 0 ? 0.0 : PENALTY);
    }

    private void setMove(int cell, int move, int to, double reward) {
        next[4 * cell + move] = (short) to;
        moveReward[4 * cell + move] = (float) reward;
    }

    private void fillDistances(int cell) {
        for (int rock = 0; rock < rocks; rock++) {
            int dx = Math.abs(rockCell[rock] % size - cell % size);
            int dy = Math.abs(rockCell[rock] / size - cell / size);
            // P(correct) = (1 + 2^(-d / d0)) / 2 with d Euclidean
            double correct = (1.0 + Math.pow(2.0, -Math.hypot(dx, dy) / HALF_EFFICIENCY)) / 2.0;
            int i = cell * rocks + rock;
            distance[i] = (byte) (dx + dy);
            near[cell] |= dx + dy <= NEAR ? 1L << rock : 0;
            accuracy[i] = (float) correct;
            logRight[i] = (float) Math.log(correct);
            logWrong[i] = (float) Math.log(1.0 - correct);
            evidence[i] = (float) (Math.log(correct) - Math.log(1.0 - correct));
        }
    }

    /** Number of rovers. */
    public int rovers() {
        return startCell.length;
    }

    /** Start cell of a rover. */
    public int startCell(int rover) {
        return startCell[rover];
    }

    /** Cell of a rock. */
    public int rockCell(int rock) {
        return rockCell[rock];
    }

    /** Rock on the cell, or -1. */
    public int rockAt(int cell) {
        return rockAt[cell];
    }

    /** Cell after one of the four moves. */
    public int next(int cell, int move) {
        return next[4 * cell + move];
    }

    /** Reward of one of the four moves. */
    public double moveReward(int cell, int move) {
        return moveReward[4 * cell + move];
    }

    /** Manhattan distance from the cell to the rock. */
    public int distance(int cell, int rock) {
        return distance[cell * rocks + rock];
    }

    /** Moves from the cell to the east column; one more exits. */
    public int exitDistance(int cell) {
        return exitDistance[cell];
    }

    /** Probability that sensing the rock from the cell tells the truth. */
    public double accuracy(int cell, int rock) {
        return accuracy[cell * rocks + rock];
    }

    /** log P of a sensor reading that is right, or wrong, about the rock seen from the cell. */
    public double logLikelihood(int cell, int rock, boolean right) {
        return right ? logRight[cell * rocks + rock] : logWrong[cell * rocks + rock];
    }

    /** Whether the rover action can be sensible: stays on the grid or exits east, and samples only where a rock is. */
    public boolean isLegal(int cell, int action) {
        if (cell == gone) {
            return action == EAST;
        }
        if (action < SAMPLE) {
            return next[4 * cell + action] != cell;
        }
        return action != SAMPLE || rockAt[cell] >= 0;
    }

    /**
     * The map and the odds as rocks.cuh wants them: constants, tables and the file itself.
     *
     * @param firstRockLane int lane of the first 32 rocks
     */
    public void describe(DeviceModel.Builder twin, int firstRockLane) {
        twin.define("SIZE", size)
                .define("ROCKS", rocks)
                .define("GONE", gone)
                .define("ROVERS", rovers())
                .define("FIRST_ROCK_LANE", firstRockLane)
                .define("ALL_ROCKS", all)
                .define("PRIZE", PRIZE)
                .define("PENALTY", PENALTY)
                .table("startCell", startCell)
                .table("rockCell", rockCell)
                .table("rockAt", rockAt)
                .table("next", next)
                .table("moveReward", moveReward)
                .table("distance", distance)
                .table("near", near)
                .table("exitDistance", exitDistance)
                .table("accuracy", accuracy)
                .table("evidence", evidence)
                .table("logRight", logRight)
                .table("logWrong", logWrong);
        RockOdds.describe(twin);
        twin.file(RockMap.class, "rocks.cuh");
    }

    /** Text of a rover action. */
    public static String actionText(int action) {
        return switch (action) {
            case EAST -> "east";
            case NORTH -> "north";
            case SOUTH -> "south";
            case WEST -> "west";
            case SAMPLE -> "sample";
            default -> "sense-" + (action - SENSE);
        };
    }

    /** Text of a rover observation. */
    public static String observationText(int seen) {
        return seen == SEEN_NONE ? "none" : seen == SEEN_BAD ? "bad" : "good";
    }
}
