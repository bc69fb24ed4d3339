package org.teleost.experiments.bench;

import java.util.stream.LongStream;
import org.teleost.experiments.runner.AllocationMeter;
import org.teleost.experiments.statistics.Latency;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;

/**
 * How long decisions of one time budget take.
 *
 * @param allocatedBytes mean bytes allocated per decision by the planning threads, NaN when unknown
 */
public record DecisionLatency(
        Budget budget, long decisions, Latency planning, Latency overshoot, double allocatedBytes) {
    private static final int LEAST_DECISIONS = 10;
    private static final int WARM_UP_DECISIONS = 5;

    /** Decides for about {@code seconds}, at least ten times. */
    static DecisionLatency measure(Planner planner, BenchSubject subject, Budget budget, double seconds) {
        Decision decision = new Decision();
        for (int i = 0; i < WARM_UP_DECISIONS; i++) {
            planner.plan(subject.belief(), budget, decision);
        }
        long[] threads = LongStream.concat(
                        LongStream.of(Thread.currentThread().getId()), LongStream.of(planner.workerThreadIds()))
                .distinct()
                .toArray();
        AllocationMeter meter = new AllocationMeter(threads);
        Latency planning = new Latency();
        Latency overshoot = new Latency();
        long bytes = 0;
        long start = System.nanoTime();
        while (planning.count() < LEAST_DECISIONS || System.nanoTime() - start < seconds * 1e9) {
            long before = meter.bytes();
            planner.plan(subject.belief(), budget, decision);
            bytes = bytes < 0 || before < 0 ? -1 : bytes + meter.since(before);
            planning.record(decision.planningNanos);
            overshoot.record(decision.overshootNanos);
        }
        double perDecision = bytes < 0 ? Double.NaN : (double) bytes / planning.count();
        return new DecisionLatency(budget, planning.count(), planning, overshoot, perDecision);
    }
}
