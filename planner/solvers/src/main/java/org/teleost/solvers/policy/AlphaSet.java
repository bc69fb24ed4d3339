package org.teleost.solvers.policy;

import java.util.List;

/** A policy as the maximum of vectors; as a value it is a lower bound. Immutable. */
public record AlphaSet(List<AlphaVector> vectors) {
    public AlphaSet {
        vectors = List.copyOf(vectors);
        if (vectors.isEmpty()) {
            throw new IllegalArgumentException("a policy of 0 vectors decides nothing; give at least one");
        }
    }

    /** The vector of the largest value at a belief, null when none is about all its states. */
    public AlphaVector best(SparseBelief belief) {
        AlphaVector best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (AlphaVector vector : vectors) {
            double value = vector.at(belief);
            if (value > most) {
                most = value;
                best = vector;
            }
        }
        return best;
    }

    /** The largest value at a belief, negative infinity when no vector is about all its states. */
    public double value(SparseBelief belief) {
        double most = Double.NEGATIVE_INFINITY;
        for (AlphaVector vector : vectors) {
            most = Math.max(most, vector.at(belief));
        }
        return most;
    }
}
