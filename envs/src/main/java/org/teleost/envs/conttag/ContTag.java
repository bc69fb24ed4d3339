package org.teleost.envs.conttag;

import org.teleost.envs.noise.TruncatedNormal;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** ContTag; the package description is the exact definition. */
public final class ContTag implements GenerativeModel {
    /** Coordinates of an action. */
    static final int TURN = 0;

    static final int TAG = 1;
    static final float TAGS = 0.5f;

    static final int ROBOT_X = 0;
    static final int ROBOT_Y = 1;
    static final int HEADING = 2;
    static final int TARGET_X = 3;
    static final int TARGET_Y = 4;

    private static final double MOVE_REWARD = -1.0;
    private static final double CATCH_REWARD = 10.0;
    private static final double MISS_REWARD = -10.0;
    private static final double REACH = 1.0;
    private static final int ROWS_OF_TEN = 2;
    private static final int WIDTH = 10;
    private static final int BLOCK_FROM = 5;
    private static final int BLOCK_WIDTH = 3;
    private static final int HEIGHT = 5;
    private static final int CELLS = ROWS_OF_TEN * WIDTH + BLOCK_WIDTH * (HEIGHT - ROWS_OF_TEN);
    private static final TruncatedNormal FLIGHT = new TruncatedNormal(0.0, Math.PI / 8.0);

    private final StateLayout layout = StateLayout.ofFloats("robotX", "robotY", "heading", "targetX", "targetY")
            .withActions(ActionBox.of("turn", 0.0, 1.0).and("tag", 0.0, 1.0));
    private final float startX;
    private final float startY;

    /** The robot's start is drawn from the seed. */
    public ContTag(long seed) {
        State state = layout.newState();
        place(state, ROBOT_X, new RandomStream(seed));
        startX = state.floats[ROBOT_X];
        startY = state.floats[ROBOT_Y];
    }

    @Override
    public String name() {
        return "conttag";
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
        return 2;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.floats[ROBOT_X] = startX;
        state.floats[ROBOT_Y] = startY;
        state.floats[HEADING] = 0.0f;
        place(state, TARGET_X, stream);
    }

    private static void place(State state, int lane, RandomStream stream) {
        int cell = stream.nextInt(CELLS);
        int above = cell - ROWS_OF_TEN * WIDTH;
        int column = above < 0 ? cell % WIDTH : BLOCK_FROM + above % BLOCK_WIDTH;
        int row = above < 0 ? cell / WIDTH : ROWS_OF_TEN + above / BLOCK_WIDTH;
        state.floats[lane] = (float) (column + stream.nextDouble());
        state.floats[lane + 1] = (float) (row + stream.nextDouble());
    }

    static boolean isFree(double x, double y) {
        boolean low = y >= 0.0 && y < ROWS_OF_TEN && x >= 0.0 && x < WIDTH;
        boolean high = y >= ROWS_OF_TEN && y < HEIGHT && x >= BLOCK_FROM && x < BLOCK_FROM + BLOCK_WIDTH;
        return low || high;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        float[] lanes = state.floats;
        double dx = lanes[TARGET_X] - lanes[ROBOT_X];
        double dy = lanes[TARGET_Y] - lanes[ROBOT_Y];
        boolean tag = state.action[TAG] > TAGS;
        if (tag && dx * dx + dy * dy <= REACH * REACH) {
            out.set(CATCH_REWARD, 1, true);
            return;
        }
        double away = Math.atan2(dy, dx) + FLIGHT.draw(stream);
        if (!tag) {
            double heading = lanes[HEADING] + Math.PI * (2.0 * state.action[TURN] - 1.0);
            if (move(lanes, ROBOT_X, heading)) {
                lanes[HEADING] = (float) Math.IEEEremainder(heading, 2.0 * Math.PI);
            }
        }
        move(lanes, TARGET_X, away);
        out.set(tag ? MISS_REWARD : MOVE_REWARD, stream.nextBoolean(seen(state)) ? 1 : 0, false);
    }

    /** One step of length 1; false where it leads off the free cells. */
    private static boolean move(float[] lanes, int lane, double direction) {
        float x = (float) (lanes[lane] + Math.cos(direction));
        float y = (float) (lanes[lane + 1] + Math.sin(direction));
        if (!isFree(x, y)) {
            return false;
        }
        lanes[lane] = x;
        lanes[lane + 1] = y;
        return true;
    }

    /** Probability that the target is seen. */
    static double seen(State state) {
        float[] lanes = state.floats;
        double direction = Math.atan2(lanes[TARGET_Y] - lanes[ROBOT_Y], lanes[TARGET_X] - lanes[ROBOT_X]);
        double bearing = Math.abs(Math.IEEEremainder(direction - lanes[HEADING], 2.0 * Math.PI));
        return bearing < 0.5 * Math.PI ? 1.0 - bearing / Math.PI : 0.0;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        double seen = seen(nextState);
        return Math.log(observation == 1 ? seen : 1.0 - seen);
    }

    @Override
    public String actionText(float[] action) {
        return action[TAG] > TAGS ? "tag" : "turn-" + Math.round(360.0 * action[TURN] - 180.0);
    }

    @Override
    public String observationText(long observation) {
        return observation == 1 ? "seen" : "not-seen";
    }
}
