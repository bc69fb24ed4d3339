package org.teleost.problem;

import java.util.List;

/** Service interface: lists problems. Register implementations under META-INF/services. */
public interface ProblemProvider {
    List<Problem> problems();
}
