package org.teleost.envs.fluid.validation;

import java.util.List;
import org.teleost.envs.fluid.advection.Scheme;

/** Cases whose error has an order. */
public final class ConvergenceCases {
    private static final String SECOND = "second-order scheme";
    private static final String FIRST = "first-order interface";
    private static final String LINKS = "first-order step";

    private ConvergenceCases() {}

    /** A minute on one core. */
    public static List<Case> full() {
        return List.of(
                new VortexCase(Scheme.CENTRAL, true, 16, 0.01, 100, 3, atLeast(1.9)),
                new VortexCase(Scheme.UPWIND_BIASED, true, 16, 0.01, 100, 3, atLeast(1.9)),
                new VortexCase(Scheme.CENTRAL, false, 12, 0.04, 30, 3, atLeast(1.9)),
                new VortexCase(Scheme.UPWIND_BIASED, false, 12, 0.04, 30, 3, atLeast(1.9)),
                new RopeConvergenceCase(10, 0.004, 2.0, 4, List.of(new Quantity("order", 1.0, 0.8, 1.3, LINKS))),
                new AddedMassConvergenceCase(8, 64, 64, 3, List.of(new Quantity("order", 1.0, 0.8, 1.3, FIRST))),
                new SlipConvergenceCase(
                        200.0, 0.03, false, 16, 0.005, 2, 3, List.of(new Quantity("order", 1.0, 0.8, 2.0, FIRST))),
                new SlipConvergenceCase(
                        200.0, 0.03, true, 16, 0.005, 2, 2, List.of(new Quantity("order", 1.0, 0.6, 1.5, FIRST))));
    }

    /** Seconds. */
    public static List<Case> quick() {
        return List.of(
                new VortexCase(Scheme.CENTRAL, true, 16, 0.01, 50, 1, atLeast(1.9)),
                new VortexCase(Scheme.CENTRAL, false, 12, 0.04, 30, 1, atLeast(1.85)));
    }

    private static List<Quantity> atLeast(double order) {
        return List.of(new Quantity("order", 2.0, order, 3.0, SECOND));
    }
}
