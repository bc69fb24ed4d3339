package org.teleost.experiments.computation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentProvider;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Installed;

/** All experiments on the class path, by group and name. */
public final class ExperimentCatalog {
    private final Map<String, Map<String, Experiment>> groups = new TreeMap<>();

    public ExperimentCatalog(Collection<? extends Experiment> experiments) {
        for (Experiment experiment : experiments) {
            Experiment earlier = groups.computeIfAbsent(experiment.group(), group -> new TreeMap<>())
                    .putIfAbsent(experiment.name(), experiment);
            if (earlier != null) {
                throw new ConfigException("two experiments are called '" + experiment.group() + " " + experiment.name()
                        + "': " + earlier.getClass().getName() + " and "
                        + experiment.getClass().getName());
            }
        }
    }

    /** Experiments registered by service entries for {@link ExperimentProvider}. */
    public static ExperimentCatalog installed() {
        return new ExperimentCatalog(
                Installed.all(ExperimentProvider.class, "an experiment provider", ExperimentProvider::experiments));
    }

    /** Groups in alphabetical order. */
    public List<String> groups() {
        return List.copyOf(groups.keySet());
    }

    /** Experiments of a group in alphabetical order. */
    public List<Experiment> group(String group) {
        return List.copyOf(groups.getOrDefault(group, Map.of()).values());
    }
}
