package org.teleost.experiments.runner;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.RunSettings;
import org.teleost.model.ModelException;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.problem.World;

/** Runs the episodes of a configuration one after the other. */
public final class Series {
    private static final int WARM_UP = -1;
    private final Problem problem;
    private final RunConfiguration configuration;
    private final PolicyFactory policies;
    private final SeriesListener listener;
    private final BooleanSupplier stopRequested;

    /** What is under way, for messages. */
    private String place = "";

    /** {@code stopRequested} is asked between steps; once true, the running episode is given up. */
    public Series(
            Problem problem,
            RunConfiguration configuration,
            PolicyFactory policies,
            SeriesListener listener,
            BooleanSupplier stopRequested) {
        this.problem = problem;
        this.configuration = configuration;
        this.policies = policies;
        this.listener = listener;
        this.stopRequested = stopRequested;
    }

    /** Runs every episode that {@code done} does not hold yet. A fault ends the series and keeps what is finished. */
    public SeriesOutcome run(List<EpisodeResult> done) {
        return run(done, index -> true);
    }

    /** The same for some of the episodes, chosen by their place in the series, from 0. */
    public SeriesOutcome run(List<EpisodeResult> done, IntPredicate mine) {
        Map<Integer, EpisodeResult> results = new TreeMap<>();
        done.forEach(result -> results.put(result.episode(), result));
        RunSettings run = configuration.run();
        RuntimeException failure = null;
        try {
            boolean warm = false;
            for (int i = 0; i < run.episodes() && !stopRequested.getAsBoolean(); i++) {
                int index = run.firstEpisode() + i;
                if (results.containsKey(index) || !mine.test(i)) {
                    continue;
                }
                if (!warm) {
                    warmUp();
                    warm = true;
                }
                runEpisode(index).ifPresent(result -> {
                    results.put(index, result);
                    listener.episodeFinished(result);
                });
            }
        } catch (RuntimeException | Error e) {
            failure = failure(e, results.isEmpty());
        }
        List<EpisodeResult> sorted = results.values().stream()
                .sorted(Comparator.comparingInt(EpisodeResult::episode))
                .toList();
        return new SeriesOutcome(sorted, Optional.ofNullable(failure), stopRequested.getAsBoolean());
    }

    /** What ended the series; thrown again where it is no fault of the problem's and there is nothing to keep. */
    private RuntimeException failure(Throwable thrown, boolean nothingDone) {
        Throwable fault = new UserCode(List.of(problem)).explained("problem=" + problem.name() + place, thrown);
        if (fault instanceof Error error) {
            throw error;
        }
        RuntimeException failure = (RuntimeException) fault;
        if (nothingDone && !(failure instanceof ModelException)) {
            throw failure;
        }
        return failure;
    }

    /** Empty when the user stopped it. */
    private Optional<EpisodeResult> runEpisode(int index) {
        place = " episode=" + index;
        EpisodeSeeds seeds = EpisodeSeeds.of(configuration.run().seed(), index);
        Instance instance = problem.instance(seeds.instance());
        World world = instance.world(seeds.world());
        long start = System.nanoTime();
        boolean complete = false;
        try (EpisodeObserver observer = listener.episodeStarted(index, instance.model(), seeds);
                Policy policy = policies.start(instance, world, seeds.policy())) {
            Episode episode = new Episode(index, instance.model(), world, policy, observer);
            collectGarbage(policy);
            for (int step = 0; step < configuration.run().steps() && !complete; step++) {
                if (stopRequested.getAsBoolean()) {
                    return Optional.empty();
                }
                try {
                    complete = episode.step();
                } catch (CancellationException e) {
                    return Optional.empty();
                }
                listener.stepFinished(index, step);
            }
            complete = true;
            return Optional.of(episode.result(seeds.world(), (System.nanoTime() - start) / 1e9));
        } finally {
            if (!complete) {
                listener.episodeAbandoned(index, !stopRequested.getAsBoolean());
            }
        }
    }

    /** Episodes of instances that belong to no index, until the time is up: compiles the hot loops. */
    private void warmUp() {
        double seconds = configuration.run().warmup();
        if (!(seconds > 0)) {
            return;
        }
        place = " warm-up";
        listener.warmingUp(seconds);
        long deadline = System.nanoTime() + Math.round(seconds * 1e9);
        for (int round = WARM_UP; System.nanoTime() < deadline; round--) {
            EpisodeSeeds seeds = EpisodeSeeds.of(configuration.run().seed(), round);
            Instance instance = problem.instance(seeds.instance());
            World world = instance.world(seeds.world());
            try (Policy policy = policies.start(instance, world, seeds.policy())) {
                Episode episode = new Episode(round, instance.model(), world, policy, EpisodeObserver.NONE);
                boolean over = false;
                for (int step = 0; step < configuration.run().steps() && !over; step++) {
                    if (System.nanoTime() >= deadline || stopRequested.getAsBoolean()) {
                        return;
                    }
                    try {
                        over = episode.step();
                    } catch (CancellationException e) {
                        return;
                    }
                }
            }
        }
    }

    /** Keeps the collector out of measured decisions: the last episode's tree is garbage now. */
    private void collectGarbage(Policy policy) {
        if (configuration.run().budget().timed() && policy.belief() != null) {
            System.gc();
        }
    }
}
