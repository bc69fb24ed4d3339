package org.teleost.envs.roomba;

import java.util.List;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** Roomba; the package description is the exact definition. */
public final class Roomba implements GenerativeModel {
    /** Coordinates of an action. */
    static final int SPEED = 0;

    static final int TURN = 1;

    static final int X = 0;
    static final int Y = 1;
    static final int HEADING = 2;
    private static final int TOUCHES = 0;

    private static final double DURATION = 0.5;
    private static final double STEP_REWARD = -0.1;
    private static final double TOUCH_REWARD = -1.0;
    private static final double GOAL_REWARD = 10.0;
    private static final double STAIRS_REWARD = -10.0;

    private final StateLayout layout;

    public Roomba() {
        ActionBox box = ActionBox.of("speed", 0.0, 2.0).and("turn", -1.0, 1.0);
        layout = new StateLayout(List.of("touches"), List.of("x", "y", "heading"), List.of(), box);
    }

    @Override
    public String name() {
        return "roomba";
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
        Floor.place(state.floats, stream);
        state.floats[HEADING] = (float) (Math.PI * (2.0 * stream.nextDouble() - 1.0));
        state.ints[TOUCHES] = 0;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        double heading = state.floats[HEADING] + DURATION * state.action[TURN];
        Floor.advance(state.floats, Math.cos(heading), Math.sin(heading), DURATION * state.action[SPEED]);
        state.floats[HEADING] = (float) Math.IEEEremainder(heading, 2.0 * Math.PI);
        boolean touched = state.ints[TOUCHES] == 1;
        boolean touches = Floor.touches(state.floats);
        state.ints[TOUCHES] = touches ? 1 : 0;
        boolean goal = Floor.atGoal(state.floats);
        boolean stairs = !goal && Floor.onStairs(state.floats);
        double reward = STEP_REWARD + (touches && !touched ? TOUCH_REWARD : 0.0);
        reward += goal ? GOAL_REWARD : stairs ? STAIRS_REWARD : 0.0;
        out.set(reward, state.ints[TOUCHES], goal || stairs);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return observation == nextState.ints[TOUCHES] ? 0.0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public String observationText(long observation) {
        return observation == 1 ? "bump" : "free";
    }
}
