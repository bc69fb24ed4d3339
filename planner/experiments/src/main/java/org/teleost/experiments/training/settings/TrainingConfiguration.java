package org.teleost.experiments.training.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.teleost.learn.apt.AptSettings;
import org.teleost.learn.sac.SacSettings;
import org.teleost.settings.SettingKey;

/**
 * Everything that defines a run: problem, run settings, and those of collection and learner.
 *
 * @param apt its seed and batch size are set per seed, from the others
 */
public record TrainingConfiguration(String problem, TrainingSettings run, AptSettings apt, SacSettings sac) {
    /** Keys of collection that other settings decide. */
    static final Set<String> DECIDED = Set.of("seed", "batchSize", "checked");

    /** All keys and values in the spelling of a configuration file, in a stable order. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(TrainingConfigurator.PROBLEM, problem);
        values.putAll(run.values());
        Map<String, Object> collection = apt.values();
        collection.keySet().removeAll(DECIDED);
        values.putAll(collection);
        values.putAll(sac.values());
        values.replaceAll(
                (key, value) -> value instanceof Number || value instanceof Boolean ? value : SettingKey.text(value));
        return values;
    }

    /** The text of a configuration file that gives this configuration. */
    public String yaml() {
        StringBuilder text = new StringBuilder();
        values().forEach((key, value) -> text.append(key)
                .append(": ")
                .append(value instanceof String ? "'" + value + "'" : value)
                .append('\n'));
        return text.toString();
    }

    /** What the training of one seed needs to know. */
    public AptSettings apt(long seed) {
        return apt.with(s -> {
            s.seed = seed;
            s.batchSize = sac.batchSize();
        });
    }
}
