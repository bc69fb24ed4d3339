package org.teleost.envs.lasertag;

import java.util.Arrays;
import org.teleost.envs.tag.Chase;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** LaserTag on a given map; the package description is the exact definition. */
public final class LaserTag implements GenerativeModel {
    private static final int WIDTH = 11;
    private static final int HEIGHT = 7;
    private static final int OBSTACLES = 8;
    private static final int ROBOT = 0;
    private static final int TARGET = 1;

    private final String name;
    private final StateLayout layout = StateLayout.ofInts("robot", "target");
    private final Chase chase;
    private final LaserBeams beams;

    private LaserTag(String name, Chase chase) {
        this.name = name;
        this.chase = chase;
        beams = new LaserBeams(chase);
    }

    /** A map with eight obstacles drawn from the seed. */
    public LaserTag(long seed) {
        this("lasertag", new Chase(drawMap(seed), WIDTH));
    }

    /** The same, but robot and target may start in an obstacle. */
    public static LaserTag startingAnywhere(long seed) {
        return new LaserTag("lasertag-noisy", new Chase(drawMap(seed), WIDTH, true));
    }

    private static boolean[] drawMap(long seed) {
        boolean[] free = new boolean[WIDTH * HEIGHT];
        Arrays.fill(free, true);
        RandomStream stream = new RandomStream(seed);
        for (int left = OBSTACLES; left > 0; ) {
            int place = stream.nextInt(free.length);
            left -= free[place] ? 1 : 0;
            free[place] = false;
        }
        return free;
    }

    /** The map. */
    Chase map() {
        return chase;
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
        return Chase.ACTIONS;
    }

    @Override
    public long observationCount() {
        return KEYED_OBSERVATIONS;
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
            out.set(Chase.TAG_REWARD, LaserBeams.SAME_CELL, true);
            return;
        }
        if (action != Chase.TAG) {
            state.ints[ROBOT] = chase.next(robot, action);
        }
        state.ints[TARGET] = chase.flee(target, robot, stream);
        double reward = action == Chase.TAG ? Chase.MISS_REWARD : Chase.MOVE_REWARD;
        out.set(reward, beams.read(state.ints[ROBOT], state.ints[TARGET], stream), false);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return beams.logLikelihood(observation, nextState.ints[ROBOT], nextState.ints[TARGET]);
    }

    @Override
    public String actionText(int action) {
        return Chase.actionText(action);
    }

    @Override
    public String observationText(long observation) {
        if (observation == LaserBeams.SAME_CELL) {
            return "target-here";
        }
        StringBuilder text = new StringBuilder("beams");
        for (int beam = 0; beam < LaserBeams.BEAMS; beam++) {
            text.append(' ').append(LaserBeams.reading(observation, beam));
        }
        return text.toString();
    }

    @Override
    public String stateText(State state) {
        return "robot=" + chase.cellText(state.ints[ROBOT]) + " target=" + chase.cellText(state.ints[TARGET]);
    }
}
