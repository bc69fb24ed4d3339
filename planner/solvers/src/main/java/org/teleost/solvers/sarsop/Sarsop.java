package org.teleost.solvers.sarsop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.AlphaVector;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.policy.StartBeliefs;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.BlindPolicies;
import org.teleost.solvers.value.FullyObserved;
import org.teleost.solvers.value.InformedBound;

/**
 * Solves a table for its start, anytime: trials walk down from the start where the upper bound promises most and the
 * gap is widest, and on the way back each belief gets a vector of the lower bound and a point of the upper one. Actions
 * that another one beats for certain are never looked at again. Can be continued; one thread.
 */
public final class Sarsop {
    private static final int MOST_DEPTH = 400;
    private static final long PROGRESS_NANOS = 1_000_000_000L;

    private static final double MEMORY_SHARE = 0.85;

    /** Takes the place of a discount of 1 where shares of the gap are made from depths. */
    private static final double DISCOUNT_OF_NONE = 0.95;

    private final TabularPomdp model;
    private final double discount;
    private final long begun = System.nanoTime();
    private final StateClasses classes;
    private final BeliefTree tree;
    private final List<Node> roots = new ArrayList<>();
    private final List<Double> rootWeights = new ArrayList<>();
    private final double[][] blind;
    private final double[] corner;
    private final BeliefTree.LowerStart lowerStart;
    private final TrialDepths depths = new TrialDepths();
    private final List<AlphaVector> given = new ArrayList<>();
    private long backups;

    /**
     * When to stop.
     *
     * @param seconds wall time since the solver was built
     * @param precision gap between the bounds at the start
     * @param backups of the solver in all
     */
    public record Limits(double seconds, double precision, long backups) {
        /** No limit on backups. */
        public Limits(double seconds, double precision) {
            this(seconds, precision, Long.MAX_VALUE);
        }
    }

    /** Builds the first bounds, which takes a few sweeps over the table; a share of {@code limits} at most. */
    public Sarsop(TabularPomdp raw, Limits limits) {
        model = raw.normalised();
        discount = model.discount();
        FullyObserved mdp = FullyObserved.of(model);
        long deadline = begun + (long) Math.min(1e18, 0.2e9 * limits.seconds());
        double[][] informed = InformedBound.of(model, mdp, 300, deadline);
        corner = new double[model.stateCount()];
        for (int s = 0; s < corner.length; s++) {
            corner[s] = Double.NEGATIVE_INFINITY;
            for (double[] alpha : informed) {
                corner[s] = Math.max(corner[s], alpha[s]);
            }
        }
        blind = new double[model.actionCount()][];
        for (int a = 0; a < blind.length; a++) {
            blind[a] = BlindPolicies.constant(model, a);
        }
        List<StartBeliefs.Start> starts = StartBeliefs.of(model);
        classes = new StateClasses(
                model, starts.stream().map(StartBeliefs.Start::belief).toList());
        tree = new BeliefTree(model, classes, informed);
        lowerStart = new BlindStart();
        for (StartBeliefs.Start start : starts) {
            roots.add(tree.start(start.belief(), lowerStart));
            rootWeights.add(start.probability());
        }
    }

    /** The blind policies as first vectors. */
    private final class BlindStart implements BeliefTree.LowerStart {
        @Override
        public double[] upper() {
            return corner;
        }

        @Override
        public void fill(Domain domain) {
            for (int a = 0; a < blind.length; a++) {
                double[] value = new double[domain.states.length];
                for (int i = 0; i < value.length; i++) {
                    value[i] = blind[a][domain.states[i]];
                }
                domain.add(a, value);
            }
            addGiven(domain);
        }
    }

    /** Adds the vectors of a policy to the lower bound; those of other states than a domain's are left out. */
    public void start(AlphaSet policy) {
        for (AlphaVector vector : policy.vectors()) {
            double[] all = new double[model.stateCount()];
            Arrays.fill(all, Double.NaN);
            for (int i = 0; i < vector.values().length; i++) {
                all[vector.states() == null ? i : vector.states()[i]] = vector.values()[i];
            }
            given.add(new AlphaVector(vector.action(), null, all));
        }
        for (Domain domain : domains()) {
            addGiven(domain);
        }
        for (Node root : roots) {
            root.domain.refreshLower(root);
        }
    }

    private void addGiven(Domain domain) {
        for (AlphaVector vector : given) {
            double[] value = new double[domain.states.length];
            boolean whole = true;
            for (int i = 0; i < value.length; i++) {
                value[i] = vector.values()[domain.states[i]];
                whole &= !Double.isNaN(value[i]);
            }
            if (whole) {
                domain.add(vector.action(), value);
            }
        }
    }

    /** Number of classes of states; 1 where nothing of the state is ever certain. */
    public int stateClasses() {
        return classes.members.length;
    }

    /** The bounds so far. */
    public Bounds bounds() {
        double lower = 0.0;
        double upper = 0.0;
        for (int i = 0; i < roots.size(); i++) {
            lower += rootWeights.get(i) * roots.get(i).lower;
            upper += rootWeights.get(i) * roots.get(i).upper;
        }
        if (lower > upper + 1e-6 * (1.0 + Math.abs(upper))) {
            throw new IllegalStateException(
                    "bounds crossed: lower=" + lower + ", upper=" + upper + ", beliefs=" + tree.size());
        }
        int vectors = 0;
        for (Domain domain : domains()) {
            vectors += domain.alphas.size();
        }
        return new Bounds(lower, Math.max(lower, upper), vectors, tree.size(), (System.nanoTime() - begun) * 1e-9);
    }

    private List<Domain> domains() {
        List<Domain> all = new ArrayList<>();
        for (Domain domain : tree.domains()) {
            if (domain != null) {
                all.add(domain);
            }
        }
        for (Node root : roots) {
            if (!all.contains(root.domain)) {
                all.add(root.domain);
            }
        }
        return all;
    }

    /**
     * Runs trials until the gap is at most the precision, the time is over (counted from construction), memory runs out
     * or {@code stopped} says so. May be called again with other limits.
     */
    public Bounds run(Limits limits, Consumer<Bounds> progress, BooleanSupplier stopped) {
        long deadline = begun + (long) Math.min(1e18, 1e9 * limits.seconds());
        long said = System.nanoTime();
        while (true) {
            int root = widest();
            double gap = gap();
            long now = System.nanoTime();
            if (gap <= limits.precision()
                    || now >= deadline
                    || backups >= limits.backups()
                    || stopped.getAsBoolean()
                    || memoryIsOut()) {
                return bounds();
            }
            if (now - said > PROGRESS_NANOS) {
                progress.accept(bounds());
                said = now;
            }
            int choice = depths.choose();
            double share = Math.max(0.1, Math.pow(discount < 1.0 ? discount : DISCOUNT_OF_NONE, depths.steps(choice)));
            double narrow =
                    Math.max(limits.precision() * 0.9, share * roots.get(root).gap());
            int spent = trial(roots.get(root), narrow, deadline);
            backups += spent;
            depths.learn(choice, gap - gap(), spent);
        }
    }

    private double gap() {
        double gap = 0.0;
        for (int i = 0; i < roots.size(); i++) {
            gap += rootWeights.get(i) * roots.get(i).gap();
        }
        return gap;
    }

    private int widest() {
        int widest = 0;
        for (int i = 1; i < roots.size(); i++) {
            if (rootWeights.get(i) * roots.get(i).gap()
                    > rootWeights.get(widest) * roots.get(widest).gap()) {
                widest = i;
            }
        }
        return widest;
    }

    private static boolean memoryIsOut() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() > MEMORY_SHARE * runtime.maxMemory();
    }

    /** Walks down to where nothing is left to learn for the start, then backs up; the number of backups. */
    private int trial(Node root, double epsilon, long deadline) {
        List<Node> path = new ArrayList<>();
        Node node = root;
        double allowed = epsilon;
        while (node.gap() > allowed && path.size() < MOST_DEPTH && System.nanoTime() < deadline) {
            path.add(node);
            backup(node);
            if (node.gap() <= allowed) {
                break;
            }
            allowed /= discount;
            Node child = widestChild(node.branches[bestUpper(node)], allowed);
            if (child == null) {
                break;
            }
            node = child;
        }
        for (int i = path.size() - 1; i >= 0; i--) {
            backup(path.get(i));
        }
        return 2 * path.size();
    }

    private static Node widestChild(Node.Branch branch, double allowed) {
        Node widest = null;
        double most = 0.0;
        for (int i = 0; i < branch.child.length; i++) {
            double excess = branch.probability[i] * (branch.child[i].gap() - allowed);
            if (excess > most) {
                most = excess;
                widest = branch.child[i];
            }
        }
        return widest;
    }

    private void backup(Node node) {
        if (node.branches == null) {
            tree.expand(node, lowerStart);
        }
        backupUpper(node);
        backupLower(node);
    }

    private int bestUpper(Node node) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < node.branches.length; a++) {
            if (!node.branches[a].pruned) {
                double upper = node.branches[a].upper(discount);
                if (upper > most) {
                    most = upper;
                    best = a;
                }
            }
        }
        return best;
    }

    /** Stored bounds of children stay valid, so only those of the best action have to be fresh. */
    private void backupUpper(Node node) {
        int fresh = -1;
        int best = bestUpper(node);
        while (best != fresh) {
            for (Node child : node.branches[best].child) {
                child.domain.refreshUpper(child);
            }
            fresh = best;
            best = bestUpper(node);
        }
        double upper = node.branches[best].upper(discount);
        node.domain.refreshUpper(node);
        if (upper < node.upper) {
            node.upper = upper;
            node.domain.addPoint(node);
        }
    }

    private void backupLower(Node node) {
        node.domain.refreshLower(node);
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < node.branches.length; a++) {
            Node.Branch branch = node.branches[a];
            if (branch.pruned) {
                continue;
            }
            for (Node child : branch.child) {
                child.domain.refreshLower(child);
            }
            double lower = branch.lower(discount);
            if (lower > most) {
                most = lower;
                best = a;
            }
        }
        if (most > node.lower + 1e-10 * (1.0 + Math.abs(node.lower))) {
            Alpha alpha = node.domain.add(best, vector(node, best));
            double value = alpha.at(node);
            if (value > node.lower) {
                node.lower = value;
                node.best = alpha;
            }
        }
        // in exact arithmetic the action that promises most is never beaten; near discount 1 rounding might say so
        int promising = bestUpper(node);
        for (int a = 0; a < node.branches.length; a++) {
            node.branches[a].pruned |= a != promising
                    && node.branches[a].upper(discount) < node.lower - 1e-9 * (1.0 + Math.abs(node.lower));
        }
    }

    /** alpha(s) = R(s, a) + gamma sum_s' T(s'|s, a) sum_o Z(o|s', a) alpha_o(s') for the children's best vectors. */
    private double[] vector(Node node, int action) {
        Node.Branch branch = node.branches[action];
        double[][] after = new double[tree.kinds()][];
        for (int i = 0; i < branch.child.length; i++) {
            after[branch.kind[i]] = branch.child[i].best.value;
        }
        SparseTable transition = model.transition();
        SparseTable observation = model.observation();
        double[] alpha = new double[node.domain.states.length];
        for (int i = 0; i < alpha.length; i++) {
            int row = model.row(action, node.domain.states[i]);
            double future = 0.0;
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                int next = transition.column[k];
                int seen = model.row(action, next);
                int part = model.firstSeen(next);
                int place = classes.place[next];
                double sum = 0.0;
                for (int j = observation.start[seen]; j < observation.start[seen + 1]; j++) {
                    double[] vector = after[part + observation.column[j]];
                    if (vector == null) {
                        vector = tree.domain(classes.domainOf[next], lowerStart).fallback.value;
                    }
                    sum += observation.value[j] * vector[place];
                }
                future += transition.value[k] * sum;
            }
            alpha[i] = model.expected()[row] + discount * future;
        }
        return alpha;
    }

    /** The policy so far. */
    public AlphaSet policy() {
        List<AlphaVector> vectors = new ArrayList<>();
        for (Domain domain : domains()) {
            int[] states = domain.states.length == model.stateCount() ? null : domain.states;
            for (Alpha alpha : domain.alphas) {
                vectors.add(new AlphaVector(alpha.action, states, alpha.value));
            }
        }
        return new AlphaSet(vectors);
    }
}
