package org.teleost.envs.pocman;

import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** Pocman; the package description is the exact definition. */
public final class Pocman implements GenerativeModel {
    static final int GHOSTS = 4;

    /** Lanes; food lanes hold a bit per place. */
    static final int PLACE = 0;

    static final int POWER = 1;
    static final int FOOD_LEFT = 2;
    static final int ATE = 3;
    static final int GHOST = 4;
    static final int FOOD = GHOST + GHOSTS;

    private static final double FOOD_PROBABILITY = 0.5;
    private static final int POWER_STEPS = 15;
    private static final double STEP_REWARD = -1.0;
    private static final double WALL_REWARD = -25.0;
    private static final double FOOD_REWARD = 10.0;
    private static final double GHOST_REWARD = 25.0;
    private static final double DEATH_REWARD = -100.0;
    private static final double CLEAR_REWARD = 1000.0;
    private static final int SMELL = 1 << 8;

    /** A float holds 24 bits exactly. */
    private static final int HISTORY_BITS = 24;

    private final StateLayout layout = new StateLayout(
            List.of(
                    "place",
                    "power",
                    "foodLeft",
                    "ate",
                    "ghost0",
                    "ghost1",
                    "ghost2",
                    "ghost3",
                    "food0",
                    "food1",
                    "food2",
                    "food3",
                    "food4"),
            List.of(),
            List.of("smelled0", "smelled1", "smelled2", "smelled3", "smelled4", "smelled5", "smelled6"));
    private final Maze maze = new Maze();
    private final Ghosts ghosts = new Ghosts(maze);
    private final int home = maze.cell(8, 6);
    private final int den = maze.cell(8, 10);

    Maze maze() {
        return maze;
    }

    @Override
    public String name() {
        return "pocman";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return 4;
    }

    @Override
    public long observationCount() {
        return 1024;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        int[] lanes = state.ints;
        lanes[PLACE] = home;
        lanes[POWER] = 0;
        lanes[ATE] = 0;
        for (int ghost = 0; ghost < GHOSTS; ghost++) {
            lanes[GHOST + ghost] = Ghosts.at(maze.cell(8 + ghost % 2, 10 + ghost / 2));
        }
        lanes[FOOD_LEFT] = 0;
        for (int lane = 0; lane < Maze.FOOD_LANES; lane++) {
            lanes[FOOD + lane] = 0;
        }
        for (int place = 0; place < maze.foodPlaces; place++) {
            if (place < maze.pills || stream.nextBoolean(FOOD_PROBABILITY)) {
                lanes[FOOD + place / 32] |= 1 << place;
                lanes[FOOD_LEFT]++;
            }
        }
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int[] lanes = state.ints;
        double reward = STEP_REWARD;
        int to = maze.next(lanes[PLACE], action);
        if (to >= 0) {
            lanes[PLACE] = to;
        } else {
            reward += WALL_REWARD;
        }
        lanes[POWER] = Math.max(0, lanes[POWER] - 1);
        int met = moveGhosts(lanes, stream);
        if (met >= 0 && lanes[POWER] == 0) {
            out.set(reward + DEATH_REWARD, 0, true);
            return;
        }
        if (met >= 0) {
            reward += GHOST_REWARD;
            lanes[GHOST + met] = Ghosts.at(den);
        }
        boolean smells = smellsFood(lanes);
        lanes[ATE] = eat(lanes) ? 1 : 0;
        if (lanes[FOOD_LEFT] == 0) {
            out.set(reward + CLEAR_REWARD, 0, true);
            return;
        }
        out.set(reward + lanes[ATE] * FOOD_REWARD, noticed(lanes) | (smells ? SMELL : 0), false);
    }

    /** The last ghost that met pocman, -1 for none. */
    private int moveGhosts(int[] lanes, RandomStream stream) {
        int met = -1;
        int place = lanes[PLACE];
        for (int ghost = 0; ghost < GHOSTS; ghost++) {
            int before = lanes[GHOST + ghost];
            int after = ghosts.move(before, place, lanes[POWER] > 0, stream);
            lanes[GHOST + ghost] = after;
            met = Ghosts.cell(before) == place || Ghosts.cell(after) == place ? ghost : met;
        }
        return met;
    }

    private boolean eat(int[] lanes) {
        int food = maze.food[lanes[PLACE]];
        if (food < 0 || (lanes[FOOD + food / 32] >>> food & 1) == 0) {
            return false;
        }
        lanes[FOOD + food / 32] &= ~(1 << food);
        lanes[FOOD_LEFT]--;
        if (food < maze.pills) {
            lanes[POWER] = POWER_STEPS;
        }
        return true;
    }

    private boolean smellsFood(int[] lanes) {
        int row = Maze.FOOD_LANES * lanes[PLACE];
        int there = 0;
        for (int lane = 0; lane < Maze.FOOD_LANES; lane++) {
            there |= maze.smelled[row + lane] & lanes[FOOD + lane];
        }
        return there != 0;
    }

    private int noticed(int[] lanes) {
        int bits = maze.ways[lanes[PLACE]];
        for (int ghost = 0; ghost < GHOSTS; ghost++) {
            bits |= maze.noticed(lanes[PLACE], Ghosts.cell(lanes[GHOST + ghost]));
        }
        return bits;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int[] lanes = nextState.ints;
        boolean smelled = lanes[ATE] == 1 || smellsFood(lanes);
        return observation == (noticed(lanes) | (smelled ? SMELL : 0)) ? 0.0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public void initialHistory(State state) {
        for (int lane = 0; lane < state.history.length; lane++) {
            state.history[lane] = 0.0f;
        }
    }

    /** The lanes hold the food places that were ever near enough to be smelled: of all others nothing is known. */
    @Override
    public void updateHistory(State nextState, int action, long observation) {
        int row = Maze.FOOD_LANES * nextState.ints[PLACE];
        for (int lane = 0; lane < Maze.FOOD_LANES; lane++) {
            int near = maze.smelled[row + lane];
            while (near != 0) {
                int place = 32 * lane + Integer.numberOfTrailingZeros(near);
                near &= near - 1;
                int bits = (int) nextState.history[place / HISTORY_BITS];
                nextState.history[place / HISTORY_BITS] = bits | 1 << place % HISTORY_BITS;
            }
        }
    }

    /** Food that was never near is as likely there as not, whatever else has happened. */
    @Override
    public boolean rejuvenate(State state, RandomStream stream) {
        int[] lanes = state.ints;
        for (int place = maze.pills; place < maze.foodPlaces; place++) {
            boolean known = ((int) state.history[place / HISTORY_BITS] >> place % HISTORY_BITS & 1) == 1;
            if (known) {
                continue;
            }
            int there = lanes[FOOD + place / 32] >>> place & 1;
            if (stream.nextBoolean(FOOD_PROBABILITY) == (there == 1)) {
                continue;
            }
            // the level is never cleared by a redraw: an episode that goes on has food left
            if (there == 0 || lanes[FOOD_LEFT] > 1) {
                lanes[FOOD + place / 32] ^= 1 << place;
                lanes[FOOD_LEFT] += 1 - 2 * there;
            }
        }
        return true;
    }

    @Override
    public String actionText(int action) {
        return List.of("north", "east", "south", "west").get(action);
    }

    @Override
    public String observationText(long observation) {
        StringBuilder text = new StringBuilder();
        for (int direction = 0; direction < 4; direction++) {
            if ((observation >> direction & 1) == 1) {
                text.append("ghost-").append(actionText(direction)).append(' ');
            }
        }
        text.append("open-");
        for (int direction = 0; direction < 4; direction++) {
            text.append((observation >> direction + 4 & 1) == 1 ? "NESW".substring(direction, direction + 1) : "");
        }
        text.append((observation & SMELL) != 0 ? " smell" : "");
        return text.append((observation >> 9 & 1) == 1 ? " hear" : "").toString();
    }

    @Override
    public String stateText(State state) {
        int[] lanes = state.ints;
        StringBuilder text = new StringBuilder("pocman=").append(place(lanes[PLACE]));
        for (int ghost = 0; ghost < GHOSTS; ghost++) {
            text.append(" ghost=").append(place(Ghosts.cell(lanes[GHOST + ghost])));
        }
        return text.append(" food=")
                .append(lanes[FOOD_LEFT])
                .append(" power=")
                .append(lanes[POWER])
                .toString();
    }

    private String place(int cell) {
        return "(" + maze.x[cell] + "," + maze.y[cell] + ")";
    }
}
