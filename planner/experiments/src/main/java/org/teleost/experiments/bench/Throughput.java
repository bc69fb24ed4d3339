package org.teleost.experiments.bench;

import java.util.Arrays;
import org.teleost.belief.ParticleBelief;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;

/**
 * Simulated steps and episodes per second on one thread and on n, medians over rounds. The two are measured in turns,
 * so that a change of clock speed or load meets both.
 *
 * @param scaling steps per second on n threads over those on one, NaN for n = 1
 */
public record Throughput(
        int threads,
        double singleStepsPerSecond,
        double singleEpisodesPerSecond,
        double stepsPerSecond,
        double episodesPerSecond,
        double scaling) {
    private static final Budget DECISION = Budget.ofMillis(100);

    /** Measures for about {@code seconds}, after as long a warm-up as one round takes. */
    static Throughput measure(BenchSubject subject, int threads, double seconds, int rounds) {
        int planners = threads == 1 ? 1 : 2;
        double slice = seconds / (rounds * planners);
        double[][] single = new double[2][rounds];
        double[][] many = new double[2][rounds];
        try (Planner one = subject.planner(1);
                Planner all = threads == 1 ? null : subject.planner(threads)) {
            for (int round = -1; round < rounds; round++) {
                round(one, subject.belief(), slice, single, round);
                if (all != null) {
                    round(all, subject.belief(), slice, many, round);
                }
            }
        }
        double[][] best = threads == 1 ? single : many;
        double scaling = threads == 1 ? Double.NaN : median(many[0]) / median(single[0]);
        return new Throughput(threads, median(single[0]), median(single[1]), median(best[0]), median(best[1]), scaling);
    }

    /** Round -1 is the warm-up. */
    private static void round(Planner planner, ParticleBelief belief, double seconds, double[][] rates, int round) {
        Decision decision = new Decision();
        long nanos = 0;
        long steps = 0;
        long episodes = 0;
        do {
            planner.plan(belief, DECISION, decision);
            nanos += decision.planningNanos;
            steps += decision.simulatedSteps;
            episodes += decision.episodes;
        } while (nanos < seconds * 1e9);
        if (round >= 0) {
            rates[0][round] = steps * 1e9 / nanos;
            rates[1][round] = episodes * 1e9 / nanos;
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }
}
