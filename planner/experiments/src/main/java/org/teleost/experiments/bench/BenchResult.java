package org.teleost.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import org.teleost.plan.Budget;
import org.teleost.plan.Planner;
import org.teleost.problem.Problem;

/** Throughput and latencies of one problem. */
public record BenchResult(String problem, Throughput throughput, List<DecisionLatency> latencies) {
    private static final double THROUGHPUT_SHARE = 0.5;

    /** Measures a problem for about {@code seconds} (plus warm-up): half for throughput, the rest for latency. */
    public static BenchResult measure(
            Problem problem, int threads, double seconds, int rounds, List<Budget> budgets, long seed) {
        BenchSubject subject = new BenchSubject(problem, seed);
        Throughput throughput = Throughput.measure(subject, threads, THROUGHPUT_SHARE * seconds, rounds);
        List<DecisionLatency> latencies = new ArrayList<>();
        try (Planner planner = subject.planner(threads)) {
            double slice = (1.0 - THROUGHPUT_SHARE) * seconds / budgets.size();
            System.gc();
            for (Budget budget : budgets) {
                latencies.add(DecisionLatency.measure(planner, subject, budget, slice));
            }
        }
        return new BenchResult(problem.name(), throughput, latencies);
    }
}
