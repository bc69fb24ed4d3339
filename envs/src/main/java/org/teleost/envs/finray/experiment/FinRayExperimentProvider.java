package org.teleost.envs.finray.experiment;

import java.util.List;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentProvider;

/** Lists the fin ray's experiments. */
public final class FinRayExperimentProvider implements ExperimentProvider {
    @Override
    public List<Experiment> experiments() {
        return List.of(new GridExperiment(), new WavesExperiment(), new CompareExperiment());
    }
}
