package org.teleost.experiments.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.teleost.plan.Budget;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.EngineProvider;
import org.teleost.plan.Planner;
import org.teleost.problem.Problem;

/**
 * One look at an engine: does it decide as the host does, how fast is it, how punctual, how much memory does it take.
 *
 * @param engine its name
 * @param description its device
 * @param scaled the problem of scaling and latencies
 */
public record EngineCheck(
        String engine,
        String description,
        List<Agreement> agreements,
        String scaled,
        List<PassScaling> scaling,
        List<DecisionLatency> latencies) {
    /** Episodes per pass; each size is begun only when there is time for it. */
    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};

    /** How much longer the next size is allowed to take, per episode, than the one before. */
    private static final double CAUTION = 3.0;

    private static final int MEASURED_PASSES = 16;
    private static final double LATENCY_SHARE = 0.1;

    /**
     * Checks all problems, and measures the first one named mars-20, else the first.
     *
     * @param seconds time for scaling and latencies; agreement comes first and takes what it takes
     * @param progress hears what is being done
     */
    public static EngineCheck run(
            Collection<Problem> problems,
            EngineChoice engine,
            List<Budget> budgets,
            double seconds,
            long seed,
            Consumer<String> progress) {
        Problem scaled = problems.stream()
                .filter(problem -> problem.name().equals("mars-20"))
                .findFirst()
                .orElse(problems.iterator().next());
        BenchSubject subject = new BenchSubject(scaled, seed);
        EngineProvider provider = engine.usable(subject.model());
        List<Agreement> agreements = new ArrayList<>();
        for (Problem problem : problems) {
            progress.accept("comparing decisions of " + problem.name());
            agreements.add(Agreement.of(problem, engine, seed));
        }
        List<PassScaling> scaling = scaling(subject, engine, seconds * (1.0 - LATENCY_SHARE), progress);
        List<DecisionLatency> latencies = new ArrayList<>();
        try (Planner planner = engine.planner(subject.model(), subject.settings())) {
            for (Budget budget : budgets) {
                progress.accept("measuring decisions at " + budget.text());
                latencies.add(
                        DecisionLatency.measure(planner, subject, budget, seconds * LATENCY_SHARE / budgets.size()));
            }
        }
        return new EngineCheck(engine.name(), provider.description(), agreements, scaled.name(), scaling, latencies);
    }

    private static List<PassScaling> scaling(
            BenchSubject subject, EngineChoice engine, double seconds, Consumer<String> progress) {
        List<PassScaling> rows = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        double secondsPerEpisode = 0.0;
        for (int size : SIZES) {
            double expected = CAUTION * secondsPerEpisode * size * MEASURED_PASSES;
            if (System.nanoTime() + (long) (expected * 1e9) > end) {
                rows.add(PassScaling.notMeasured(size));
            } else {
                progress.accept("measuring passes of " + size + " episodes");
                PassScaling row = PassScaling.measure(subject, engine, size);
                secondsPerEpisode = row.passSeconds() / size;
                rows.add(row);
            }
        }
        return rows;
    }

    /** Whether the engine decided as the host everywhere. */
    public boolean agrees() {
        return agreements.stream().allMatch(agreement -> agreement.differences().isEmpty());
    }
}
