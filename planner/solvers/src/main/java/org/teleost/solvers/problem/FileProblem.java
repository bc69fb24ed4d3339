package org.teleost.solvers.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;
import org.teleost.settings.ValueRule;
import org.teleost.solvers.policy.AlphaLeaf;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.sarsop.Sarsop;
import org.teleost.solvers.tabular.Endings;
import org.teleost.solvers.tabular.Sampler;
import org.teleost.solvers.tabular.TabularModel;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.FullyObserved;

/**
 * A table as a problem. Tables of at most {@value #LEAF_STATES} states are solved for a moment before they are planned:
 * the vectors found are the leaf value, at exact beliefs in the history lanes, and the bounds tell how good a return
 * is.
 */
public final class FileProblem implements Problem {
    /** Largest table with exact beliefs in the history. */
    public static final int LEAF_STATES = 1000;

    /** Largest table for which given vectors are a leaf value. */
    static final int MOST_LANES = 4096;

    /** Work of the solver beforehand, counted so that it is the same on every machine; less where backups are large. */
    private static final long BACKUPS = 6000;

    private static final long BACKUPS_TIMES_STATES = 1_500_000;

    private static final double PRECISION = 1e-3;
    private static final int MOST_STEPS = 1000;

    /** Weight at which the rest of an episode is negligible. */
    private static final double NEGLIGIBLE = 1e-3;

    private final TabularPomdp table;
    private final Map<Integer, TabularModel> models = new TreeMap<>();

    /** Most steps of an episode, -1 when it need not end. */
    private final int end;

    private String name;
    private AlphaSet vectors;
    private AlphaLeaf leaf;
    private Bounds bounds;

    /**
     * The problem of a table.
     *
     * @throws IllegalArgumentException for discount 0, and for discount 1 without a certain end, with the reason
     */
    public FileProblem(TabularPomdp table) {
        FullyObserved.requireDiscount(table);
        if (!(table.discount() > 0.0)) {
            throw withoutFuture(table.name());
        }
        this.table = table;
        end = Endings.mostSteps(table);
        name = table.name();
    }

    public TabularPomdp table() {
        return table;
    }

    /**
     * Plans with the vectors of a policy as leaf value and proposals instead of a solver's; the name says so.
     *
     * @param label what the vectors are called
     * @throws IllegalArgumentException for more states than the history has lanes for
     */
    public synchronized void useLeaf(AlphaSet policy, String label) {
        if (table.stateCount() > MOST_LANES) {
            throw new IllegalArgumentException(table.name() + " has " + table.stateCount()
                    + " states; vectors are a leaf value for at most " + MOST_LANES
                    + ", since each history carries a belief over all of them");
        }
        name = table.name() + "-with-" + label;
        use(policy);
    }

    private void use(AlphaSet policy) {
        vectors = policy;
        leaf = new AlphaLeaf(policy, table.stateCount(), FullyObserved.of(table).values());
        models.clear();
    }

    /** The vectors that are the leaf value, where there are any. */
    public synchronized Optional<AlphaSet> vectors() {
        prepare();
        return Optional.ofNullable(vectors);
    }

    /** Bounds of the optimal value at the start, where the table was solved for a moment. */
    public synchronized Optional<Bounds> bounds() {
        prepare();
        return Optional.ofNullable(bounds);
    }

    private void prepare() {
        if (bounds != null || table.stateCount() > LEAF_STATES) {
            return;
        }
        long backups = Math.min(BACKUPS, BACKUPS_TIMES_STATES / table.stateCount());
        Sarsop.Limits limits = new Sarsop.Limits(3600.0, PRECISION, backups);
        Sarsop solver = new Sarsop(table, limits);
        bounds = solver.run(limits, progress -> {}, () -> false);
        if (leaf == null) {
            use(solver.policy());
        }
    }

    @Override
    public synchronized String name() {
        return name;
    }

    @Override
    public String summary() {
        return table.stateCount() + " states, from a file";
    }

    @Override
    public int defaultSteps() {
        return end >= 0 ? Math.max(1, end) : steps(table.discount());
    }

    /** Steps after which the rest of an episode weighs less than a thousandth, 1000 at most; below discount 1 alone. */
    static int steps(double discount) {
        double steps = Math.log(NEGLIGIBLE) / Math.log(discount);
        return (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(steps)));
    }

    static IllegalArgumentException withoutFuture(String name) {
        return new IllegalArgumentException(
                name + " has discount 0: nothing beyond the next reward counts, so there is nothing to plan");
    }

    /**
     * Vectors are a bound that holds, so a node keeps its leaf value among the values of its episodes, and a leaf grows
     * only where it is visited often: with the planner's defaults, the mean of a few random episodes takes its place.
     */
    @Override
    public synchronized PlannerSettings defaultSettings() {
        if (vectors == null && table.stateCount() > LEAF_STATES) {
            return PlannerSettings.defaults();
        }
        return PlannerSettings.defaults().with(s -> {
            s.valueRule = ValueRule.LEAF_AND_MEAN;
            s.expandVisits = 256;
        });
    }

    @Override
    public List<ConstantPolicy> baselines() {
        return constants(table.actionCount(), table.actions()::get);
    }

    /** A baseline for each of the first actions. */
    static List<ConstantPolicy> constants(int actions, IntFunction<String> names) {
        return IntStream.range(0, Math.min(100, actions))
                .mapToObj(a -> new ConstantPolicy("always-" + names.apply(a), a))
                .toList();
    }

    /** What is seen of the start is drawn here: it is known before the first action. */
    @Override
    public synchronized Instance instance(long seed) {
        prepare();
        int part = 0;
        if (table.observedPart() != null) {
            int state = Sampler.draw(table.start(), 0, table.stateCount(), new RandomStream(seed));
            part = table.partOf(state);
        }
        TabularModel model = models.computeIfAbsent(part, this::model);
        return () -> model;
    }

    private TabularModel model(int part) {
        return new TabularModel(table.observedPart() == null ? table : startingIn(part), leaf);
    }

    private TabularPomdp startingIn(int part) {
        double[] start = table.start().clone();
        double sum = 0.0;
        for (int s = 0; s < start.length; s++) {
            start[s] = table.observedPart()[s] == part ? start[s] : 0.0;
            sum += start[s];
        }
        for (int s = 0; s < start.length; s++) {
            start[s] /= sum;
        }
        return table.withStart(start);
    }
}
