package org.teleost.experiments.training.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.teleost.experiments.config.RecordBinder;
import org.teleost.learn.apt.AptSettings;
import org.teleost.learn.sac.SacSettings;

/** Everything that defines a run: problem, run settings and the learner's settings. */
public record TrainingConfiguration(String problem, TrainingSettings run, SacSettings sac) {

    /** All keys and values in the spelling of a configuration file, in a stable order. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(TrainingConfigurator.PROBLEM, problem);
        values.putAll(new RecordBinder<>(TrainingSettings.class).values(run));
        values.putAll(new RecordBinder<>(SacSettings.class).values(sac));
        values.replaceAll((key, value) -> plain(value));
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        } else if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value;
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
        return run.apt(seed, sac.batchSize());
    }
}
