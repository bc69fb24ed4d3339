package org.teleost.experiments.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.policy.PolicyNetwork;
import org.teleost.problem.ControlProblem;

/**
 * Trains every cell of a grid, one after the other, after measuring what actors do alone. What is finished is saved at
 * once and is not done again by a later study in the same folder.
 */
public final class AptStudy {
    private static final long REFERENCE_SEED = 1;

    private final ControlProblem problem;
    private final LearnerFactory learners;
    private final StudySettings settings;
    private final StudyFolder folder;
    private final StudyListener listener;
    private final LongSupplier clock;
    private boolean settled;

    /** @param clock nanoseconds, in the manner of {@link System#nanoTime}; any thread calls it */
    public AptStudy(
            ControlProblem problem,
            LearnerFactory learners,
            StudySettings settings,
            StudyFolder folder,
            StudyListener listener,
            LongSupplier clock) {
        this.problem = problem;
        this.learners = learners;
        this.settings = settings;
        this.folder = folder;
        this.listener = listener;
        this.clock = clock;
    }

    /** Runs the cells that are not finished, until {@code userStop} says true. */
    public StudyResults run(List<Cell> cells, BooleanSupplier userStop) {
        AloneRate plain = part("plain", () -> alone(problem, 1));
        long stepNanos = Math.max(1, Math.round(plain.stepNanos()));
        List<AloneRate> alone = new ArrayList<>();
        for (int factor : factors(cells)) {
            if (!userStop.getAsBoolean()) {
                AloneRate rate = part("alone-cost" + factor, () -> scaledAlone(factor, stepNanos));
                listener.aloneMeasured(rate);
                alone.add(rate);
            }
        }
        CellRun run = new CellRun(problem, learners, settings, stepNanos, clock);
        List<CellResult> results = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            result(run, cells.get(i), i + 1, cells.size(), userStop).ifPresent(results::add);
        }
        return new StudyResults(settings, alone, results, results.size() < cells.size());
    }

    private Set<Integer> factors(List<Cell> cells) {
        Set<Integer> factors = new TreeSet<>();
        for (Cell cell : cells) {
            for (int factor : settings.factors(cell)) {
                factors.add(factor);
            }
        }
        return factors;
    }

    private AloneRate scaledAlone(int factor, long stepNanos) {
        return alone(settings.costKind().scale(problem, stepNanos, clock, factor), factor);
    }

    private AloneRate alone(ControlProblem scaled, int factor) {
        PolicyNetwork network;
        try (OffPolicyLearner learner = learners.create(problem, REFERENCE_SEED)) {
            network = learner.snapshot();
        }
        return AloneRate.measure(scaled, factor, network, settings.aloneSeconds(), REFERENCE_SEED, clock);
    }

    private AloneRate part(String name, Supplier<AloneRate> measure) {
        Optional<AloneRate> earlier = folder.read(name, AloneRate.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        AloneRate rate = measure.get();
        folder.save(name, rate);
        return rate;
    }

    private Optional<CellResult> result(CellRun run, Cell cell, int number, int cells, BooleanSupplier userStop) {
        Optional<CellResult> earlier = folder.read(cell.name(), CellResult.class);
        if (earlier.isPresent()) {
            listener.cellFinished(earlier.get(), number, cells, true);
            return earlier;
        }
        if (userStop.getAsBoolean()) {
            return Optional.empty();
        }
        settle(userStop, run.stepNanos());
        listener.cellStarted(cell, number, cells);
        // what the cell before left behind is not this one's to clear away
        System.gc();
        Optional<CellResult> result = run.run(cell, userStop);
        result.ifPresent(done -> {
            folder.save(cell.name(), done);
            listener.cellFinished(done, number, cells, false);
        });
        return result;
    }

    /** Unmeasured training before the first cell. */
    private void settle(BooleanSupplier userStop, long stepNanos) {
        if (!settled && settings.settleSeconds() > 0) {
            CellBudget budget = CellBudget.ofSeconds(settings.settleSeconds());
            new CellRun(problem, learners, settings.settling(), stepNanos, clock)
                    .run(new Cell(CollectionMode.SYNC_1, 1, 1, budget, REFERENCE_SEED), userStop);
        }
        settled = true;
    }
}
