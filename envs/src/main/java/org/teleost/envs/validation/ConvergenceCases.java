package org.teleost.envs.validation;

import java.util.List;
import org.teleost.fluid.flow.Scheme;

/** Cases whose error has an order. */
public final class ConvergenceCases {
    private static final String SECOND = "second-order scheme";
    private static final String THIRD = "third-order convection, hardly any diffusion";
    private static final String FIRST = "first-order interface";
    private static final String LINKS = "first-order step";

    private static final double VISCOUS = 0.05;
    private static final double REYNOLDS_1000 = 1e-3;

    private ConvergenceCases() {}

    /** Minutes on one core. */
    public static List<Case> full() {
        return List.of(
                new VortexCase(Scheme.CENTRAL, VISCOUS, true, 16, 0.01, 100, 3, atLeast(1.9, 2.0, SECOND)),
                new VortexCase(Scheme.UPWIND_BIASED, REYNOLDS_1000, true, 16, 0.01, 100, 3, atLeast(2.9, 3.0, THIRD)),
                new VortexCase(Scheme.CENTRAL, VISCOUS, false, 12, 0.04, 30, 3, atLeast(1.9, 2.0, SECOND)),
                new VortexCase(Scheme.UPWIND_BIASED, VISCOUS, false, 12, 0.04, 30, 3, atLeast(1.9, 2.0, SECOND)),
                new RopeConvergenceCase(10, 0.004, 2.0, 4, atLeast(0.8, 1.0, LINKS)),
                new AddedMassConvergenceCase(8, 64, 64, 1e-5, 800, 3, atLeast(0.8, 1.0, FIRST)),
                new SlipConvergenceCase(200.0, 0.03, false, 16, 0.005, 2, 3, atLeast(0.8, 1.0, FIRST)),
                new SlipConvergenceCase(200.0, 0.03, true, 16, 0.005, 2, 2, atLeast(0.6, 1.0, FIRST)));
    }

    /** Seconds. */
    public static List<Case> quick() {
        return List.of(
                new VortexCase(Scheme.CENTRAL, VISCOUS, true, 16, 0.01, 50, 1, atLeast(1.9, 2.0, SECOND)),
                new VortexCase(Scheme.UPWIND_BIASED, REYNOLDS_1000, true, 32, 0.0025, 200, 1, atLeast(2.9, 3.0, THIRD)),
                new VortexCase(Scheme.CENTRAL, VISCOUS, false, 12, 0.04, 30, 1, atLeast(1.85, 2.0, SECOND)));
    }

    /** A higher order is no fault; one more than 1 above the expected means errors that cancel. */
    private static List<Quantity> atLeast(double lowest, double expected, String source) {
        return List.of(new Quantity("order", expected, lowest, expected + 1.0, source));
    }
}
