package org.teleost.envs.tag;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** The Tag problem; the package description is the exact definition. */
public final class Tag implements GenerativeModel {
    private static final int WIDTH = 10;
    private static final int ROBOT = 0;
    private static final int TARGET = 1;

    private final Chase chase = new Chase(free(), WIDTH);
    private final StateLayout layout = StateLayout.ofInts("robot", "target");

    private static boolean[] free() {
        boolean[] free = new boolean[WIDTH * 5];
        for (int place = 0; place < free.length; place++) {
            int x = place % WIDTH;
            free[place] = place < 2 * WIDTH || x >= 5 && x <= 7;
        }
        return free;
    }

    /** The map. */
    public Chase map() {
        return chase;
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

    /** The robot's cell, or one more for the target on it. */
    @Override
    public long observationCount() {
        return chase.cells + 1L;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[ROBOT] = stream.nextInt(chase.cells);
        state.ints[TARGET] = stream.nextInt(chase.cells);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int robot = state.ints[ROBOT];
        int target = state.ints[TARGET];
        if (action == Chase.TAG && robot == target) {
            out.set(Chase.TAG_REWARD, chase.cells, true);
            return;
        }
        if (action != Chase.TAG) {
            state.ints[ROBOT] = chase.next(robot, action);
        }
        state.ints[TARGET] = chase.flee(target, robot, stream);
        out.set(action == Chase.TAG ? Chase.MISS_REWARD : Chase.MOVE_REWARD, seen(state), false);
    }

    private long seen(State state) {
        return state.ints[ROBOT] == state.ints[TARGET] ? chase.cells : state.ints[ROBOT];
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
        return observation == chase.cells ? "target-here" : "at " + chase.cellText((int) observation);
    }

    @Override
    public String stateText(State state) {
        return "robot=" + chase.cellText(state.ints[ROBOT]) + " target=" + chase.cellText(state.ints[TARGET]);
    }
}
