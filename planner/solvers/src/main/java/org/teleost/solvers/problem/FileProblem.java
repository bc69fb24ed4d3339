package org.teleost.solvers.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;
import org.teleost.solvers.policy.AlphaLeaf;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.sarsop.Sarsop;
import org.teleost.solvers.tabular.Endings;
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
    static final int LEAF_STATES = 1000;

    /** Work of the solver beforehand, counted so that it is the same on every machine. */
    private static final long BACKUPS = 6000;

    private static final double PRECISION = 1e-3;
    private static final int MOST_STEPS = 1000;

    /** Weight at which the rest of an episode is negligible. */
    private static final double NEGLIGIBLE = 1e-3;

    private final TabularPomdp table;
    private final Map<Integer, TabularModel> models = new TreeMap<>();

    /** Most steps of an episode, -1 when it need not end. */
    private final int end;

    private AlphaLeaf leaf;
    private Bounds bounds;

    /**
     * The problem of a table.
     *
     * @throws IllegalArgumentException for discount 0, and for discount 1 without a certain end, with the reason
     */
    public FileProblem(TabularPomdp table) {
        end = Endings.mostSteps(table);
        if (!(table.discount() < 1.0) && end < 0) {
            throw new IllegalArgumentException(table.name()
                    + " has discount 1 and need not end: its sum of rewards may be infinite, so it can't be planned."
                    + " Give it an end, for example --horizon 30, or a discount: teleost convert IN OUT --discount"
                    + " 0.99");
        }
        if (!(table.discount() > 0.0)) {
            throw new IllegalArgumentException(table.name()
                    + " has discount 0: nothing beyond the next reward counts, so there is nothing to plan");
        }
        this.table = table;
    }

    public TabularPomdp table() {
        return table;
    }

    /** Plans with the vectors of a policy as leaf value instead of a solver's. */
    public synchronized void useLeaf(AlphaSet policy) {
        leaf = new AlphaLeaf(policy, table.stateCount(), FullyObserved.of(table).values());
        models.clear();
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
        Sarsop.Limits limits = new Sarsop.Limits(3600.0, PRECISION, BACKUPS);
        Sarsop solver = new Sarsop(table, limits);
        bounds = solver.run(limits, progress -> {}, () -> false);
        if (leaf == null) {
            leaf = new AlphaLeaf(
                    solver.policy(), table.stateCount(), FullyObserved.of(table).values());
        }
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public String summary() {
        return table.stateCount() + " states, from a file";
    }

    @Override
    public int defaultSteps() {
        double steps = end >= 0 ? end : Math.log(NEGLIGIBLE) / Math.log(table.discount());
        return (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(steps)));
    }

    @Override
    public List<ConstantPolicy> baselines() {
        return IntStream.range(0, Math.min(100, table.actionCount()))
                .mapToObj(a -> new ConstantPolicy("always-" + table.actions().get(a), a))
                .toList();
    }

    /** What is seen of the start is drawn here: it is known before the first action. */
    @Override
    public synchronized Instance instance(long seed) {
        prepare();
        int part = 0;
        if (table.observedPart() != null) {
            RandomStream stream = new RandomStream(seed);
            double[] start = table.start();
            double target = stream.nextDouble();
            int state = 0;
            for (int s = 0; s < start.length; s++) {
                if (start[s] > 0.0) {
                    state = s;
                    target -= start[s];
                    if (target < 0.0) {
                        break;
                    }
                }
            }
            part = table.observedPart()[state];
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
