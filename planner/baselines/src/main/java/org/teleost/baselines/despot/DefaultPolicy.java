package org.teleost.baselines.despot;

import java.util.Arrays;
import org.teleost.baselines.frame.Simulator;
import org.teleost.baselines.frame.StateRows;
import org.teleost.baselines.frame.StopClock;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;

/**
 * The lower bound of a set of scenarios: what they earn by a policy that knows the set and nothing else. The action
 * that most scenarios vote for is done in all of them; those that observe the same stay together. After some steps what
 * is left is the worth of giving up: the best constant action's, at most 0.
 */
final class DefaultPolicy {
    private final GenerativeModel model;
    private final Bounds bounds;
    private final Scenarios scenarios;
    private final Simulator simulator;
    private final StopClock clock;
    private final int maxDepth;
    private final int longest;
    private final StateRows rows;
    private final int[] scenarioOf;
    private final long[] observation;

    /** Rows in the order of the groups. */
    private final int[] order;

    private final int[] count;
    private final float[][] history;
    private final State state;
    private int firstAction;
    private int horizon;
    private boolean late;

    DefaultPolicy(
            GenerativeModel model,
            Bounds bounds,
            Scenarios scenarios,
            Simulator simulator,
            StopClock clock,
            int maxDepth,
            Despot.Constants constants) {
        this.model = model;
        this.bounds = bounds;
        this.scenarios = scenarios;
        this.simulator = simulator;
        this.clock = clock;
        this.maxDepth = maxDepth;
        longest = constants.rollout();
        int mostScenarios = constants.scenarios();
        rows = new StateRows(model.layout(), mostScenarios);
        scenarioOf = new int[mostScenarios];
        observation = new long[mostScenarios];
        order = new int[mostScenarios];
        count = new int[model.actionCount()];
        history = new float[maxDepth + 1][model.layout().history().size()];
        state = model.layout().newState();
        rows.reserve(mostScenarios);
    }

    /**
     * Mean discounted return of scenarios {@code first} .. {@code first + size - 1} of the tree from {@code depth} on;
     * NaN when the time is up first.
     */
    double value(DespotTree tree, int first, int size, int node, int depth) {
        for (int i = 0; i < size; i++) {
            rows.copy(tree.rows, first + i, i);
            scenarioOf[i] = tree.scenario[first + i];
            order[i] = i;
        }
        tree.loadHistory(node, history[depth]);
        late = false;
        horizon = Math.min(maxDepth, depth + longest);
        firstAction = -1;
        double sum = run(0, size, depth);
        return late ? Double.NaN : sum / size;
    }

    /** What the policy does first in the last set. */
    int firstAction() {
        return firstAction;
    }

    /** Sum over the group of the returns from {@code depth} on. */
    private double run(int from, int to, int depth) {
        if (depth == horizon) {
            return depth == maxDepth ? 0.0 : (to - from) * bounds.givingUp();
        }
        if (late || clock.isLate()) {
            late = true;
            return 0.0;
        }
        int action = choose(from, to, depth);
        if (firstAction < 0) {
            firstAction = action;
        }
        double sum = 0.0;
        int alive = from;
        for (int i = from; i < to; i++) {
            int row = order[i];
            load(row, depth);
            Outcome outcome = scenarios.step(state, action, scenarioOf[row], depth);
            sum += outcome.reward;
            if (!outcome.terminal) {
                rows.set(row, state);
                observation[row] = outcome.observation;
                order[i] = order[alive];
                order[alive++] = row;
            }
        }
        int start = from;
        while (start < alive) {
            int end = gather(start, alive);
            load(order[start], depth);
            model.updateHistory(state, action, observation[order[start]]);
            System.arraycopy(state.history, 0, history[depth + 1], 0, state.history.length);
            sum += model.discount() * run(start, end, depth + 1);
            start = end;
        }
        return sum;
    }

    private void load(int row, int depth) {
        rows.load(row, state);
        System.arraycopy(history[depth], 0, state.history, 0, state.history.length);
    }

    /** Brings the scenarios that observed what the first one did to the front; returns where they end. */
    private int gather(int from, int to) {
        long wanted = observation[order[from]];
        int end = from + 1;
        for (int i = end; i < to; i++) {
            int row = order[i];
            if (observation[row] == wanted) {
                order[i] = order[end];
                order[end++] = row;
            }
        }
        return end;
    }

    private int choose(int from, int to, int depth) {
        if (!bounds.votes() || to - from == 1) {
            load(order[from], depth);
            simulator.stream().startEpisode(scenarioOf[order[from]], depth, -1);
            return bounds.vote(state, simulator.stream());
        }
        int best = -1;
        for (int i = from; i < to; i++) {
            load(order[i], depth);
            int vote = bounds.vote(state, simulator.stream());
            count[vote]++;
            if (best < 0 || count[vote] > count[best]) {
                best = vote;
            }
        }
        Arrays.fill(count, 0);
        return best;
    }
}
