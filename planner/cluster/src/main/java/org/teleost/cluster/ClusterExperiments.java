package org.teleost.cluster;

import java.util.List;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentProvider;

/** Experiments on clusters themselves. */
public final class ClusterExperiments implements ExperimentProvider {
    @Override
    public List<Experiment> experiments() {
        return List.of(new ClusterCheck());
    }
}
