package org.teleost.live;

import java.util.Map;
import java.util.Objects;

/**
 * What an episode is about; the first thing that a watcher learns of it.
 *
 * @param number counts the episodes of a feed from 0
 * @param model name of the model
 * @param seed seed of the run
 * @param configuration what is needed to repeat the run, as in a trace; entry {@code problem} names the problem
 */
public record EpisodeHead(long number, String model, long seed, Map<String, String> configuration) {
    public EpisodeHead {
        Objects.requireNonNull(model, "model");
        configuration = Map.copyOf(configuration);
    }
}
