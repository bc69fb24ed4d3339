package org.teleost.solvers.pbvi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.AlphaVector;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.policy.StartBeliefs;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.BlindPolicies;
import org.teleost.solvers.value.FullyObserved;
import org.teleost.solvers.value.InformedBound;

/**
 * Point-based value iteration (Pineau, Gordon and Thrun 2003): a vector per belief, backed up at all beliefs until
 * nothing improves, then every belief adds the successor that is farthest from all known ones for its probability
 * (there: the farthest of some sampled ones). A lower bound at any time, from the blind policies up; the upper bound is
 * the fast informed one and stays. A plain second opinion beside SARSOP. One thread.
 */
public final class Pbvi {
    private static final int MOST_SWEEPS = 200;

    /** Beliefs nearer than this to a known one are left out, in the sum of differences. */
    private static final double NEAR = 1e-6;

    private final TabularPomdp model;
    private final List<PointBackup> points = new ArrayList<>();
    private final List<StartBeliefs.Start> starts;
    private final double upper;
    private final long begun = System.nanoTime();
    private AlphaSet vectors;

    /**
     * The first bounds.
     *
     * @throws IllegalArgumentException for discount 1 where episodes need not end
     */
    public Pbvi(TabularPomdp raw) {
        model = raw.normalised();
        starts = StartBeliefs.of(model);
        double[][] informed = InformedBound.of(model, FullyObserved.of(model), 300, Long.MAX_VALUE / 2);
        upper = StartBeliefs.mean(model, belief -> InformedBound.at(informed, belief));
        List<AlphaVector> blind = new ArrayList<>();
        for (int a = 0; a < model.actionCount(); a++) {
            blind.add(new AlphaVector(a, null, BlindPolicies.constant(model, a)));
        }
        vectors = new AlphaSet(blind);
        for (StartBeliefs.Start start : starts) {
            points.add(new PointBackup(model, start.belief()));
        }
    }

    /** Runs until the bounds are close enough, time is over, or no belief is new and none improves. */
    public Bounds run(double seconds, double precision, Consumer<Bounds> progress, BooleanSupplier stopped) {
        long deadline = begun + (long) Math.min(1e18, 1e9 * seconds);
        boolean grows = true;
        while (grows) {
            double change = Double.POSITIVE_INFINITY;
            for (int i = 0; i < MOST_SWEEPS && change > 0.1 * precision; i++) {
                if (System.nanoTime() > deadline || stopped.getAsBoolean()) {
                    return bounds();
                }
                change = sweep(deadline);
            }
            progress.accept(bounds());
            if (bounds().gap() <= precision) {
                break;
            }
            grows = expand(() -> System.nanoTime() > deadline || stopped.getAsBoolean());
        }
        return bounds();
    }

    /** Backs up every belief once; keeps the old vector where the new one is no better. The largest improvement. */
    private double sweep(long deadline) {
        List<AlphaVector> next = new ArrayList<>();
        double change = 0.0;
        for (PointBackup point : points) {
            AlphaVector before = vectors.best(point.belief());
            AlphaVector after = System.nanoTime() > deadline ? before : point.backup(vectors.vectors());
            double gain = after.at(point.belief()) - before.at(point.belief());
            change = Math.max(change, gain);
            AlphaVector kept = gain > 0.0 ? after : before;
            if (!next.contains(kept)) {
                next.add(kept);
            }
        }
        vectors = new AlphaSet(next);
        return change;
    }

    /** Every belief adds a successor; false when none is new, or time was over before one was. */
    private boolean expand(BooleanSupplier over) {
        int count = points.size();
        for (int i = 0; i < count && !over.getAsBoolean(); i++) {
            SparseBelief farthest = points.get(i).farthest(this::distance);
            if (farthest != null) {
                points.add(new PointBackup(model, farthest));
            }
        }
        return points.size() > count;
    }

    /** Difference from the nearest known belief, 0 when it is near enough to be the same. */
    private double distance(SparseBelief belief) {
        double least = Double.POSITIVE_INFINITY;
        for (PointBackup point : points) {
            least = Math.min(least, belief.distance(point.belief()));
        }
        return least < NEAR ? 0.0 : least;
    }

    /** The bounds so far. */
    public Bounds bounds() {
        double lower = StartBeliefs.mean(model, vectors::value);
        if (lower > upper + 1e-6 * (1.0 + Math.abs(upper))) {
            throw new IllegalStateException("bounds crossed: lower=" + lower + ", upper=" + upper);
        }
        double seconds = (System.nanoTime() - begun) * 1e-9;
        return new Bounds(lower, Math.max(lower, upper), vectors.vectors().size(), points.size(), seconds);
    }

    /** The policy so far. */
    public AlphaSet policy() {
        return vectors;
    }
}
