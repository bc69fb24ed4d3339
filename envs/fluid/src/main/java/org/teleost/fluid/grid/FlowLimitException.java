package org.teleost.fluid.grid;

/** A setting that the explicit scheme cannot carry: the step, the cell or the position of a body has to change. */
public final class FlowLimitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message what is too large, every number by name, and a way out */
    public FlowLimitException(String message) {
        super(message);
    }
}
