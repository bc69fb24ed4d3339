package org.teleost.experiments.training.record;

import java.util.List;

/** The evaluations of one seed. */
public record Curve(long seed, List<EvaluationRow> rows) {
    public Curve {
        rows = List.copyOf(rows);
    }
}
