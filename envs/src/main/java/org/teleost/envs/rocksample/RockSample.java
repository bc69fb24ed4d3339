package org.teleost.envs.rocksample;

import static org.teleost.envs.rocks.RockMap.PENALTY;
import static org.teleost.envs.rocks.RockMap.PRIZE;
import static org.teleost.envs.rocks.RockMap.SAMPLE;
import static org.teleost.envs.rocks.RockMap.SEEN_BAD;
import static org.teleost.envs.rocks.RockMap.SEEN_GOOD;
import static org.teleost.envs.rocks.RockMap.SEEN_NONE;
import static org.teleost.envs.rocks.RockMap.SENSE;

import java.util.Optional;
import org.teleost.envs.rocks.RockMap;
import org.teleost.envs.rocks.RockOdds;
import org.teleost.envs.rocks.RockTour;
import org.teleost.envs.rocks.RoverProposal;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** RockSample(n, k) on a given map; the package description is the exact definition. */
public final class RockSample implements GenerativeModel {
    /** Actions; SAMPLE is 4 and SENSE_i is 5 + i. */
    public static final int NORTH = 0;

    public static final int EAST = 1;
    public static final int SOUTH = 2;
    public static final int WEST = 3;

    /** gamma. */
    public static final double DISCOUNT = 0.95;

    /** The leaf value's policy; see {@link RockTour}. */
    public static final RockTour.Costs COSTS = new RockTour.Costs(0.1, 0.0, 12);

    private static final double STEP_COST = 0.3;
    private static final int CELL = 0;
    private static final int ROCKS = 1;
    private static final int ODDS = 1;
    private static final int ROVERS = 1;

    private final String name;
    private final RockMap map;
    private final RockTour tour;
    private final RoverProposal proposal;
    private final StateLayout layout;

    /** RockSample on a map with one rover and at most 32 rocks. */
    public RockSample(String name, RockMap map) {
        if (map.rovers() != ROVERS || map.rocks > 32) {
            throw new IllegalArgumentException(
                    "rovers=" + map.rovers() + " rocks=" + map.rocks + "; RockSample has 1 rover and at most 32 rocks");
        }
        this.name = name;
        this.map = map;
        tour = new RockTour(map, DISCOUNT, COSTS);
        proposal = new RoverProposal(map, DISCOUNT, STEP_COST);
        layout = StateLayout.ofInts("cell", "rocks").withHistory(RockOdds.laneNames(map.rocks, "knownCell"));
    }

    /** The geometry. */
    public RockMap map() {
        return map;
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
        return SENSE + map.rocks;
    }

    @Override
    public long observationCount() {
        return 3;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[CELL] = map.startCell(0);
        state.ints[ROCKS] = (int) (stream.nextLong() >>> 64 - map.rocks);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int cell = state.ints[CELL];
        if (action < SAMPLE) {
            int move = roverAction(action);
            int next = map.next(cell, move);
            state.ints[CELL] = next;
            out.set(map.moveReward(cell, move), SEEN_NONE, next == map.gone);
        } else if (action == SAMPLE) {
            int rock = map.rockAt(cell);
            double reward = rock < 0 ? PENALTY : isGood(state, rock) ? PRIZE : -PRIZE;
            if (rock >= 0) {
                state.ints[ROCKS] &= ~(1 << rock);
            }
            out.set(reward, SEEN_NONE, false);
        } else {
            int rock = action - SENSE;
            boolean right = stream.nextDouble() < map.accuracy(cell, rock);
            out.set(0.0, right == isGood(state, rock) ? SEEN_GOOD : SEEN_BAD, false);
        }
    }

    private static boolean isGood(State state, int rock) {
        return (state.ints[ROCKS] >>> rock & 1) != 0;
    }

    /** N, E, S, W here is E, N, S, W on the map; the exchange is its own inverse. */
    private static int roverAction(int action) {
        return action < 2 ? 1 - action : action;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        if (action < SENSE) {
            return observation == SEEN_NONE ? 0.0 : Double.NEGATIVE_INFINITY;
        }
        if (observation == SEEN_NONE) {
            return Double.NEGATIVE_INFINITY;
        }
        int rock = action - SENSE;
        boolean right = isGood(nextState, rock) == (observation == SEEN_GOOD);
        return map.logLikelihood(nextState.ints[CELL], rock, right);
    }

    @Override
    public double heuristicValue(State state) {
        return tour.value(state.history);
    }

    @Override
    public boolean heuristicIsShared() {
        return true;
    }

    @Override
    public int proposeAction(State state, RandomStream stream) {
        return roverAction(proposal.propose(state.ints[CELL], map.gone, state.history, stream));
    }

    /** Masks moves off the grid and samples where no rock is: they cost 100 and change nothing. */
    @Override
    public boolean isLegal(State state, int action) {
        return map.isLegal(state.ints[CELL], roverAction(action));
    }

    @Override
    public void initialHistory(State state) {
        RockOdds.initialise(map, state.history);
    }

    @Override
    public void updateHistory(State nextState, int action, long observation) {
        int cell = nextState.ints[CELL];
        nextState.history[CELL] = cell;
        if (action == SAMPLE) {
            RockOdds.sampled(map, nextState.history, ROVERS, cell);
        } else if (action >= SENSE) {
            RockOdds.sensed(map, nextState.history, ROVERS, cell, action - SENSE, observation == SEEN_GOOD);
        }
    }

    /** A reading that did not come says nothing. */
    @Override
    public void updateHistoryUnobserved(State nextState, int action, long simulated) {
        if (action < SENSE) {
            updateHistory(nextState, action, simulated);
        }
    }

    /** Redraws all rocks from their exact marginals. */
    @Override
    public boolean rejuvenate(State state, RandomStream stream) {
        RockOdds.redraw(map, state.history, ROVERS, state.ints, ROCKS, stream);
        return true;
    }

    @Override
    public Optional<DeviceModel> deviceModel() {
        DeviceModel.Builder twin = DeviceModel.of(this);
        map.describe(twin, ROCKS);
        tour.describe(twin);
        proposal.describe(twin);
        return Optional.of(twin.file(RockSample.class, "rocksample.cu").build());
    }

    /** Probability that the rock is good given the history. */
    public double marginal(State state, int rock) {
        return RockOdds.probability(state.history[ODDS + rock]);
    }

    @Override
    public String actionText(int action) {
        return RockMap.actionText(roverAction(action));
    }

    @Override
    public String observationText(long observation) {
        return RockMap.observationText((int) observation);
    }

    @Override
    public String stateText(State state) {
        int cell = state.ints[CELL];
        String where = cell == map.gone ? "gone" : "(" + cell % map.size + "," + cell / map.size + ")";
        StringBuilder text = new StringBuilder("rover=").append(where).append(" good=[");
        for (int rock = 0; rock < map.rocks; rock++) {
            text.append(isGood(state, rock) ? (text.charAt(text.length() - 1) == '[' ? "" : " ") + rock : "");
        }
        return text.append(']').toString();
    }
}
