package org.teleost.experiments.bench;

import java.util.List;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.report.TraceObserver;
import org.teleost.experiments.runner.EpisodeObserver;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.EpisodeSeeds;
import org.teleost.experiments.runner.Policies;
import org.teleost.experiments.runner.Series;
import org.teleost.experiments.runner.SeriesListener;
import org.teleost.experiments.runner.SeriesOutcome;
import org.teleost.experiments.runner.StepRecord;
import org.teleost.experiments.statistics.Latency;
import org.teleost.live.LiveFeed;
import org.teleost.model.GenerativeModel;
import org.teleost.problem.Problem;

/**
 * The same episodes once more.
 *
 * @param decisions number of decisions
 * @param p50Millis median time of a decision
 * @param p99Millis its 99th percentile
 * @param stepsPerSecond simulated steps over the whole time of the round: planning, belief updates, recording
 * @param digest hash over all decisions; equal for rounds that did the same work
 * @param seconds length of the round
 */
record LiveRound(
        long decisions, double p50Millis, double p99Millis, double stepsPerSecond, long digest, double seconds) {

    /** Runs the episodes of the configuration; with a feed they are recorded into it. */
    static LiveRound run(Problem problem, RunConfiguration configuration, LiveFeed feed) {
        Series series = new Series(
                problem,
                configuration,
                Policies.named(problem, configuration),
                feed == null ? new SeriesListener() {} : new Recording(feed, configuration),
                () -> false);
        System.gc();
        long start = System.nanoTime();
        SeriesOutcome outcome = series.run(List.of());
        double seconds = (System.nanoTime() - start) / 1e9;
        outcome.failure().ifPresent(fault -> {
            throw fault;
        });
        return of(outcome.episodes(), seconds);
    }

    private static LiveRound of(List<EpisodeResult> episodes, double seconds) {
        Latency latency = new Latency();
        long simulated = 0;
        long digest = 0;
        for (EpisodeResult episode : episodes) {
            digest = 31 * digest + episode.digest();
            for (StepRecord step : episode.steps()) {
                latency.record(step.planningNanos());
                simulated += step.simulatedSteps();
            }
        }
        return new LiveRound(
                latency.count(), latency.percentile(50), latency.percentile(99), simulated / seconds, digest, seconds);
    }

    private record Recording(LiveFeed feed, RunConfiguration configuration) implements SeriesListener {
        @Override
        public EpisodeObserver episodeStarted(int episode, GenerativeModel model, EpisodeSeeds seeds) {
            return TraceObserver.live(feed, episode, model, seeds, configuration);
        }
    }

    /** Seconds that some work takes on average when it is repeated for this long. */
    static double secondsPerCall(double seconds, Runnable work) {
        long start = System.nanoTime();
        int calls = 0;
        double passed;
        do {
            work.run();
            calls++;
            passed = (System.nanoTime() - start) / 1e9;
        } while (passed < seconds);
        return passed / calls;
    }
}
