package org.teleost.envs.crowdnav;

import java.util.List;
import java.util.Optional;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * The planner's view of the crowd: the robot and the six tracked pedestrians. Int lanes: types of the tracked (bit set:
 * curious) and the bits of the last observation, so that the observation is a function of the state. Float lanes: robot
 * x and y, then x and y per slot.
 */
public final class CrowdNavModel implements GenerativeModel {
    static final int CURIOUS = 0;
    static final int CLOSER = 1;
    static final int ROBOT_X = 0;
    static final int ROBOT_Y = 1;
    static final int FIRST_X = 2;

    private static final String[] ACTIONS = {"N", "E", "S", "W", "YELL"};
    private static final float REACTION_SQUARED = CrowdRules.REACTION_RADIUS * CrowdRules.REACTION_RADIUS;
    private static final float COLLISION_SQUARED = CrowdRules.COLLISION_RADIUS * CrowdRules.COLLISION_RADIUS;
    private static final float[] NOISE = NormalTable.of(CrowdRules.NOISE);
    private static final int ACT_BITS = 64 - 2 * NormalTable.BITS;
    private static final long ACT_BELOW = (long) (CrowdRules.ACT_PROBABILITY * (1L << ACT_BITS));

    private static final StateLayout LAYOUT = new StateLayout(
            List.of("curious", "closer"),
            List.of("robotX", "robotY", "x0", "y0", "x1", "y1", "x2", "y2", "x3", "y3", "x4", "y4", "x5", "y5"),
            List.of());

    private final float[] start = new float[LAYOUT.floats().size()];
    private final StraightHeuristic heuristic = new StraightHeuristic(CrowdRules.DISCOUNT);

    CrowdNavModel(Crowd crowd) {
        Tracker tracker = new Tracker();
        tracker.track(crowd, CrowdRules.START_X, CrowdRules.START_Y);
        writePositions(crowd, tracker, CrowdRules.START_X, CrowdRules.START_Y, start);
    }

    /** Fills the float lanes. */
    static void writePositions(Crowd crowd, Tracker tracker, float robotX, float robotY, float[] floats) {
        floats[ROBOT_X] = robotX;
        floats[ROBOT_Y] = robotY;
        for (int slot = 0; slot < CrowdRules.TRACKED; slot++) {
            int pedestrian = tracker.pedestrian(slot);
            floats[FIRST_X + 2 * slot] = crowd.x[pedestrian];
            floats[FIRST_X + 2 * slot + 1] = crowd.y[pedestrian];
        }
    }

    @Override
    public String name() {
        return "crowdnav";
    }

    @Override
    public StateLayout layout() {
        return LAYOUT;
    }

    @Override
    public int actionCount() {
        return CrowdRules.ACTIONS;
    }

    @Override
    public long observationCount() {
        return 1L << CrowdRules.TRACKED;
    }

    @Override
    public double discount() {
        return CrowdRules.DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        System.arraycopy(start, 0, state.floats, 0, start.length);
        // every type with probability CURIOUS_PROBABILITY = 1/2: one fair bit each
        state.ints[CURIOUS] = (int) (stream.nextLong() >>> 64 - CrowdRules.TRACKED);
        state.ints[CLOSER] = 0;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        final float[] floats = state.floats;
        final float robotX = CrowdRules.robotX(floats[ROBOT_X], action);
        final float robotY = CrowdRules.robotY(floats[ROBOT_Y], action);
        final boolean yell = action == CrowdRules.YELL;
        final int curious = state.ints[CURIOUS];
        int closer = 0;
        boolean collision = false;
        for (int slot = 0, lane = FIRST_X; slot < CrowdRules.TRACKED; slot++, lane += 2) {
            float dx = floats[lane] - robotX;
            float dy = floats[lane + 1] - robotY;
            float before = dx * dx + dy * dy;
            boolean near = before <= REACTION_SQUARED;
            // one word per pedestrian: 12 + 12 bits of noise, 40 bits for whether it acts
            long random = stream.nextLong();
            float walk = 0.0f;
            if (near && before > 0.0f && (yell || (random >>> 64 - ACT_BITS) < ACT_BELOW)) {
                walk = CrowdRules.speed((curious >>> slot & 1) != 0, yell) / (float) Math.sqrt(before);
            }
            float x = CrowdRules.clampX(floats[lane] + walk * dx + NOISE[(int) random & NormalTable.MASK]);
            float y = CrowdRules.clampY(
                    floats[lane + 1] + walk * dy + NOISE[(int) (random >>> NormalTable.BITS) & NormalTable.MASK]);
            floats[lane] = x;
            floats[lane + 1] = y;
            float after = (x - robotX) * (x - robotX) + (y - robotY) * (y - robotY);
            closer |= near && after < before ? 1 << slot : 0;
            collision |= after <= COLLISION_SQUARED;
        }
        floats[ROBOT_X] = robotX;
        floats[ROBOT_Y] = robotY;
        state.ints[CLOSER] = closer;
        boolean goal = robotX > CrowdRules.GOAL_X;
        out.set(CrowdRules.reward(collision, yell, goal), closer, goal);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return observation == nextState.ints[CLOSER] ? 0.0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double heuristicValue(State state) {
        return heuristic.value(state.floats[ROBOT_X]);
    }

    @Override
    public boolean heuristicIsShared() {
        return true;
    }

    @Override
    public int proposeAction(State state, RandomStream stream) {
        return ActionPrior.propose(state.floats, state.ints[CURIOUS], stream);
    }

    @Override
    public Optional<DeviceModel> deviceModel() {
        DeviceModel.Builder twin = DeviceModel.of(this)
                .define("REACTION_SQUARED", REACTION_SQUARED)
                .define("COLLISION_SQUARED", COLLISION_SQUARED)
                .define("ACT_BITS", ACT_BITS)
                .define("ACT_BELOW", ACT_BELOW)
                .define("NOISE_BITS", NormalTable.BITS)
                .define("NOISE_MASK", NormalTable.MASK)
                .table("noise", NOISE)
                .table("start", start)
                .table("valueBySteps", heuristic.table());
        CrowdRules.describe(twin);
        ActionPrior.describe(twin);
        return Optional.of(twin.file(CrowdNavModel.class, "crowdnav.cu").build());
    }

    @Override
    public String actionText(int action) {
        return ACTIONS[action];
    }

    @Override
    public String observationText(long observation) {
        StringBuilder text = new StringBuilder("closer:");
        for (int slot = 0; slot < CrowdRules.TRACKED; slot++) {
            text.append((observation >>> slot & 1) != 0 ? " " + slot : "");
        }
        return observation == 0 ? "closer: none" : text.toString();
    }
}
