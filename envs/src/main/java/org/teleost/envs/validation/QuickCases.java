package org.teleost.envs.validation;

import java.util.ArrayList;
import java.util.List;

/** The published cases on coarse grids and small domains: wider bands, the same physics, seconds. */
public final class QuickCases {
    private static final String COARSE = "the published value, the band for a coarse grid in a narrow domain";

    private QuickCases() {}

    /** All cases, the shortest first. */
    public static List<Case> all() {
        List<Case> cases = new ArrayList<>(ConvergenceCases.quick());
        cases.addAll(List.of(rope(), addedMass(), heave(), lightRay(), cylinder40(), cylinder100(), flag()));
        return List.copyOf(cases);
    }

    private static Case rope() {
        return new RopeCase(40, 0.001, 1.0, List.of(band("tip error / amplitude", 0.0, 0.0, 0.05)));
    }

    private static Case addedMass() {
        double potentialFlow = 0.25 * Math.PI;
        return new AddedMassCase(
                16,
                96,
                96,
                1e-5,
                200,
                List.of(band("added mass", potentialFlow, 0.88 * potentialFlow, 1.12 * potentialFlow)));
    }

    private static Case heave() {
        List<Integer> frequencies = List.of(2, 4);
        return new HeaveCase(
                frequencies,
                24,
                120,
                96,
                true,
                1.5,
                2000.0,
                200,
                HeaveCase.quantities(frequencies, HeaveCase.Tolerances.COARSE, COARSE));
    }

    private static Case lightRay() {
        return new LightRayCase(
                200.0,
                0.0,
                16,
                0.004,
                2,
                List.of(band("periods survived", 2.0, 1.999, 2.001), band("interface velocity error", 0.0, 0.0, 0.1)));
    }

    private static Case cylinder40() {
        return new CylinderCase(
                40.0,
                10,
                160,
                128,
                5.0,
                0.015,
                25.0,
                1.0,
                List.of(band("drag coefficient", 1.57, 1.57, 1.85), band("wake length", 2.31, 2.1, 2.6)));
    }

    private static Case cylinder100() {
        return new CylinderCase(
                100.0,
                10,
                160,
                128,
                5.0,
                0.0125,
                40.0,
                25.0,
                List.of(
                        band("mean drag coefficient", 1.37, 1.37, 1.75),
                        band("lift amplitude", 0.339, 0.25, 0.5),
                        band("Strouhal number", 0.166, 0.155, 0.19)));
    }

    private static Case flag() {
        return new FlagCase(
                16,
                96,
                96,
                0.005,
                10.0,
                8.0,
                List.of(band("tip amplitude", 0.365, 0.25, 0.45), band("Strouhal number", 0.31, 0.26, 0.34)));
    }

    private static Quantity band(String name, double reference, double lowest, double highest) {
        return new Quantity(name, reference, lowest, highest, COARSE);
    }
}
