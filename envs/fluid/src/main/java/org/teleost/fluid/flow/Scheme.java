package org.teleost.fluid.flow;

/** How the convected velocity is taken to the sides of its control volume. */
public enum Scheme {
    /** Mean of the two neighbours: second order, keeps energy, needs cells that resolve the wake. */
    CENTRAL,
    /** Third-order upwind bias: the error damps what the cells cannot resolve; for Reynolds numbers from 1000 on. */
    UPWIND_BIASED;

    /** Reynolds number from which pure central differences blow up with an explicit step. */
    public static final double UPWIND_FROM_REYNOLDS = 1000.0;

    /** The scheme for a Reynolds number on cells of a few hundredths of the body. */
    public static Scheme forReynolds(double reynolds) {
        return reynolds >= UPWIND_FROM_REYNOLDS ? UPWIND_BIASED : CENTRAL;
    }
}
