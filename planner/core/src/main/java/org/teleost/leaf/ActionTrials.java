package org.teleost.leaf;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** One step of look-ahead on a value of states: all actions, or some of many, with the same random numbers. */
final class ActionTrials {
    /** Largest number of actions that all are tried. */
    private static final int ALL_ACTIONS = 40;

    private static final int SOME_ACTIONS = 24;

    /** Tries after which an action that never changed a state is tried seldom: looking is worth nothing here. */
    private static final int IDLE_TRIES = 32;

    private static final int SELDOM = 16;

    /** What a step of the model costs, in looks at a cell of a table. */
    private static final int STEP_COST = 32;

    private final GenerativeModel model;
    private final ToDoubleFunction<State> value;
    private final double discount;
    private final int valueCost;
    private final long seed;
    private final ActionParts parts;
    private final int[][] tries;
    private final boolean[][] useful;
    private final State trial;
    private final Outcome out = new Outcome();
    private final RandomStream draws;
    private final RandomStream stream;
    private State from;
    private double own;
    private double best;
    private int action;
    private int other;
    private int others;
    private int depth;
    private long cost;

    /** A look at the value costs as much as {@code valueCost} looks at a cell. */
    ActionTrials(GenerativeModel model, double discount, ToDoubleFunction<State> value, int valueCost, long seed) {
        this.discount = discount;
        this.model = model;
        this.value = value;
        this.valueCost = valueCost;
        this.seed = seed;
        draws = new RandomStream(seed);
        stream = new RandomStream(seed);
        parts = ActionParts.of(model.actionFactors());
        tries = new int[parts.count()][];
        useful = new boolean[parts.count()][];
        for (int part = 0; part < tries.length; part++) {
            tries[part] = new int[parts.size(part)];
            useful[part] = new boolean[parts.size(part)];
        }
        trial = model.layout().newState();
    }

    /** What was spent until now, in looks at a cell. */
    long cost() {
        return cost;
    }

    /** Books steps made elsewhere. */
    void spend(int steps) {
        cost += (long) steps * STEP_COST;
    }

    /** The best action of the last search. */
    int action() {
        return action;
    }

    /** An action of the last search that changes the state, drawn uniformly; the best one where none does. */
    int other() {
        return other;
    }

    /** The random numbers of a step: {@link #best} tries all actions with them. */
    void load(RandomStream target, long episode, int step) {
        target.startEpisode(seed, 0, episode);
        target.startDepth(step);
    }

    /** Largest r + gamma V(s') of the actions tried from the state; {@code last} is one of them unless it is -1. */
    double best(State state, int last, long episode, int step) {
        from = state;
        depth = step;
        own = value.applyAsDouble(state);
        best = Double.NEGATIVE_INFINITY;
        action = -1;
        others = 0;
        load(stream, episode, step);
        draws.startEpisode(seed, 1, episode);
        draws.startDepth(step);
        tryOut(model.proposeAction(state, draws));
        if (last >= 0) {
            tryOut(last);
        }
        if (parts.count() > 1 || model.actionCount() <= ALL_ACTIONS) {
            tryParts();
        } else {
            for (int i = 0; i < SOME_ACTIONS; i++) {
                tryOut(model.proposeAction(state, draws));
            }
        }
        other = others == 0 ? action : other;
        return best;
    }

    /** All values of one part of the action after the other. */
    private void tryParts() {
        for (int part = 0; part < parts.count(); part++) {
            int base = action;
            int ownValue = parts.value(part, base);
            for (int v = 0; v < parts.size(part); v++) {
                boolean idle = tries[part][v] >= IDLE_TRIES && !useful[part][v] && draws.nextInt(SELDOM) > 0;
                if (v != ownValue && !idle) {
                    tries[part][v]++;
                    useful[part][v] |= tryOut(base + parts.stride(part) * (v - ownValue));
                }
            }
        }
    }

    /** Returns whether the action changes the state or pays. */
    private boolean tryOut(int candidate) {
        if (!model.isLegal(from, candidate)) {
            return false;
        }
        trial.copyFrom(from);
        stream.startDepth(depth);
        model.step(trial, candidate, stream, out);
        boolean same = Arrays.equals(trial.ints, from.ints) && Arrays.equals(trial.floats, from.floats);
        cost += STEP_COST + (same ? 0 : valueCost);
        double future = out.terminal ? 0.0 : same ? own : value.applyAsDouble(trial);
        double worth = out.reward + discount * future;
        if (!same && draws.nextInt(++others) == 0) {
            other = candidate;
        }
        if (action < 0 || worth > best) {
            best = worth;
            action = candidate;
        }
        return !same || out.terminal || out.reward > 0.0;
    }
}
