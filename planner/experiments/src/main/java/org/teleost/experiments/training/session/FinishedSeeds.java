package org.teleost.experiments.training.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.training.settings.TrainingConfiguration;

/** What may change about a run whose networks are trained already: nothing that they or their scores depend on. */
final class FinishedSeeds {
    private static final Set<String> FREE =
            Set.of("seeds", "steps", "onnx", "trace", "learnerThreads", "checkpointEvery", "progressEvery");

    private FinishedSeeds() {}

    /**
     * Refuses settings that would be written down beside networks that they did not train.
     *
     * @param seed one that is finished
     * @param before what the run had until now
     * @throws ConfigException naming the first setting that is another
     */
    static void requireSame(Path folder, long seed, TrainingConfiguration before, TrainingConfiguration now) {
        Map<String, Object> wanted = now.values();
        before.values().forEach((key, value) -> {
            if (!FREE.contains(key) && !value.equals(wanted.get(key))) {
                throw new ConfigException("seed " + seed + " in " + folder + " was trained to its end with " + key + "="
                        + value + ", not " + wanted.get(key)
                        + "; give more --steps to train it on with that, or a new --out to begin again");
            }
        });
    }
}
