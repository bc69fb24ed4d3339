package org.teleost.solvers.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.teleost.solvers.tabular.TabularPomdp;

/** What may be known before the first action: the start, split by what is always seen of its states. */
public final class StartBeliefs {
    private StartBeliefs() {}

    /**
     * A start and how likely it is.
     *
     * @param probability of this start, positive
     */
    public record Start(double probability, SparseBelief belief) {}

    /** The starts in the order of their observed parts; probabilities sum to 1. */
    public static List<Start> of(TabularPomdp model) {
        Map<Integer, double[]> parts = new TreeMap<>();
        double total = 0.0;
        for (int s = 0; s < model.stateCount(); s++) {
            if (model.start()[s] > 0.0) {
                int part = model.partOf(s);
                parts.computeIfAbsent(part, p -> new double[model.stateCount()])[s] = model.start()[s];
                total += model.start()[s];
            }
        }
        List<Start> starts = new ArrayList<>();
        for (double[] dense : parts.values()) {
            double sum = 0.0;
            for (double p : dense) {
                sum += p;
            }
            starts.add(new Start(sum / total, SparseBelief.of(dense)));
        }
        return starts;
    }

    /** Mean over the starts of a function of the belief. */
    public static double mean(TabularPomdp model, ToDoubleFunction<SparseBelief> value) {
        double sum = 0.0;
        for (Start start : of(model)) {
            sum += start.probability() * value.applyAsDouble(start.belief());
        }
        return sum;
    }
}
