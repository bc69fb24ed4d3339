package org.teleost.experiments.runner;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.teleost.experiments.config.RunSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.World;

/**
 * One episode on an instance that several policies share: the worlds of one episode index are the same for all of them,
 * and what was found out about the instance's model is found out once.
 */
public final class SingleEpisode {
    private final int index;
    private final EpisodeSeeds seeds;
    private final Instance instance;
    private final RunSettings run;

    /** @param run its longest episode, whether it is timed, and how long a warm-up takes */
    public SingleEpisode(int index, EpisodeSeeds seeds, Instance instance, RunSettings run) {
        this.index = index;
        this.seeds = seeds;
        this.instance = instance;
        this.run = run;
    }

    /**
     * Plays it to its end.
     *
     * @param stepDone hears the number of each finished step
     * @param stop asked between steps
     * @return empty when stopped
     */
    public Optional<EpisodeResult> play(PolicyFactory policies, IntConsumer stepDone, BooleanSupplier stop) {
        return play(policies, EpisodeObserver.NONE, stepDone, stop);
    }

    /** Plays it again and again for the time of a warm-up: compiles the hot loops. */
    public void warmUp(PolicyFactory policies, BooleanSupplier stop) {
        long deadline = System.nanoTime() + Math.round(1e9 * run.warmup());
        BooleanSupplier over = () -> System.nanoTime() >= deadline || stop.getAsBoolean();
        while (!over.getAsBoolean()) {
            play(policies, step -> {}, over);
        }
    }

    /** Plays it with somebody who watches, and closes it. */
    public Optional<EpisodeResult> play(
            PolicyFactory policies, EpisodeObserver observer, IntConsumer stepDone, BooleanSupplier stop) {
        World world = instance.world(seeds.world());
        long start = System.nanoTime();
        try (observer;
                Policy policy = policies.start(instance, world, seeds.policy())) {
            Episode episode = new Episode(index, instance.model(), world, policy, observer);
            if (run.budget().timed() && policy.belief() != null) {
                // the last episode's tree is garbage now: it is collected before anything is timed
                System.gc();
            }
            boolean over = false;
            for (int step = 0; step < run.steps() && !over; step++) {
                if (stop.getAsBoolean()) {
                    return Optional.empty();
                }
                over = episode.step();
                stepDone.accept(step);
            }
            return Optional.of(episode.result(seeds.world(), (System.nanoTime() - start) / 1e9));
        }
    }
}
