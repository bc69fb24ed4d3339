package org.teleost.envs.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a case.
 *
 * @param values one per quantity, NaN if the flow did not survive
 * @param failure why it did not, empty if it did
 * @param refinement sizes and errors of a case of convergence
 */
public record CaseResult(double[] values, String failure, Optional<Refinement> refinement) {
    /** A finding per quantity of the case that was measured. */
    public List<Finding> findings(Case measured) {
        List<Finding> findings = new ArrayList<>();
        for (int q = 0; q < measured.quantities().size(); q++) {
            findings.add(new Finding(
                    measured.name(), measured.setting(), measured.quantities().get(q), values[q], failure));
        }
        return List.copyOf(findings);
    }
}
