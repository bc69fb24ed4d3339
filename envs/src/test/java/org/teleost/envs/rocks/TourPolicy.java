package org.teleost.envs.rocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Plays the greedy tour in a real model, one rover action at a time. */
public final class TourPolicy {
    private static final int FREE = -1;
    private static final int LEAVING = -2;

    private final RockMap map;
    private final PlainTour tour;

    public TourPolicy(RockMap map, double discount, RockTour.Costs costs) {
        this.map = map;
        tour = new PlainTour(map, discount, costs);
    }

    /** Joins rover actions (E, N, S, W, SAMPLE, SENSE_i) to a model action. */
    public interface Joint {
        int of(int[] roverActions);
    }

    /** Discounted return of one episode. */
    public double play(GenerativeModel model, Joint joint, int steps, long seed) {
        RandomStream stream = new RandomStream(seed);
        State state = model.layout().newState();
        model.initialHistory(state);
        model.sampleInitial(state, stream);
        Outcome out = new Outcome();
        int[] target = new int[map.rovers()];
        Arrays.fill(target, FREE);
        double total = 0.0;
        double weight = 1.0;
        for (int step = 0; step < steps; step++) {
            int action = joint.of(actions(state.history, target));
            stream.startEpisode(seed, step + 1, 0);
            model.step(state, action, stream, out);
            model.updateHistory(state, action, out.observation);
            total += weight * out.reward;
            weight *= model.discount();
            if (out.terminal) {
                break;
            }
        }
        return total;
    }

    private int[] actions(float[] history, int[] target) {
        int[] actions = new int[target.length];
        for (int r = 0; r < target.length; r++) {
            int cell = (int) history[r];
            if (target[r] >= 0 && history[map.rovers() + target[r]] == RockOdds.KNOWN_BAD) {
                target[r] = FREE;
            }
            if (target[r] == FREE) {
                target[r] = choose(r, history, target);
            }
            actions[r] = cell == map.gone || target[r] < 0 ? RockMap.EAST : towards(cell, target[r], history);
        }
        return actions;
    }

    private int choose(int rover, float[] history, int[] target) {
        int cell = (int) history[rover];
        if (cell == map.gone) {
            return LEAVING;
        }
        List<PlainTour.Rock> free = new ArrayList<>(tour.rocks(history));
        free.removeIf(rock -> Arrays.stream(target).anyMatch(t -> t == rock.id()));
        PlainTour.Rock next = tour.next(cell, other(rover, history, target), free);
        return next == null ? LEAVING : next.id();
    }

    /** Where the other rover will be when it next chooses. */
    private int other(int rover, float[] history, int[] target) {
        int other = target.length - 1 - rover;
        if (target.length == 1 || target[other] == LEAVING) {
            return map.gone;
        }
        return target[other] == FREE ? (int) history[other] : map.rockCell(target[other]);
    }

    private int towards(int cell, int rock, float[] history) {
        int to = map.rockCell(rock);
        if (cell == to) {
            float logOdds = history[map.rovers() + rock];
            boolean blind = tour.isBlind(new PlainTour.Rock(rock, RockOdds.probability(logOdds)));
            return blind ? RockMap.SAMPLE : RockMap.SENSE + rock;
        }
        int dx = to % map.size - cell % map.size;
        if (dx != 0) {
            return dx > 0 ? RockMap.EAST : RockMap.WEST;
        }
        return to / map.size > cell / map.size ? RockMap.NORTH : RockMap.SOUTH;
    }
}
