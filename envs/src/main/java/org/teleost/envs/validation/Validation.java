package org.teleost.envs.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.teleost.fluid.grid.FlowDivergedException;

/** Runs cases one after the other. */
public final class Validation {
    private Validation() {}

    /**
     * Measures every quantity of every case; a flow that does not survive is a finding, not an exception.
     *
     * @param listener hears of each finding as soon as its case has run
     * @return the findings in the order of the cases and their quantities
     */
    public static List<Finding> run(List<Case> cases, Consumer<Finding> listener) {
        List<Finding> findings = new ArrayList<>();
        for (Case each : cases) {
            for (Finding finding : run(each)) {
                findings.add(finding);
                listener.accept(finding);
            }
        }
        return List.copyOf(findings);
    }

    private static List<Finding> run(Case each) {
        return measure(each, CaseMonitor.NONE).findings(each);
    }

    /** Measures one case; a flow that does not survive is a result, not an exception. */
    public static CaseResult measure(Case each, CaseMonitor monitor) {
        double[] values = new double[each.quantities().size()];
        try {
            if (each instanceof ConvergenceCase convergence) {
                Refinement refinement = convergence.refine(monitor);
                return new CaseResult(convergence.values(refinement), "", Optional.of(refinement));
            }
            return new CaseResult(each.measure(monitor), "", Optional.empty());
        } catch (FlowDivergedException diverged) {
            Arrays.fill(values, Double.NaN);
            return new CaseResult(values, diverged.getMessage(), Optional.empty());
        }
    }
}
