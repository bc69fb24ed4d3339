package org.teleost.envs.mars;

import static org.teleost.envs.rocks.RockMap.PENALTY;
import static org.teleost.envs.rocks.RockMap.PRIZE;
import static org.teleost.envs.rocks.RockMap.SAMPLE;
import static org.teleost.envs.rocks.RockMap.SEEN_BAD;
import static org.teleost.envs.rocks.RockMap.SEEN_GOOD;
import static org.teleost.envs.rocks.RockMap.SEEN_NONE;
import static org.teleost.envs.rocks.RockMap.SENSE;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
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

/** MARS(n, k) on a given map with two rovers; the package description is the exact definition. */
public final class Mars implements GenerativeModel {
    /** gamma. */
    public static final double DISCOUNT = 0.983;

    /** The leaf value's policy; see {@link RockTour}. */
    public static final RockTour.Costs COSTS = new RockTour.Costs(0.5, 0.06, 12);

    private static final double STEP_COST = 1.0;
    private static final int ROVERS = 2;
    private static final int SEEN = 3;

    // int lane 0 holds both cells, rover 1 from bit 16 on; rock bits follow, 32 to a lane
    private static final int CELLS = 0;
    private static final int ROCKS = 1;
    private static final int SHIFT = 16;
    private static final int MASK = 0xFFFF;

    private final String name;
    private final RockMap map;
    private final int roverActions;
    private final LeafValue leafValue;
    private final RockTour tour;
    private final PublishedValue published;
    private final RoverProposal proposal;
    private final StateLayout layout;

    /** The model with the belief tour as leaf value. */
    public Mars(String name, RockMap map) {
        this(name, map, LeafValue.BELIEF_TOUR, COSTS);
    }

    /** The model with a chosen leaf value; {@code costs} shape the tour. */
    public Mars(String name, RockMap map, LeafValue leafValue, RockTour.Costs costs) {
        if (map.rovers() != ROVERS) {
            throw new IllegalArgumentException("rovers=" + map.rovers() + "; MARS has 2");
        }
        this.name = name;
        this.map = map;
        this.leafValue = leafValue;
        roverActions = SENSE + map.rocks;
        tour = new RockTour(map, DISCOUNT, costs);
        published = new PublishedValue(map, DISCOUNT);
        proposal = new RoverProposal(map, DISCOUNT, STEP_COST);
        String[] ints = new String[ROCKS + (map.rocks + 31) / 32];
        Arrays.setAll(ints, lane -> lane == CELLS ? "cells" : "rocks" + (lane - ROCKS));
        layout = StateLayout.ofInts(ints).withHistory(RockOdds.laneNames(map.rocks, "knownCell0", "knownCell1"));
    }

    /** The geometry. */
    public RockMap map() {
        return map;
    }

    /** Joint action of two rover actions. */
    public int jointAction(int action0, int action1) {
        return action0 * roverActions + action1;
    }

    /** Cell of a rover; {@link RockMap#gone} after its exit. */
    public static int cell(State state, int rover) {
        return rover == 0 ? state.ints[CELLS] & MASK : state.ints[CELLS] >>> SHIFT;
    }

    /** Whether the rock is good in this particle. */
    public static boolean isGood(State state, int rock) {
        return (state.ints[ROCKS + (rock >>> 5)] >>> rock & 1) != 0;
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
        return roverActions * roverActions;
    }

    @Override
    public int[] actionFactors() {
        return new int[] {roverActions, roverActions};
    }

    @Override
    public long observationCount() {
        return SEEN * SEEN;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[CELLS] = map.startCell(0) | map.startCell(1) << SHIFT;
        for (int first = 0; first < map.rocks; first += 32) {
            int count = Math.min(32, map.rocks - first);
            state.ints[ROCKS + (first >>> 5)] = (int) (stream.nextLong() >>> 64 - count);
        }
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int action0 = action / roverActions;
        int action1 = action - action0 * roverActions;
        int cell0 = cell(state, 0);
        int cell1 = cell(state, 1);
        double reward = 0.0;

        // moves
        if (action0 < SAMPLE) {
            reward += map.moveReward(cell0, action0);
            cell0 = map.next(cell0, action0);
        }
        if (action1 < SAMPLE) {
            reward += map.moveReward(cell1, action1);
            cell1 = map.next(cell1, action1);
        }
        state.ints[CELLS] = cell0 | cell1 << SHIFT;

        // samples, rover 0 first
        if (action0 == SAMPLE) {
            reward += sample(state, cell0);
        }
        if (action1 == SAMPLE) {
            reward += sample(state, cell1);
        }

        // senses, on the rocks as they are now
        int seen0 = action0 < SENSE ? SEEN_NONE : sense(state, cell0, action0 - SENSE, stream);
        int seen1 = action1 < SENSE ? SEEN_NONE : sense(state, cell1, action1 - SENSE, stream);
        out.set(reward, seen0 * SEEN + seen1, cell0 == map.gone && cell1 == map.gone);
    }

    private double sample(State state, int cell) {
        int rock = map.rockAt(cell);
        if (rock < 0) {
            return cell == map.gone ? 0.0 : PENALTY;
        }
        double reward = isGood(state, rock) ? PRIZE : -PRIZE;
        state.ints[ROCKS + (rock >>> 5)] &= ~(1 << rock);
        return reward;
    }

    private int sense(State state, int cell, int rock, RandomStream stream) {
        if (cell == map.gone) {
            return SEEN_NONE;
        }
        boolean right = stream.nextDouble() < map.accuracy(cell, rock);
        return right == isGood(state, rock) ? SEEN_GOOD : SEEN_BAD;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int action0 = action / roverActions;
        int seen0 = (int) observation / SEEN;
        return roverLikelihood(seen0, action0, cell(nextState, 0), nextState)
                + roverLikelihood(
                        (int) observation - seen0 * SEEN,
                        action - action0 * roverActions,
                        cell(nextState, 1),
                        nextState);
    }

    private double roverLikelihood(int seen, int action, int cell, State nextState) {
        boolean looks = action >= SENSE && cell != map.gone;
        if (looks == (seen == SEEN_NONE)) {
            return Double.NEGATIVE_INFINITY;
        }
        return looks
                ? map.logLikelihood(cell, action - SENSE, isGood(nextState, action - SENSE) == (seen == SEEN_GOOD))
                : 0.0;
    }

    @Override
    public double heuristicValue(State state) {
        return leafValue == LeafValue.BELIEF_TOUR ? tour.value(state.history) : published.value(state);
    }

    /** The published planner's leaf value, whatever this model's own is. */
    public double publishedValue(State state) {
        return published.value(state);
    }

    @Override
    public boolean heuristicIsShared() {
        return leafValue == LeafValue.BELIEF_TOUR;
    }

    @Override
    public int proposeAction(State state, RandomStream stream) {
        int cell0 = cell(state, 0);
        int cell1 = cell(state, 1);
        int action0 = proposal.propose(cell0, cell1, state.history, stream);
        return jointAction(action0, proposal.propose(cell1, cell0, state.history, stream));
    }

    /** Per rover: no moves off the grid, no samples where no rock is, only EAST once it is gone. */
    @Override
    public boolean isLegal(State state, int action) {
        int action0 = action / roverActions;
        return map.isLegal(cell(state, 0), action0) && map.isLegal(cell(state, 1), action - action0 * roverActions);
    }

    @Override
    public void initialHistory(State state) {
        RockOdds.initialise(map, state.history);
    }

    @Override
    public void updateHistory(State nextState, int action, long observation) {
        int action0 = action / roverActions;
        int action1 = action - action0 * roverActions;
        int seen0 = (int) observation / SEEN;
        int cell0 = cell(nextState, 0);
        int cell1 = cell(nextState, 1);
        float[] history = nextState.history;
        history[0] = cell0;
        history[1] = cell1;
        if (action0 == SAMPLE) {
            RockOdds.sampled(map, history, ROVERS, cell0);
        }
        if (action1 == SAMPLE) {
            RockOdds.sampled(map, history, ROVERS, cell1);
        }
        if (seen0 != SEEN_NONE) {
            RockOdds.sensed(map, history, ROVERS, cell0, action0 - SENSE, seen0 == SEEN_GOOD);
        }
        int seen1 = (int) observation - seen0 * SEEN;
        if (seen1 != SEEN_NONE) {
            RockOdds.sensed(map, history, ROVERS, cell1, action1 - SENSE, seen1 == SEEN_GOOD);
        }
    }

    /** Readings that did not come say nothing. */
    @Override
    public void updateHistoryUnobserved(State nextState, int action, long simulated) {
        updateHistory(nextState, action, SEEN_NONE * SEEN + SEEN_NONE);
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
        if (leafValue == LeafValue.BELIEF_TOUR) {
            tour.describe(twin);
        } else {
            published.describe(twin);
        }
        proposal.describe(twin);
        return Optional.of(twin.file(Mars.class, "mars.cu").build());
    }

    /** Probability that the rock is good given the history. */
    public double marginal(State state, int rock) {
        return RockOdds.probability(state.history[ROVERS + rock]);
    }

    @Override
    public String actionText(int action) {
        return RockMap.actionText(action / roverActions) + "+" + RockMap.actionText(action % roverActions);
    }

    @Override
    public String observationText(long observation) {
        return RockMap.observationText((int) observation / SEEN) + "+"
                + RockMap.observationText((int) observation % SEEN);
    }

    @Override
    public String stateText(State state) {
        StringBuilder text = new StringBuilder();
        for (int rover = 0; rover < ROVERS; rover++) {
            int cell = cell(state, rover);
            text.append("rover").append(rover).append('=');
            text.append(cell == map.gone ? "gone" : "(" + cell % map.size + "," + cell / map.size + ")")
                    .append(' ');
        }
        text.append("good=")
                .append(IntStream.range(0, map.rocks)
                        .filter(i -> isGood(state, i))
                        .boxed()
                        .toList());
        return text.toString();
    }
}
