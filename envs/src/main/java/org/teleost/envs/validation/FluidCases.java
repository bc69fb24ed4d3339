package org.teleost.envs.validation;

import java.util.List;

/** The published cases at full resolution; minutes on one core. */
public final class FluidCases {
    private static final String CYLINDER_40 = "Wu and Shu 2009 and others cited there";
    private static final String CYLINDER_SHEDDING = "cuIBM (Layton et al. 2011), experiment St 0.164 at Re 100";
    private static final String FLAG = "Huang et al. 2007, Lee and Choi 2015, Goza and Colonius 2017";
    private static final String ROPE = "perturbation solution, series of Bessel functions";
    private static final String COUPLING = "explicit coupling blows up at once";
    private static final String PLATE = "potential flow, pi rho L^2 / 4";
    private static final String HEAVE = "Theodorsen 1935, Garrick 1936";

    private FluidCases() {}

    /** All cases, the quick ones first. */
    public static List<Case> full() {
        return List.of(
                rope(),
                addedMass(),
                heave(),
                lightRay(0.03),
                lightRay(0.02),
                lightRay(0.0),
                cylinder40(),
                cylinder100(),
                cylinder200(),
                flag());
    }

    /** Chain alone against the perturbation solution. */
    public static Case rope() {
        return new RopeCase(160, 0.0005, 2.0, List.of(new Quantity("tip error / amplitude", 0.0, 0.0, 0.02, ROPE)));
    }

    /** Coupling of a ray that weighs little or nothing; the error of the interface velocity is in units of U. */
    public static Case lightRay(double massRatio) {
        return new LightRayCase(
                1000.0,
                massRatio,
                32,
                0.0025,
                5,
                List.of(
                        Quantity.near("periods survived", 5.0, 1e-9, COUPLING),
                        new Quantity("interface velocity error", 0.0, 0.0, 0.05, COUPLING)));
    }

    /** Steady wake: drag and length of the wake. */
    public static Case cylinder40() {
        return new CylinderCase(
                40.0,
                20,
                640,
                512,
                10.0,
                0.008,
                60.0,
                5.0,
                List.of(
                        Quantity.near("drag coefficient", 1.57, 0.05, CYLINDER_40),
                        Quantity.near("wake length", 2.31, 0.05, CYLINDER_40)));
    }

    /** Laminar vortex street. */
    public static Case cylinder100() {
        return new CylinderCase(
                100.0,
                20,
                640,
                512,
                10.0,
                0.008,
                80.0,
                60.0,
                List.of(
                        Quantity.near("mean drag coefficient", 1.37, 0.05, CYLINDER_SHEDDING),
                        Quantity.near("lift amplitude", 0.339, 0.05, CYLINDER_SHEDDING),
                        Quantity.near("Strouhal number", 0.166, 0.03, CYLINDER_SHEDDING)));
    }

    /** Laminar vortex street, stronger. */
    public static Case cylinder200() {
        return new CylinderCase(
                200.0,
                24,
                768,
                512,
                10.0,
                0.006,
                80.0,
                50.0,
                List.of(
                        Quantity.near("mean drag coefficient", 1.36, 0.05, CYLINDER_SHEDDING),
                        Quantity.near("lift amplitude", 0.688, 0.08, CYLINDER_SHEDDING),
                        Quantity.near("Strouhal number", 0.197, 0.05, CYLINDER_SHEDDING)));
    }

    /** Self-excited flapping of a flexible body. */
    public static Case flag() {
        return new FlagCase(
                64,
                512,
                512,
                0.002,
                15.0,
                15.0,
                List.of(
                        Quantity.within("tip amplitude", 0.35, 0.38, FLAG),
                        Quantity.within("Strouhal number", 0.30, 0.32, FLAG)));
    }

    /** Inertia that the fluid adds to a plate. */
    public static Case addedMass() {
        return new AddedMassCase(
                32, 256, 256, 1e-5, 800, List.of(Quantity.near("added mass", 0.25 * Math.PI, 0.1, PLATE)));
    }

    /** Lift, power and trend of the thrust of a plate that heaves a little in a stream. */
    public static Case heave() {
        List<Integer> frequencies = List.of(1, 2, 4);
        return new HeaveCase(
                frequencies,
                128,
                896,
                768,
                false,
                2.0,
                2000.0,
                560,
                HeaveCase.quantities(frequencies, HeaveCase.Tolerances.RESOLVED, HEAVE));
    }
}
