package org.teleost.experiments.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.cell.CellStore;
import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.policy.PolicyNetwork;
import org.teleost.problem.ControlProblem;

/**
 * Trains every trial of a grid, one after the other, after measuring what actors do alone. Both are cells: what is
 * finished is kept at once and is not done again by a later study with the same store.
 */
public final class AptStudy {
    private static final long REFERENCE_SEED = 1;

    private final ControlProblem problem;
    private final LearnerFactory learners;
    private final StudySettings settings;
    private final CellStore cells;
    private final StudyListener listener;
    private final LongSupplier clock;
    private boolean settled;

    /**
     * @param cells finished ones, and who trains which trials; every process measures actors alone for itself
     * @param clock nanoseconds, in the manner of {@link System#nanoTime}; any thread calls it
     */
    public AptStudy(
            ControlProblem problem,
            LearnerFactory learners,
            StudySettings settings,
            CellStore cells,
            StudyListener listener,
            LongSupplier clock) {
        this.problem = problem;
        this.learners = learners;
        this.settings = settings;
        this.cells = cells;
        this.listener = listener;
        this.clock = clock;
    }

    /** Runs the trials that are not finished, until {@code userStop} says true. */
    public StudyResults run(List<Trial> trials, BooleanSupplier userStop) {
        AloneRate plain = measured("plain", () -> alone(problem, 1));
        long stepNanos = Math.max(1, Math.round(plain.stepNanos()));
        List<AloneRate> alone = new ArrayList<>();
        for (int factor : factors(trials)) {
            if (!userStop.getAsBoolean()) {
                AloneRate rate = measured("alone-cost" + factor, () -> scaledAlone(factor, stepNanos));
                listener.aloneMeasured(rate);
                alone.add(rate);
            }
        }
        TrialRun run = new TrialRun(problem, learners, settings, stepNanos, clock);
        List<String> keys = trials.stream().map(Trial::name).toList();
        boolean complete = CellRun.run(
                keys,
                1,
                cells,
                userStop,
                (key, monitor) -> train(run, trials, keys.indexOf(key), monitor::stopRequested),
                (cell, earlier) -> listener.trialFinished(
                        RecordCell.read(cell, TrialResult.class), keys.indexOf(cell.key()) + 1, keys.size(), earlier));
        List<TrialResult> results = new ArrayList<>();
        keys.forEach(key -> cells.find(key).ifPresent(cell -> results.add(RecordCell.read(cell, TrialResult.class))));
        return new StudyResults(settings, alone, results, !complete);
    }

    private Set<Integer> factors(List<Trial> trials) {
        Set<Integer> factors = new TreeSet<>();
        for (Trial trial : trials) {
            for (int factor : settings.factors(trial)) {
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

    private AloneRate measured(String key, Supplier<AloneRate> measure) {
        Optional<Cell> earlier = cells.find(key);
        if (earlier.isPresent()) {
            return RecordCell.read(earlier.get(), AloneRate.class);
        }
        AloneRate rate = measure.get();
        cells.add(RecordCell.of(key, rate));
        return rate;
    }

    private Optional<Cell> train(TrialRun run, List<Trial> trials, int index, BooleanSupplier stop) {
        Trial trial = trials.get(index);
        settle(stop, run.stepNanos());
        listener.trialStarted(trial, index + 1, trials.size());
        // what the trial before left behind is not this one's to clear away
        System.gc();
        return run.run(trial, stop).map(result -> RecordCell.of(trial.name(), result));
    }

    /** Unmeasured training before the first cell. */
    private void settle(BooleanSupplier userStop, long stepNanos) {
        if (!settled && settings.settleSeconds() > 0) {
            TrialBudget budget = TrialBudget.ofSeconds(settings.settleSeconds());
            new TrialRun(problem, learners, settings.settling(), stepNanos, clock)
                    .run(new Trial(CollectionMode.SYNC_1, 1, 1, budget, REFERENCE_SEED), userStop);
        }
        settled = true;
    }
}
