package org.teleost.experiments.runner;

import java.util.List;
import java.util.Map;
import org.teleost.belief.BeliefHealth.Level;

/**
 * A finished episode.
 *
 * @param seed seed of the episode's world
 * @param discountedReturn sum of discount^t reward_t, t from 0
 * @param terminated the world ended the episode
 * @param truncated the step limit ended it
 * @param digest hash over all decisions
 * @param metrics the world's counters
 * @param host name of the machine that ran it
 * @param attempt 1, more if a machine before had got lost or failed
 */
public record EpisodeResult(
        int episode,
        long seed,
        double discountedReturn,
        boolean succeeded,
        boolean terminated,
        boolean truncated,
        long digest,
        double seconds,
        Map<String, Double> metrics,
        List<StepRecord> steps,
        String host,
        int attempt) {

    /** An episode of this machine. */
    public EpisodeResult(
            int episode,
            long seed,
            double discountedReturn,
            boolean succeeded,
            boolean terminated,
            boolean truncated,
            long digest,
            double seconds,
            Map<String, Double> metrics,
            List<StepRecord> steps) {
        this(
                episode,
                seed,
                discountedReturn,
                succeeded,
                terminated,
                truncated,
                digest,
                seconds,
                metrics,
                steps,
                HostName.own(),
                1);
    }

    /** The same with who ran it. */
    public EpisodeResult by(String machine, int tries) {
        return new EpisodeResult(
                episode,
                seed,
                discountedReturn,
                succeeded,
                terminated,
                truncated,
                digest,
                seconds,
                metrics,
                steps,
                machine,
                tries);
    }

    /** The worst health that the belief had. */
    public Level worstBelief() {
        Level worst = Level.HEALTHY;
        for (StepRecord step : steps) {
            worst = step.belief().compareTo(worst) > 0 ? step.belief() : worst;
        }
        return worst;
    }

    /** Nearest-rank percentile of the planning time in milliseconds, NaN without steps; {@code percent} in (0, 100]. */
    public double planningMillis(double percent) {
        long[] nanos =
                steps.stream().mapToLong(StepRecord::planningNanos).sorted().toArray();
        int rank = (int) Math.ceil(percent / 100.0 * nanos.length) - 1;
        return nanos.length == 0 ? Double.NaN : nanos[Math.max(0, rank)] / 1e6;
    }
}
