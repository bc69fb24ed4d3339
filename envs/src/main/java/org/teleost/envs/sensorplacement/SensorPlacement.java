package org.teleost.envs.sensorplacement;

import java.util.ArrayList;
import java.util.List;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** SensorPlacement; the package description is the exact definition. */
public final class SensorPlacement implements GenerativeModel {
    private static final double DISCOUNT = 0.95;
    private static final double STEP_REWARD = -1.0;
    private static final double GOAL_REWARD = 1000.0;
    private static final double COLLISION_REWARD = -500.0;
    private static final double START_NOISE = 0.075;
    private static final double[] START = {0.0, -1.57, 1.57};
    private static final double MOST_TURN = 0.5;
    private static final double WALL_BEFORE_END = 0.775;
    private static final double GOAL_Z = 1.5;
    private static final double GOAL_RADIUS = 0.15;
    private static final double TOUCH = 0.15;
    private static final double BEHIND = 0.1;

    private final int joints;
    private final double wall;
    private final Arm arm;
    private final StateLayout layout;

    /** An arm of 6 to 12 joints. */
    public SensorPlacement(int joints) {
        if (joints < 6 || joints > 12) {
            throw new IllegalArgumentException("joints=" + joints + "; SensorPlacement has 6 to 12");
        }
        this.joints = joints;
        wall = joints - WALL_BEFORE_END;
        arm = new Arm(joints);
        List<String> lanes = new ArrayList<>();
        ActionBox box = ActionBox.NONE;
        for (int joint = 1; joint <= joints; joint++) {
            lanes.add("joint" + joint);
            box = box.and("turn" + joint, -MOST_TURN, MOST_TURN);
        }
        lanes.addAll(List.of("endX", "endY", "endZ"));
        layout = new StateLayout(List.of(), lanes, List.of(), box);
    }

    @Override
    public String name() {
        return "sensor-placement-" + joints;
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
        return 5;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        for (int joint = 0; joint < joints; joint++) {
            double angle = joint < START.length ? START[joint] : 0.0;
            state.floats[joint] = (float) (angle + START_NOISE * (2.0 * stream.nextDouble() - 1.0));
        }
        arm.place(state.floats);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        for (int joint = 0; joint < joints; joint++) {
            state.floats[joint] += state.action[joint];
        }
        arm.place(state.floats);
        boolean collision = state.floats[joints] > wall + BEHIND;
        boolean goal = !collision && distance(state) <= GOAL_RADIUS;
        double reward = STEP_REWARD + (collision ? COLLISION_REWARD : goal ? GOAL_REWARD : 0.0);
        out.set(reward, quadrant(state), collision || goal);
    }

    private double distance(State state) {
        double dx = state.floats[joints] - wall;
        double dy = state.floats[joints + 1];
        double dz = state.floats[joints + 2] - GOAL_Z;
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private int quadrant(State state) {
        if (Math.abs(state.floats[joints] - wall) >= TOUCH) {
            return 0;
        }
        return (state.floats[joints + 1] < 0.0f ? 1 : 3) + (state.floats[joints + 2] > GOAL_Z ? 0 : 1);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return observation == quadrant(nextState) ? 0.0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double heuristicValue(State state) {
        double left = Math.exp(distance(state) * Math.log(DISCOUNT));
        return STEP_REWARD * (1.0 - left) / (1.0 - DISCOUNT) + GOAL_REWARD * left / DISCOUNT;
    }

    @Override
    public String observationText(long observation) {
        return List.of("free", "touch-right-above", "touch-right-below", "touch-left-above", "touch-left-below")
                .get((int) observation);
    }
}
