package org.teleost.experiment;

import java.util.List;

/** Service interface: lists experiments. Register implementations under META-INF/services. */
public interface ExperimentProvider {
    List<Experiment> experiments();
}
