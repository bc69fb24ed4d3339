package org.teleost.problem;

import java.util.List;

/** Service interface: lists control problems. Register implementations under META-INF/services. */
public interface ControlProblemProvider {
    List<ControlProblem> problems();
}
