package org.teleost.envs.navigation;

import java.util.Arrays;
import java.util.Optional;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * The navigation problem of this package as a simulator. Lanes: the robot's bit position, 7 words of obstacles and 7
 * words of cells that the particle's own trajectory has been next to (see {@link Grid} for the layout).
 */
public final class NavigationModel implements GenerativeModel {
    static final int ROBOT = 0;
    static final int MAP = 1;
    static final int SEEN = MAP + Grid.WORDS;
    static final int STAY = 8;
    static final int STEPS = 60;
    static final double DISCOUNT = 0.983;
    static final double STAY_PUT_PROBABILITY = 0.03;
    static final double MOVE_REWARD = -0.1;
    static final double STAY_REWARD = -0.2;
    static final double BLOCKED_REWARD = -1.0;
    static final double GOAL_REWARD = 20.0;

    private static final String[] ACTIONS = {"NW", "N", "NE", "W", "E", "SW", "S", "SE", "STAY"};

    private static final StateLayout LAYOUT = StateLayout.ofInts(
            "robot", "map0", "map1", "map2", "map3", "map4", "map5", "map6", "seen0", "seen1", "seen2", "seen3",
            "seen4", "seen5", "seen6");

    private final MapPrior prior;
    private final PathHeuristic heuristic = new PathHeuristic(DISCOUNT, STEPS);

    NavigationModel(MapPrior prior) {
        this.prior = prior;
    }

    @Override
    public String name() {
        return "navigation";
    }

    @Override
    public StateLayout layout() {
        return LAYOUT;
    }

    @Override
    public int actionCount() {
        return ACTIONS.length;
    }

    @Override
    public long observationCount() {
        return 256;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        int[] lanes = state.ints;
        int free;
        do {
            Arrays.fill(lanes, SEEN, SEEN + Grid.WORDS, 0);
            prior.redrawUnseen(lanes, MAP, SEEN, stream);
            free = Grid.ROW_0 & ~lanes[MAP];
        } while (free == 0);
        // the start: one of the free cells of row 0
        for (int skip = stream.nextInt(Integer.bitCount(free)); skip > 0; skip--) {
            free &= free - 1;
        }
        lanes[ROBOT] = Integer.numberOfTrailingZeros(free);
        Grid.mark(lanes, SEEN, lanes[ROBOT]);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int[] lanes = state.ints;
        int robot = lanes[ROBOT];
        double reward;
        if (action == STAY) {
            reward = STAY_REWARD;
        } else if (((Grid.neighbours(lanes, MAP, robot) | Grid.outside(robot)) >>> action & 1) != 0) {
            reward = BLOCKED_REWARD;
        } else {
            reward = MOVE_REWARD;
            if (stream.nextDouble() >= STAY_PUT_PROBABILITY) {
                robot += Grid.offset(action);
                lanes[ROBOT] = robot;
            }
        }
        Grid.markBlock(lanes, SEEN, robot);
        boolean goal = robot == MapPrior.GOAL;
        int observation = Grid.neighbours(lanes, MAP, robot) ^ NeighbourSensor.flips(stream.nextDouble());
        out.set(goal ? GOAL_REWARD : reward, observation, goal);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return NeighbourSensor.logLikelihood(observation, Grid.neighbours(nextState.ints, MAP, nextState.ints[ROBOT]));
    }

    @Override
    public double heuristicValue(State state) {
        return heuristic.value(state.ints);
    }

    @Override
    public int proposeAction(State state, RandomStream stream) {
        return heuristic.propose(state.ints, stream);
    }

    /**
     * Redraws the cells that the particle's trajectory has never been next to: given the trajectory, neither a move nor
     * an observation depended on them, so this is a draw from their conditional distribution. Row 0 also decided where
     * the start could be, P(start | map) = 1 / (free cells of row 0), so its redraw is a Metropolis-Hastings step.
     */
    @Override
    public boolean rejuvenate(State state, RandomStream stream) {
        int[] lanes = state.ints;
        int before = lanes[MAP] & Grid.ROW_0;
        prior.redrawUnseen(lanes, MAP, SEEN, stream);
        int after = lanes[MAP] & Grid.ROW_0;
        int freeBefore = Grid.SIZE - Integer.bitCount(before);
        int freeAfter = Grid.SIZE - Integer.bitCount(after);
        if (freeAfter > freeBefore && stream.nextDouble() * freeAfter >= freeBefore) {
            lanes[MAP] = lanes[MAP] & ~Grid.ROW_0 | before;
        }
        return true;
    }

    @Override
    public Optional<DeviceModel> deviceModel() {
        DeviceModel.Builder twin = DeviceModel.of(this)
                .define("STAY_PUT_PROBABILITY", STAY_PUT_PROBABILITY)
                .define("MOVE_REWARD", MOVE_REWARD)
                .define("STAY_REWARD", STAY_REWARD)
                .define("BLOCKED_REWARD", BLOCKED_REWARD)
                .define("GOAL_REWARD", GOAL_REWARD);
        Grid.describe(twin);
        prior.describe(twin);
        ShortestPath.describe(twin);
        NeighbourSensor.describe(twin);
        heuristic.describe(twin);
        return Optional.of(twin.file(NavigationModel.class, "navigation.cu").build());
    }

    /** The prior that worlds and particles are drawn from. */
    MapPrior prior() {
        return prior;
    }

    /** Row of the robot. */
    public static int robotRow(State state) {
        return Grid.row(state.ints[ROBOT]);
    }

    /** Column of the robot. */
    public static int robotColumn(State state) {
        return Grid.column(state.ints[ROBOT]);
    }

    /** Whether the state's map has an obstacle in this cell. */
    public static boolean isObstacle(State state, int row, int column) {
        return Grid.isMarked(state.ints, MAP, Grid.position(row, column));
    }

    @Override
    public String actionText(int action) {
        return ACTIONS[action];
    }

    @Override
    public String observationText(long observation) {
        StringBuilder text = new StringBuilder("obstacle:");
        for (int i = 0; i < STAY; i++) {
            if ((observation >>> i & 1) != 0) {
                text.append(' ').append(ACTIONS[i]);
            }
        }
        return observation == 0 ? "obstacle: none" : text.toString();
    }

    @Override
    public String stateText(State state) {
        return "row=" + robotRow(state) + " column=" + robotColumn(state) + " gate="
                + MapPrior.GATE_COLUMNS[MapPrior.openGate(state.ints, MAP)];
    }
}
