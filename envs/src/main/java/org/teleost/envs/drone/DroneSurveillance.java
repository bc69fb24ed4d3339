package org.teleost.envs.drone;

import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** Drone surveillance; the package description is the exact definition. */
public final class DroneSurveillance implements GenerativeModel {
    static final int SIZE = 5;
    static final int REGION_A = 0;
    static final int REGION_B = SIZE * SIZE - 1;

    private static final double DISCOUNT = 0.95;
    private static final int VIEW = 2;
    private static final int MOVES = 5;
    private static final int[] DX = {0, 1, 0, -1, 0};
    private static final int[] DY = {1, 0, -1, 0, 0};
    private static final int BELOW = 4;
    private static final int OUT_OF_VIEW = 5;
    private static final int DRONE = 0;
    private static final int AGENT = 1;

    private final StateLayout layout = StateLayout.ofInts("drone", "agent");

    @Override
    public String name() {
        return "drone-surveillance";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return MOVES;
    }

    @Override
    public long observationCount() {
        return OUT_OF_VIEW + 1;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        // the cells with x < VIEW and y < VIEW are left out
        int index = stream.nextInt(SIZE * SIZE - VIEW * VIEW);
        int lower = (SIZE - VIEW) * VIEW;
        state.ints[DRONE] = REGION_A;
        state.ints[AGENT] = index < lower
                ? index / (SIZE - VIEW) * SIZE + VIEW + index % (SIZE - VIEW)
                : VIEW * SIZE + index - lower;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int drone = state.ints[DRONE];
        int agent = state.ints[AGENT];
        boolean met = drone == agent;
        double reward = met ? -1.0 : drone == REGION_B ? 1.0 : 0.0;
        int next = neighbour(drone, action);
        if (met || next < 0) {
            out.set(reward, OUT_OF_VIEW, true);
            return;
        }
        state.ints[DRONE] = next;
        state.ints[AGENT] = wander(agent, stream);
        out.set(reward, see(state, stream), false);
    }

    private static int neighbour(int cell, int move) {
        int x = cell % SIZE + DX[move];
        int y = cell / SIZE + DY[move];
        return x >= 0 && x < SIZE && y >= 0 && y < SIZE ? y * SIZE + x : -1;
    }

    private static boolean mayEnter(int cell) {
        return cell >= 0 && cell != REGION_A && cell != REGION_B;
    }

    private static int wander(int agent, RandomStream stream) {
        int count = 0;
        for (int move = 0; move < MOVES; move++) {
            count += mayEnter(neighbour(agent, move)) ? 1 : 0;
        }
        int chosen = stream.nextInt(count);
        int move = -1;
        while (chosen >= 0) {
            move++;
            chosen -= mayEnter(neighbour(agent, move)) ? 1 : 0;
        }
        return neighbour(agent, move);
    }

    private static int see(State state, RandomStream stream) {
        int dx = state.ints[AGENT] % SIZE - state.ints[DRONE] % SIZE;
        int dy = state.ints[AGENT] / SIZE - state.ints[DRONE] / SIZE;
        if (Math.abs(dx) > 1 || Math.abs(dy) > 1) {
            return OUT_OF_VIEW;
        }
        if (dx == 0 && dy == 0) {
            return BELOW;
        }
        boolean east = dx == 0 ? stream.nextBoolean(0.5) : dx > 0;
        boolean north = dy == 0 ? stream.nextBoolean(0.5) : dy > 0;
        return north ? east ? 2 : 1 : east ? 3 : 0;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int dx = nextState.ints[AGENT] % SIZE - nextState.ints[DRONE] % SIZE;
        int dy = nextState.ints[AGENT] / SIZE - nextState.ints[DRONE] / SIZE;
        return Math.log(probability((int) observation, dx, dy));
    }

    private static double probability(int observation, int dx, int dy) {
        boolean outside = Math.abs(dx) > 1 || Math.abs(dy) > 1;
        boolean below = dx == 0 && dy == 0;
        if (outside || below) {
            return observation == (outside ? OUT_OF_VIEW : BELOW) ? 1.0 : 0.0;
        }
        if (observation >= BELOW) {
            return 0.0;
        }
        boolean east = observation >= 2;
        boolean north = observation == 1 || observation == 2;
        double alongX = dx == 0 ? 0.5 : east == dx > 0 ? 1.0 : 0.0;
        double alongY = dy == 0 ? 0.5 : north == dy > 0 ? 1.0 : 0.0;
        return alongX * alongY;
    }

    @Override
    public String actionText(int action) {
        return List.of("north", "east", "south", "west", "hover").get(action);
    }

    @Override
    public String observationText(long observation) {
        return List.of("SW", "NW", "NE", "SE", "below", "out-of-view").get((int) observation);
    }
}
