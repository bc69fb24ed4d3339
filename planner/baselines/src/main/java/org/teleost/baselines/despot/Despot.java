package org.teleost.baselines.despot;

import org.teleost.baselines.frame.BaselineSolver;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;

/**
 * The anytime search: explore one path where the gap of the bounds is largest, back up, again. With w(b) = |Phi_b| / K
 * gamma^depth and Phi_b the scenarios of b:
 *
 * <pre>
 *    l(b)  = max { w(b) L0(b), max_a [ rho(b,a) + sum l(b') ] },      rho(b,a) = w(b) mean R - lambda
 *    mu(b) = max { w(b) L0(b), max_a [ rho(b,a) + sum mu(b') ] }
 *    U(b)  = max_a [ mean R + gamma sum |Phi_b'| / |Phi_b| U(b') ]
 *    E(b)  = mu(b) - l(b) - xi |Phi_b| / K (mu(b0) - l(b0))
 * </pre>
 *
 * A node whose ancestor y has w(y) (U(y) - L0(y)) at most lambda times the nodes from y to it can't be in the best
 * policy and falls back to the default policy.
 */
final class Despot extends BaselineSolver {
    /**
     * Constants of the method.
     *
     * @param scenarios K
     * @param lambda price of a node of the policy, in reward
     * @param xi share of the root's gap that a leaf may keep
     * @param rollout steps of the default policy before it gives up
     */
    record Constants(int scenarios, double lambda, double xi, int rollout) {}

    private static final double CLOSED = 1e-6;

    private final Constants constants;
    private final DespotTree tree;
    private final Expansion expansion;
    private final State state;
    private final int actions;
    private boolean full;
    private int deepest;

    Despot(GenerativeModel model, PlannerSettings settings, Bounds bounds, Constants constants, String method) {
        super(model, settings, method);
        this.constants = constants;
        actions = model.actionCount();
        tree = allocate(model, (double) settings.memoryBytes(), constants.scenarios());
        Scenarios scenarios = new Scenarios(simulator);
        DefaultPolicy policy =
                new DefaultPolicy(model, bounds, scenarios, simulator, clock, settings.maxDepth(), constants);
        expansion = new Expansion(model, tree, bounds, policy, scenarios, clock, constants);
        state = model.layout().newState();
    }

    private static DespotTree allocate(GenerativeModel model, double memory, int scenarios) {
        // a node has one scenario more often than not, and one in two is never expanded
        double perNode =
                DespotTree.nodeBytes(model) + 2.0 * DespotTree.rowBytes(model) + (double) DespotTree.PAIR_BYTES;
        double least = (double) scenarios * (model.actionCount() + 1);
        double nodes = Math.min(1 << 26, Math.max(2.0 * least, memory / perNode));
        return new DespotTree(model, (int) nodes, (int) Math.max(2.0, nodes / model.actionCount()), (int)
                Math.max(2.0 * least, Math.min(1 << 27, 2.0 * nodes)));
    }

    @Override
    protected void search(ParticleBelief belief, long index, Decision out) {
        full = false;
        deepest = 1;
        start(belief, index);
        while (gap(0) > CLOSED && clock.goesOn() && !full) {
            long before = clock.episodes();
            backUp(explore());
            if (clock.episodes() == before) {
                // a counted budget ends even where a path only changes bounds
                clock.count(1);
            }
        }
        answer();
        out.nodes = tree.nodes();
        out.edges = tree.pairs();
        out.depth = deepest;
        out.treeFull = full;
    }

    /** K scenarios at even quantiles of the belief. */
    private void start(ParticleBelief belief, long index) {
        tree.clear();
        int k = constants.scenarios();
        simulator.stream().startEpisode(settings.seed(), index, -1);
        double offset = simulator.stream().nextDouble();
        int row = tree.rows.reserve(k);
        for (int i = 0; i < k; i++) {
            belief.load(draw.at((i + offset) / k), state);
            tree.rows.set(row + i, state);
            tree.scenario[row + i] = i;
        }
        int root = tree.addNode(-1, 0, row, k);
        tree.storeHistory(root, state.history);
        expansion.start(settings.seed(), index);
        if (!expansion.bound(root)) {
            // no time for anything: the action that the default policy begins with
            tree.defaultValue[root] = 0.0;
            tree.upper[root] = tree.regularUpper[root] = tree.regularLower[root] = 0.0;
        }
    }

    private double gap(int node) {
        return tree.regularUpper[node] - tree.regularLower[node];
    }

    private double excess(int node) {
        return gap(node) - (double) tree.count[node] / constants.scenarios() * constants.xi() * gap(0);
    }

    /** Walks to a leaf, expanding on the way; returns where to back up from. */
    private int explore() {
        int node = 0;
        while (true) {
            deepest = Math.max(deepest, tree.depth[node]);
            if (tree.depth[node] >= settings.maxDepth()) {
                makeDefault(node);
                return node;
            }
            if (node > 0 && (excess(node) <= 0.0 || isBlocked(node))) {
                return node;
            }
            if (tree.block[node] < 0 && !expand(node)) {
                return node;
            }
            int next = mostUncertainChild(bestPair(node));
            if (next < 0) {
                return node;
            }
            node = next;
        }
    }

    private boolean expand(int node) {
        if (!tree.hasRoom(tree.count[node])) {
            full = true;
            return false;
        }
        return expansion.expand(node);
    }

    private int bestPair(int node) {
        int block = tree.block[node];
        int best = block;
        for (int pair = block + 1; pair < block + actions; pair++) {
            if (tree.actionRegularUpper[pair] > tree.actionRegularUpper[best]) {
                best = pair;
            }
        }
        return best;
    }

    private int mostUncertainChild(int pair) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        int first = tree.firstChild[pair];
        for (int child = first; child < first + tree.childCount[pair]; child++) {
            double excess = excess(child);
            if (excess > most) {
                most = excess;
                best = child;
            }
        }
        return best;
    }

    private boolean isBlocked(int node) {
        if (constants.lambda() == 0.0) {
            return false;
        }
        int nodesBetween = 1;
        for (int y = node; y >= 0; y = tree.parent[y]) {
            double worth = expansion.weight(y) * (tree.upper[y] - tree.defaultValue[y]);
            if (worth <= constants.lambda() * nodesBetween++) {
                makeDefault(node);
                return true;
            }
        }
        return false;
    }

    private void makeDefault(int node) {
        tree.upper[node] = tree.defaultValue[node];
        tree.regularLower[node] = tree.regularUpper[node] = expansion.weight(node) * tree.defaultValue[node];
    }

    private void backUp(int from) {
        for (int node = from; node >= 0; node = tree.parent[node]) {
            if (tree.block[node] >= 0) {
                update(node);
            }
        }
    }

    private void update(int node) {
        double byDefault = expansion.weight(node) * tree.defaultValue[node];
        double lower = byDefault;
        double higher = byDefault;
        double upper = Double.NEGATIVE_INFINITY;
        for (int pair = tree.block[node]; pair < tree.block[node] + actions; pair++) {
            if (tree.childCount[pair] >= 0) {
                expansion.updatePair(node, pair);
                lower = Math.max(lower, tree.actionRegularLower[pair]);
                higher = Math.max(higher, tree.actionRegularUpper[pair]);
                upper = Math.max(upper, tree.actionUpper[pair]);
            }
        }
        tree.regularLower[node] = lower;
        tree.regularUpper[node] = Math.max(lower, higher);
        tree.upper[node] = upper;
    }

    /** Actions by their lower bounds; the default policy's counts with its own. */
    private void answer() {
        int scenarios = constants.scenarios();
        int byDefault = tree.defaultAction[0];
        root.set(byDefault, scenarios, tree.defaultValue[0], 0.0);
        if (tree.block[0] < 0) {
            return;
        }
        for (int action = 0; action < actions; action++) {
            int pair = tree.block[0] + action;
            if (tree.childCount[pair] >= 0) {
                double value = tree.actionRegularLower[pair];
                root.set(action, scenarios, action == byDefault ? Math.max(value, tree.defaultValue[0]) : value, 0.0);
            }
        }
    }
}
