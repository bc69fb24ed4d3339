package org.teleost.envs.tag;

import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** The Tag problem; the package description is the exact definition. */
public final class Tag implements GenerativeModel {
    /** The last action; the four before it are the moves N, S, E, W. */
    public static final int TAG = 4;

    /** The observation that the target is in the robot's cell; those below it are the robot's cell. */
    public static final int TOGETHER = Floor.CELLS;

    private static final double DISCOUNT = 0.95;
    private static final double MOVE_REWARD = -1.0;
    private static final double CATCH_REWARD = 10.0;
    private static final double MISS_REWARD = -10.0;
    private static final int ROBOT = 0;
    private static final int TARGET = 1;

    private final StateLayout layout = StateLayout.ofInts("robot", "target");
    private final Floor floor = new Floor();

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return 5;
    }

    @Override
    public long observationCount() {
        return Floor.CELLS + 1;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[ROBOT] = stream.nextInt(Floor.CELLS);
        state.ints[TARGET] = stream.nextInt(Floor.CELLS);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int robot = state.ints[ROBOT];
        int target = state.ints[TARGET];
        if (action == TAG && robot == target) {
            out.set(CATCH_REWARD, TOGETHER, true);
            return;
        }
        state.ints[ROBOT] = action == TAG ? robot : floor.next(robot, action);
        state.ints[TARGET] = floor.flee(target, robot, stream);
        out.set(action == TAG ? MISS_REWARD : MOVE_REWARD, seen(state), false);
    }

    private static int seen(State state) {
        return state.ints[ROBOT] == state.ints[TARGET] ? TOGETHER : state.ints[ROBOT];
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return observation == seen(nextState) ? 0.0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public String actionText(int action) {
        return List.of("north", "south", "east", "west", "tag").get(action);
    }

    @Override
    public String observationText(long observation) {
        return observation == TOGETHER ? "target-here" : "robot-at-" + floor.text((int) observation);
    }

    @Override
    public String stateText(State state) {
        return "robot=" + floor.text(state.ints[ROBOT]) + " target=" + floor.text(state.ints[TARGET]);
    }
}
