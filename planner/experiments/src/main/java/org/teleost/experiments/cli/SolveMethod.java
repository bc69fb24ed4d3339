package org.teleost.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.teleost.solvers.exact.ExactIteration;
import org.teleost.solvers.pbvi.Pbvi;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.AlphaVector;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.policy.StartBeliefs;
import org.teleost.solvers.sarsop.Sarsop;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.BlindPolicies;
import org.teleost.solvers.value.FullyObserved;
import org.teleost.solvers.value.InformedBound;

/** The offline solvers by name. */
enum SolveMethod {
    /** Both bounds, anytime. */
    sarsop,
    /** A lower bound over a growing set of beliefs, and the informed upper bound. */
    pbvi,
    /** Value iteration over all beliefs: both bounds, for small problems. */
    exact,
    /** The best constant action: a lower bound. */
    blind,
    /** One step without, then all of sight: an upper bound. */
    qmdp,
    /** The fast informed bound: an upper bound, no worse than QMDP. */
    fib;

    /**
     * What a method found.
     *
     * @param bounds with not a number for a bound that the method doesn't give
     */
    record Result(Bounds bounds, AlphaSet policy) {}

    /** Solves a table; {@code from} are first vectors of SARSOP, null for none. */
    Result solve(
            TabularPomdp model, AlphaSet from, Sarsop.Limits limits, Consumer<Bounds> progress, BooleanSupplier stop) {
        long begun = System.nanoTime();
        switch (this) {
            case sarsop -> {
                Sarsop solver = new Sarsop(model, limits);
                if (from != null) {
                    solver.start(from);
                }
                return new Result(solver.run(limits, progress, stop), solver.policy());
            }
            case pbvi -> {
                Pbvi solver = new Pbvi(model);
                Bounds bounds = solver.run(limits.seconds(), limits.precision(), progress, stop);
                return new Result(bounds, solver.policy());
            }
            case exact -> {
                ExactIteration solver = new ExactIteration(model);
                Bounds bounds = solver.run(limits.seconds(), limits.precision(), progress, stop);
                return new Result(bounds, solver.policy());
            }
            default -> {
                AlphaSet vectors = vectors(model.normalised(), limits);
                double value = StartBeliefs.mean(model, vectors::value);
                double seconds = (System.nanoTime() - begun) * 1e-9;
                double lower = this == blind ? value : Double.NaN;
                double upper = this == blind ? Double.NaN : value;
                return new Result(new Bounds(lower, upper, vectors.vectors().size(), 0, seconds), vectors);
            }
        }
    }

    /** A vector per action. */
    private AlphaSet vectors(TabularPomdp model, Sarsop.Limits limits) {
        double[][] values = new double[model.actionCount()][];
        if (this == blind) {
            for (int a = 0; a < values.length; a++) {
                values[a] = BlindPolicies.constant(model, a);
            }
        } else {
            long deadline = System.nanoTime() + (long) Math.min(1e18, 1e9 * limits.seconds());
            int sweeps = this == qmdp ? 0 : 10_000;
            values = InformedBound.of(model, FullyObserved.of(model), sweeps, deadline);
        }
        List<AlphaVector> vectors = new ArrayList<>();
        for (int a = 0; a < values.length; a++) {
            vectors.add(new AlphaVector(a, null, values[a]));
        }
        return new AlphaSet(vectors);
    }
}
