package org.teleost.envs.pushbox;

import java.util.List;
import org.teleost.envs.noise.TruncatedNormal;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** Pushbox; the package description is the exact definition. */
public final class Pushbox implements GenerativeModel {
    private static final double DISCOUNT = 0.95;
    private static final double MOVE_REWARD = -10.0;
    private static final double GOAL_REWARD = 1000.0;
    private static final double COLLISION_REWARD = -1000.0;
    private static final double PUSH = 5.0;
    private static final double CONTACT = 1.0;
    private static final double BEYOND = 0.5;
    private static final double GOAL_RADIUS = 0.5;
    private static final double[] GOAL = {8.5, 9.5, 0.0};
    private static final double[] ROBOT_START = {5.5, 9.5, 0.0};
    private static final double[] BOX_START = {5.5, 5.5, 0.0};
    private static final TruncatedNormal START = new TruncatedNormal(0.0, 2.0);
    private static final int PUSHED = 0;

    private final int dimensions;
    private final String name;
    private final StateLayout layout;
    private final TruncatedNormal speedNoise;
    private final TruncatedNormal placeNoise;

    /** The problem in two or three dimensions. */
    public Pushbox(int dimensions) {
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException("dimensions=" + dimensions + "; Pushbox has 2 or 3");
        }
        this.dimensions = dimensions;
        boolean flat = dimensions == 2;
        name = flat ? "pushbox-2d" : "pushbox-3d";
        double deviation = flat ? 0.1 : 0.05;
        speedNoise = new TruncatedNormal(1.0, deviation);
        placeNoise = new TruncatedNormal(0.0, deviation);
        ActionBox box = ActionBox.of("dx", -1.0, 1.0).and("dy", -1.0, 1.0);
        List<String> lanes = flat
                ? List.of("robotX", "robotY", "boxX", "boxY")
                : List.of("robotX", "robotY", "robotZ", "boxX", "boxY", "boxZ");
        layout = new StateLayout(List.of("pushed"), lanes, List.of(), flat ? box : box.and("dz", -1.0, 1.0));
    }

    @Override
    public String name() {
        return name;
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
        return dimensions == 2 ? 2L * Bearings.COUNT : 2L * Bearings.COUNT * Bearings.COUNT;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        for (int axis = 0; axis < dimensions; axis++) {
            state.floats[axis] = (float) ROBOT_START[axis];
            double noise = axis < 2 ? START.draw(stream) : 0.0;
            state.floats[dimensions + axis] = (float) (BOX_START[axis] + noise);
        }
        state.ints[PUSHED] = 0;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        state.ints[PUSHED] = push(state, stream) ? 1 : 0;
        for (int axis = 0; axis < dimensions; axis++) {
            state.floats[axis] += state.action[axis];
        }
        boolean goal = inGoal(state);
        boolean collision = Room.isWall(state.floats[0], state.floats[1])
                || Room.isWall(state.floats[dimensions], state.floats[dimensions + 1])
                || squareDistance(state) < CONTACT * CONTACT;
        double reward = MOVE_REWARD + (goal ? GOAL_REWARD : 0.0) + (collision ? COLLISION_REWARD : 0.0);
        boolean over = goal || collision;
        out.set(reward, over ? 0 : observe(state, stream), over);
    }

    /** Moves the box if the robot meets it on its way. */
    private boolean push(State state, RandomStream stream) {
        float[] lanes = state.floats;
        float[] move = state.action;
        double speedSquare = 0.0;
        double towards = 0.0;
        for (int axis = 0; axis < dimensions; axis++) {
            speedSquare += move[axis] * move[axis];
            towards += (lanes[dimensions + axis] - lanes[axis]) * move[axis];
        }
        if (speedSquare == 0.0) {
            return false;
        }
        // |robot + t move - box| = 1 at t = nearest -+ half chord; only coming nearer counts
        double nearest = towards / speedSquare;
        double off = squareDistance(state) - nearest * nearest * speedSquare;
        double contact = nearest - Math.sqrt(Math.max(0.0, CONTACT - off) / speedSquare);
        if (off >= CONTACT || contact < 0.0 || contact > 1.0) {
            return false;
        }
        double along = towards - contact * speedSquare;
        double speed = PUSH * along * speedNoise.draw(stream);
        for (int axis = 0; axis < dimensions; axis++) {
            double direction = lanes[dimensions + axis] - lanes[axis] - contact * move[axis];
            lanes[dimensions + axis] += (float) (speed * (direction + placeNoise.draw(stream)));
        }
        return true;
    }

    private double squareDistance(State state) {
        double sum = 0.0;
        for (int axis = 0; axis < dimensions; axis++) {
            double difference = state.floats[dimensions + axis] - state.floats[axis];
            sum += difference * difference;
        }
        return sum;
    }

    private boolean inGoal(State state) {
        if (dimensions == 2) {
            return Room.isGoal(state.floats[2], state.floats[3]);
        }
        double sum = 0.0;
        for (int axis = 0; axis < dimensions; axis++) {
            double difference = state.floats[dimensions + axis] - GOAL[axis];
            sum += difference * difference;
        }
        return sum <= GOAL_RADIUS * GOAL_RADIUS;
    }

    private double offset(State state, int axis) {
        return state.floats[dimensions + axis] - state.floats[axis];
    }

    private long observe(State state, RandomStream stream) {
        long seen = Bearings.draw(offset(state, 0), offset(state, 1), stream);
        if (dimensions == 3) {
            seen = seen * Bearings.COUNT + Bearings.draw(offset(state, 1), offset(state, 2), stream);
        }
        return 2 * seen + state.ints[PUSHED];
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        if ((observation & 1) != nextState.ints[PUSHED]) {
            return Double.NEGATIVE_INFINITY;
        }
        int seen = (int) (observation >> 1);
        if (dimensions == 2) {
            return Math.log(Bearings.probability(seen, offset(nextState, 0), offset(nextState, 1)));
        }
        double flat = Bearings.probability(seen / Bearings.COUNT, offset(nextState, 0), offset(nextState, 1));
        double upright = Bearings.probability(seen % Bearings.COUNT, offset(nextState, 1), offset(nextState, 2));
        return Math.log(flat * upright);
    }

    @Override
    public double heuristicValue(State state) {
        double boxToGoal = 0.0;
        for (int axis = 0; axis < dimensions; axis++) {
            double difference = state.floats[dimensions + axis] - GOAL[axis];
            boxToGoal += difference * difference;
        }
        boxToGoal = Math.sqrt(boxToGoal);
        double beyond = boxToGoal > 0.0 ? BEYOND / boxToGoal : 0.0;
        double robotToThere = 0.0;
        for (int axis = 0; axis < dimensions; axis++) {
            double there = state.floats[dimensions + axis] * (1.0 + beyond) - GOAL[axis] * beyond;
            robotToThere += (there - state.floats[axis]) * (there - state.floats[axis]);
        }
        double distance = Math.sqrt(robotToThere) + boxToGoal + (boxToGoal > 0.0 ? BEYOND : 0.0);
        double left = Math.exp(distance * Math.log(DISCOUNT));
        return MOVE_REWARD * (1.0 - DISCOUNT * left) / (1.0 - DISCOUNT) + left * GOAL_REWARD;
    }

    @Override
    public String observationText(long observation) {
        int seen = (int) (observation >> 1);
        String bearing = dimensions == 2
                ? "bearing-" + 30 * seen
                : "bearings-" + 30 * (seen / Bearings.COUNT) + "-" + 30 * (seen % Bearings.COUNT);
        return (observation & 1) == 1 ? bearing + " pushed" : bearing;
    }
}
