package org.teleost.envs.parking;

import java.util.List;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** Parking; the package description is the exact definition. */
public final class Parking implements GenerativeModel {
    static final int X = 0;
    static final int Y = 1;
    static final int HEADING = 2;
    static final int SPEED = 3;
    static final int HEIGHT = 4;

    private static final double DISCOUNT = 0.95;
    private static final double STEP_REWARD = -1.0;
    private static final double GOAL_REWARD = 100.0;
    private static final double COLLISION_REWARD = -100.0;
    private static final double START_X = -1.0;
    private static final double LANE = 3.0;
    private static final double START_NOISE = 0.175;
    private static final double GOAL_X = 10.0;
    private static final double GOAL_RADIUS = 0.2;
    private static final double MOST_HEIGHT = 5.0;
    private static final int STEPS = 3;
    private static final double READS_RIGHT = 0.7;
    private static final int TILES = 3;
    private static final double TILE_X = 3.0;
    private static final double TILE_SIZE = 4.0;

    private final boolean flat;
    private final Obstacles obstacles;
    private final StateLayout layout;

    /** The problem in two or three dimensions. */
    public Parking(int dimensions) {
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException("dimensions=" + dimensions + "; Parking has 2 or 3");
        }
        flat = dimensions == 2;
        obstacles = new Obstacles(flat ? 13.45 : 13.5);
        ActionBox box = ActionBox.of("acceleration", -8.0, 8.0).and("turn", -1.57, 1.57);
        layout = (flat
                        ? StateLayout.ofFloats("x", "y", "heading", "speed")
                        : StateLayout.ofFloats("x", "y", "heading", "speed", "height"))
                .withActions(flat ? box : box.and("climb", -3.5, 3.5));
    }

    @Override
    public String name() {
        return flat ? "parking-2d" : "parking-3d";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return 1;
    }

    @Override
    public long observationCount() {
        return TILES + 1;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        double noise = START_NOISE * (2.0 * stream.nextDouble() - 1.0);
        state.floats[X] = (float) START_X;
        state.floats[Y] = (float) (LANE * (stream.nextInt(3) - 1) + noise);
        for (int lane = HEADING; lane < state.floats.length; lane++) {
            state.floats[lane] = 0.0f;
        }
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        boolean collision = drive(state);
        boolean goal = distance(state) <= GOAL_RADIUS;
        double reward = STEP_REWARD + (goal ? GOAL_REWARD : 0.0) + (collision ? COLLISION_REWARD : 0.0);
        boolean over = goal || collision;
        out.set(reward, over ? 0 : read(tile(state), stream), over);
    }

    /** Three steps, or until the vehicle is in an obstacle. */
    private boolean drive(State state) {
        double x = state.floats[X];
        double y = state.floats[Y];
        double heading = state.floats[HEADING];
        double speed = state.floats[SPEED];
        double duration = 1.0 / STEPS;
        boolean collision = false;
        for (int i = 0; i < STEPS && !collision; i++) {
            x += duration * speed * Math.cos(heading);
            y += duration * speed * Math.sin(heading);
            if (!flat) {
                double height = state.floats[HEIGHT] + duration * state.action[2];
                state.floats[HEIGHT] = (float) Math.max(-MOST_HEIGHT, Math.min(MOST_HEIGHT, height));
            }
            heading += duration * state.action[1];
            speed += duration * state.action[0];
            collision = obstacles.meets(x, y, heading);
        }
        state.floats[X] = (float) x;
        state.floats[Y] = (float) y;
        state.floats[HEADING] = (float) (heading - 2.0 * Math.PI * Math.rint(heading / (2.0 * Math.PI)));
        state.floats[SPEED] = (float) speed;
        return collision;
    }

    private double distance(State state) {
        double dx = state.floats[X] - GOAL_X;
        double dy = state.floats[Y];
        double dz = flat ? 0.0 : state.floats[HEIGHT];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** Tile below the vehicle, 0 for none; the tiles touch each other. */
    static int tile(State state) {
        double fromTop = 1.5 * TILE_SIZE - state.floats[Y];
        boolean on =
                Math.abs(state.floats[X] - TILE_X) <= 0.5 * TILE_SIZE && fromTop >= 0.0 && fromTop < TILES * TILE_SIZE;
        return on ? 1 + (int) (fromTop / TILE_SIZE) : 0;
    }

    private static int read(int tile, RandomStream stream) {
        if (tile == 0 || stream.nextBoolean(READS_RIGHT)) {
            return tile;
        }
        return 1 + (tile + stream.nextInt(TILES - 1)) % TILES;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int tile = tile(nextState);
        if (tile == 0 || observation == 0) {
            return observation == tile ? 0.0 : Double.NEGATIVE_INFINITY;
        }
        return Math.log(observation == tile ? READS_RIGHT : (1.0 - READS_RIGHT) / (TILES - 1));
    }

    @Override
    public double heuristicValue(State state) {
        double left = Math.exp(distance(state) * Math.log(DISCOUNT));
        return STEP_REWARD * (1.0 - left) / (1.0 - DISCOUNT) + GOAL_REWARD * left / DISCOUNT;
    }

    @Override
    public String observationText(long observation) {
        return observation == 0
                ? "no-tile"
                : List.of("tile-left", "tile-middle", "tile-right").get((int) observation - 1);
    }
}
