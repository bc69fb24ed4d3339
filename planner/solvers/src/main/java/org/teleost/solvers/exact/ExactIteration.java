package org.teleost.solvers.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.AlphaVector;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.policy.StartBeliefs;
import org.teleost.solvers.tabular.Endings;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.BlindPolicies;
import org.teleost.solvers.value.FullyObserved;
import org.teleost.solvers.value.InformedBound;

/**
 * Exact value iteration by incremental pruning (Cassandra, Littman and Zhang 1997): V = max of vectors over every
 * belief, not the reachable ones alone. From the blind policies up, so that it is a lower bound at any time; with r the
 * largest rise of the last sweep at any belief and e what pruning may lose in a backup, V* &lt;= V + (e + gamma r) / (1
 * - gamma). Where part of the state is seen there is a set for each part, and where the time is, one sweep is all. For
 * small problems: sets grow like |A| |V|^|O| before they are pruned. One thread.
 */
public final class ExactIteration {
    /** Smallest share of the values' size by which a vector must be needed. */
    private static final double TOLERANCE = 1e-10;

    private static final long PROGRESS_NANOS = 1_000_000_000L;

    private final TabularPomdp model;
    private final PartBackup[] parts;
    private final PlanList[] plans;
    private final Pruning[] prunings;

    /** Number of the backup that last changed a part's set, and of the one before which its own last began. */
    private final long[] changed;

    private final long[] looked;
    private long clock = 1;

    private final double tolerance;
    private final double loss;
    private final int end;
    private final long begun = System.nanoTime();
    private BooleanSupplier over = () -> false;
    private double upper;

    /**
     * The first bounds.
     *
     * @throws IllegalArgumentException for discount 1 where episodes need not end
     */
    public ExactIteration(TabularPomdp raw) {
        model = raw.normalised();
        end = Endings.mostSteps(model);
        double[][] informed = InformedBound.of(model, FullyObserved.of(model), 300, Long.MAX_VALUE / 2);
        upper = StartBeliefs.mean(model, belief -> InformedBound.at(informed, belief));
        double[][] blind = new double[model.actionCount()][];
        double size = 0.0;
        for (int a = 0; a < blind.length; a++) {
            blind[a] = BlindPolicies.constant(model, a);
            size = Math.max(size, Arrays.stream(blind[a]).map(Math::abs).max().orElse(0.0));
        }
        tolerance = TOLERANCE * Math.max(size, 1e-300);
        parts = PartBackup.of(model);
        plans = new PlanList[parts.length];
        prunings = new Pruning[parts.length];
        changed = new long[parts.length];
        looked = new long[parts.length];
        int most = 0;
        for (int x = 0; x < parts.length; x++) {
            prunings[x] = new Pruning(parts[x].states.length, () -> over.getAsBoolean());
            PlanList first = new PlanList();
            for (int a = 0; a < blind.length; a++) {
                first.add(a, parts[x].of(blind[a]));
            }
            plans[x] = PlanList.of(first, prunings[x].needed(first, 0.0), -1);
            changed[x] = 1;
            most = Math.max(most, parts[x].mostKinds());
        }
        loss = tolerance * (2.0 * most + 2.0);
    }

    /** Runs until the bounds are close enough, time is over, or nothing changes any more. */
    public Bounds run(double seconds, double precision, Consumer<Bounds> progress, BooleanSupplier stopped) {
        long deadline = begun + (long) Math.min(1e18, 1e9 * seconds);
        over = () -> System.nanoTime() > deadline || stopped.getAsBoolean();
        try {
            boolean changes = true;
            long said = System.nanoTime();
            while (changes && bounds().gap() > precision) {
                changes = sweep();
                if (System.nanoTime() - said > PROGRESS_NANOS) {
                    progress.accept(bounds());
                    said = System.nanoTime();
                }
            }
        } catch (Pruning.OverException e) {
            // sets that were not finished stay as they were
            return bounds();
        }
        return bounds();
    }

    /** Backs up every part whose future changed, the last first; whether any changed. */
    private boolean sweep() {
        double rise = 0.0;
        boolean changes = false;
        for (int x = parts.length - 1; x >= 0; x--) {
            if (parts[x].lastChange(changed) <= looked[x]) {
                continue;
            }
            long began = clock;
            PlanList next = parts[x].backup(plans, prunings, tolerance);
            double more = prunings[x].rise(plans[x], next);
            looked[x] = began;
            if (more > tolerance) {
                plans[x] = next;
                changed[x] = ++clock;
                changes = true;
                rise = Math.max(rise, more);
            }
        }
        double discount = model.discount();
        double above = Double.POSITIVE_INFINITY;
        if (!changes && end >= 0) {
            above = (end + 1.0) * loss;
        } else if (discount < 1.0) {
            above = (loss + discount * rise) / (1.0 - discount);
        }
        upper = Math.min(upper, lower() + above);
        return changes;
    }

    private double lower() {
        AlphaSet vectors = policy();
        return StartBeliefs.mean(model, vectors::value);
    }

    /** The bounds so far. */
    public Bounds bounds() {
        double lower = lower();
        if (lower > upper + 1e-6 * (1.0 + Math.abs(upper))) {
            throw new IllegalStateException("bounds crossed: lower=" + lower + ", upper=" + upper);
        }
        int count = Arrays.stream(plans).mapToInt(PlanList::count).sum();
        return new Bounds(lower, Math.max(lower, upper), count, 0, (System.nanoTime() - begun) * 1e-9);
    }

    /** The policy so far; vectors of a part are about its states. */
    public AlphaSet policy() {
        List<AlphaVector> vectors = new ArrayList<>();
        for (int x = 0; x < parts.length; x++) {
            if (parts[x].states.length == 0) {
                continue;
            }
            int[] states = parts.length == 1 ? null : parts[x].states;
            for (int i = 0; i < plans[x].count(); i++) {
                vectors.add(new AlphaVector(plans[x].actions.get(i), states, plans[x].value(i)));
            }
        }
        return new AlphaSet(vectors);
    }
}
