package org.teleost.envs.validation;

import java.util.List;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentProvider;

/** Offers the validation of the flow solver to the command line. */
public final class FluidExperiments implements ExperimentProvider {
    @Override
    public List<Experiment> experiments() {
        return List.of(new ValidateFluid());
    }
}
