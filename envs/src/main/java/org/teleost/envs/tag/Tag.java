package org.teleost.envs.tag;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** The Tag problem; the package description is the exact definition. */
public final class Tag implements GenerativeModel {
    private static final int CELLS = 29;

    /** The observation that the target is in the robot's cell; those below it are the robot's cell. */
    public static final int TOGETHER = CELLS;

    private static final double DISCOUNT = 0.95;
    private static final int WIDTH = 10;
    private static final int HEIGHT = 5;
    private static final int ROWS_OF_TEN = 2;
    private static final int BLOCK_FROM = 5;
    private static final int BLOCK_TO = 7;
    private static final int ROBOT = 0;
    private static final int TARGET = 1;

    private final StateLayout layout = StateLayout.ofInts("robot", "target");
    private final Chase floor = new Chase(free(), WIDTH);

    private static boolean[] free() {
        boolean[] free = new boolean[WIDTH * HEIGHT];
        for (int place = 0; place < free.length; place++) {
            int column = place % WIDTH;
            free[place] = place < ROWS_OF_TEN * WIDTH || column >= BLOCK_FROM && column <= BLOCK_TO;
        }
        return free;
    }

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
        return Chase.ACTIONS;
    }

    @Override
    public long observationCount() {
        return CELLS + 1;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[ROBOT] = stream.nextInt(CELLS);
        state.ints[TARGET] = stream.nextInt(CELLS);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int robot = state.ints[ROBOT];
        int target = state.ints[TARGET];
        if (action == Chase.TAG && robot == target) {
            out.set(Chase.TAG_REWARD, TOGETHER, true);
            return;
        }
        state.ints[ROBOT] = action == Chase.TAG ? robot : floor.next(robot, action);
        state.ints[TARGET] = floor.flee(target, robot, stream);
        out.set(action == Chase.TAG ? Chase.MISS_REWARD : Chase.MOVE_REWARD, seen(state), false);
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
        return Chase.actionText(action);
    }

    @Override
    public String observationText(long observation) {
        return observation == TOGETHER ? "target-here" : "robot-at-" + floor.cellText((int) observation);
    }

    @Override
    public String stateText(State state) {
        return "robot=" + floor.cellText(state.ints[ROBOT]) + " target=" + floor.cellText(state.ints[TARGET]);
    }
}
