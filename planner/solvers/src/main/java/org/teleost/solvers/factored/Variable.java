package org.teleost.solvers.factored;

import org.teleost.solvers.tabular.Names;

/**
 * A variable of a factored problem.
 *
 * @param role what it is part of
 * @param name its name, that of the previous time slice for a state variable
 * @param nextName the name of the current slice for a state variable, else the same
 * @param values its values
 * @param observed for a state variable: whether it is seen
 */
public record Variable(Role role, String name, String nextName, Names values, boolean observed) {

    /** Parts of a problem. */
    public enum Role {
        STATE,
        ACTION,
        OBSERVATION
    }

    public int size() {
        return values.count();
    }
}
