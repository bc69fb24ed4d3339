package org.teleost.experiments.bench;

import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.PlanningEngine;

/**
 * Speed of an engine at one size of passes.
 *
 * @param episodes episodes of a pass
 * @param passSeconds seconds of one pass, NaN when it was not measured
 * @param deviceBytes bytes of device memory
 */
public record PassScaling(
        int episodes, double passSeconds, double episodesPerSecond, double stepsPerSecond, long deviceBytes) {
    private static final int PASSES = 8;

    /** Bytes of tree per episode that keep it from filling up. */
    private static final long BYTES_PER_EPISODE = 512;

    /** Two decisions of eight passes each; the first one warms up. */
    static PassScaling measure(BenchSubject subject, EngineChoice engine, int episodes) {
        PlannerSettings settings = subject.settings().with(s -> {
            s.firstPassEpisodes = episodes;
            s.maxPassEpisodes = episodes;
            s.memoryBytes = Math.max(s.memoryBytes, BYTES_PER_EPISODE * PASSES * episodes);
        });
        PlanningEngine opened = engine.usable(subject.model()).open(subject.model(), settings);
        // the planner closes it
        try (Planner planner = new Planner(subject.model(), settings, opened)) {
            Decision decision = new Decision();
            planner.plan(subject.belief(), Budget.ofPasses(PASSES), decision);
            planner.plan(subject.belief(), Budget.ofPasses(PASSES), decision);
            double seconds = decision.planningNanos / 1e9;
            return new PassScaling(
                    episodes,
                    seconds / PASSES,
                    decision.episodes / seconds,
                    decision.simulatedSteps / seconds,
                    opened.deviceBytes());
        }
    }

    static PassScaling notMeasured(int episodes) {
        return new PassScaling(episodes, Double.NaN, Double.NaN, Double.NaN, 0);
    }

    boolean measured() {
        return Double.isFinite(passSeconds);
    }
}
