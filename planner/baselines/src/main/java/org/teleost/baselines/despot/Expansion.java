package org.teleost.baselines.despot;

import java.util.Arrays;
import org.teleost.baselines.frame.StateRows;
import org.teleost.baselines.frame.StopClock;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;

/** Grows a node by one level: every action in every scenario, children by observation, bounds of the children. */
final class Expansion {
    private final GenerativeModel model;
    private final DespotTree tree;
    private final Bounds bounds;
    private final DefaultPolicy policy;
    private final Scenarios scenarios;
    private final StopClock clock;
    private final Despot.Constants constants;
    private final State state;
    private final float[] history;
    private final double[] discountPower;

    /** Successors of one action before they are sorted. */
    private final StateRows successor;

    private final long[] observation;
    private final int[] scenario;
    private final int[] group;
    private final int[] groupSize;
    private final int[] table;

    Expansion(
            GenerativeModel model,
            DespotTree tree,
            Bounds bounds,
            DefaultPolicy policy,
            Scenarios scenarios,
            StopClock clock,
            Despot.Constants constants) {
        this.model = model;
        this.tree = tree;
        this.bounds = bounds;
        this.policy = policy;
        this.scenarios = scenarios;
        this.clock = clock;
        this.constants = constants;
        int k = constants.scenarios();
        state = model.layout().newState();
        history = new float[model.layout().history().size()];
        discountPower = new double[10_001];
        discountPower[0] = 1.0;
        for (int d = 1; d < discountPower.length; d++) {
            discountPower[d] = discountPower[d - 1] * model.discount();
        }
        successor = new StateRows(model.layout(), k);
        successor.reserve(k);
        observation = new long[k];
        scenario = new int[k];
        group = new int[k];
        groupSize = new int[k];
        table = new int[Integer.highestOneBit(Math.max(1, k)) * 4];
    }

    void start(long seed, long decision) {
        scenarios.start(seed, decision);
    }

    /** |Phi_b| / K gamma^depth. */
    double weight(int node) {
        return (double) tree.count[node] / constants.scenarios() * discountPower[tree.depth[node]];
    }

    /** Sets the bounds of a node without children; false when the time is up first. */
    boolean bound(int node) {
        int first = tree.first[node];
        int size = tree.count[node];
        clock.count(size);
        double lower = policy.value(tree, first, size, node, tree.depth[node]);
        tree.defaultAction[node] = Math.max(0, policy.firstAction());
        if (Double.isNaN(lower)) {
            return false;
        }
        double sum = 0.0;
        tree.loadHistory(node, state.history);
        for (int row = first; row < first + size; row++) {
            tree.rows.load(row, state);
            sum += bounds.upper(state);
        }
        tree.defaultValue[node] = lower;
        tree.upper[node] = Math.max(lower, sum / size);
        double weight = weight(node);
        tree.regularLower[node] = weight * lower;
        tree.regularUpper[node] = Math.max(weight * lower, weight * tree.upper[node] - constants.lambda());
        return true;
    }

    /** False, and the node as it was, when the time is up first. */
    boolean expand(int node) {
        int nodes = tree.nodes();
        int rows = tree.rows.size();
        int block = tree.addBlock();
        tree.loadHistory(node, history);
        for (int action = 0; action < model.actionCount(); action++) {
            if (!expand(node, action, block + action)) {
                tree.truncate(nodes, rows);
                return false;
            }
        }
        tree.block[node] = block;
        return true;
    }

    private boolean expand(int node, int action, int pair) {
        load(tree.first[node]);
        if (!model.isLegal(state, action)) {
            tree.childCount[pair] = -1;
            tree.actionRegularUpper[pair] = Double.NEGATIVE_INFINITY;
            return true;
        }
        int alive = 0;
        double sum = 0.0;
        for (int row = tree.first[node]; row < tree.first[node] + tree.count[node]; row++) {
            load(row);
            Outcome outcome = scenarios.step(state, action, tree.scenario[row], tree.depth[node]);
            sum += outcome.reward;
            if (!outcome.terminal) {
                successor.set(alive, state);
                observation[alive] = outcome.observation;
                scenario[alive++] = tree.scenario[row];
            }
        }
        tree.reward[pair] = sum / tree.count[node];
        tree.firstChild[pair] = tree.nodes();
        tree.childCount[pair] = sort(alive);
        if (!addChildren(node, action, pair, alive)) {
            return false;
        }
        updatePair(node, pair);
        return true;
    }

    private void load(int row) {
        tree.rows.load(row, state);
        System.arraycopy(history, 0, state.history, 0, history.length);
    }

    /** Numbers the observations in order of appearance; returns how many there are. */
    private int sort(int alive) {
        int mask = Integer.highestOneBit(Math.max(1, alive)) * 4 - 1;
        Arrays.fill(table, 0, mask + 1, 0);
        int groups = 0;
        for (int i = 0; i < alive; i++) {
            long hash = observation[i] * 0x9E3779B97F4A7C15L;
            int at = (int) (hash >>> 32) & mask;
            while (table[at] != 0 && observation[table[at] - 1] != observation[i]) {
                at = (at + 1) & mask;
            }
            if (table[at] == 0) {
                table[at] = i + 1;
                group[i] = groups;
                groupSize[groups++] = 1;
            } else {
                group[i] = group[table[at] - 1];
                groupSize[group[i]]++;
            }
        }
        return groups;
    }

    private boolean addChildren(int node, int action, int pair, int alive) {
        int groups = tree.childCount[pair];
        int row = tree.rows.reserve(alive);
        int firstNode = tree.nodes();
        for (int g = 0; g < groups; g++) {
            tree.addNode(node, tree.depth[node] + 1, row, groupSize[g]);
            row += groupSize[g];
            groupSize[g] = 0;
        }
        for (int i = 0; i < alive; i++) {
            int child = firstNode + group[i];
            int to = tree.first[child] + groupSize[group[i]]++;
            tree.rows.copy(successor, i, to);
            tree.scenario[to] = scenario[i];
            if (groupSize[group[i]] == 1) {
                load(to);
                model.updateHistory(state, action, observation[i]);
                tree.storeHistory(child, state.history);
            }
        }
        for (int child = firstNode; child < firstNode + groups; child++) {
            if (!bound(child)) {
                return false;
            }
        }
        return true;
    }

    /** Bounds of an action node from those of its children. */
    void updatePair(int node, int pair) {
        double rho = weight(node) * tree.reward[pair] - constants.lambda();
        double lower = rho;
        double higher = rho;
        double upper = 0.0;
        int first = tree.firstChild[pair];
        for (int child = first; child < first + tree.childCount[pair]; child++) {
            lower += tree.regularLower[child];
            higher += tree.regularUpper[child];
            upper += tree.count[child] * tree.upper[child];
        }
        tree.actionRegularLower[pair] = lower;
        tree.actionRegularUpper[pair] = higher;
        tree.actionUpper[pair] = tree.reward[pair] + model.discount() * upper / tree.count[node];
    }
}
