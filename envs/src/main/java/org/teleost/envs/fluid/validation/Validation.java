package org.teleost.envs.fluid.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.teleost.envs.fluid.limit.FlowDivergedException;

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
        List<Quantity> quantities = each.quantities();
        double[] values = new double[quantities.size()];
        String failure = "";
        try {
            values = each.measure();
        } catch (FlowDivergedException diverged) {
            Arrays.fill(values, Double.NaN);
            failure = diverged.getMessage();
        }
        List<Finding> findings = new ArrayList<>();
        for (int q = 0; q < values.length; q++) {
            findings.add(new Finding(each.name(), each.setting(), quantities.get(q), values[q], failure));
        }
        return findings;
    }
}
