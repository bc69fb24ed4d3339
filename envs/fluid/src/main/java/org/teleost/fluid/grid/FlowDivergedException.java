package org.teleost.fluid.grid;

/** A running simulation has left the range in which it can be believed; start again from a stored state. */
public final class FlowDivergedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened, every number by name, and a way out */
    public FlowDivergedException(String message) {
        super(message);
    }
}
