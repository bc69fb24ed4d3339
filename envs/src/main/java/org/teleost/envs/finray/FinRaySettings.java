package org.teleost.envs.finray;

import org.teleost.fluid.body.Markers;
import org.teleost.fluid.chain.ChainProperties;
import org.teleost.fluid.grid.StepLimits;

/**
 * Flow, cells and ray of a fin ray problem. Lengths in L, speeds in U, times in L / U.
 *
 * @param reynolds U L / nu, 1 to 1e5
 * @param cellsPerLength cells along L, 8 to 256; the domain is 7 L x 4 L
 * @param stepsPerDecision steps of the flow in a decision of a fortieth of the root's period, 1 to 10 000
 * @param links of the chain, 8 to 400; about one for 1.25 cells
 * @param massRatio rho_s t / (rho L), 0 to 100
 */
public record FinRaySettings(double reynolds, int cellsPerLength, int stepsPerDecision, int links, double massRatio) {
    /** U dt / h of the default time step: components of the velocity up to 5 U stay within the Courant limit. */
    public static final double COURANT_PER_SPEED = 0.08;

    /** Fewest steps of a decision by default: on coarse cells the fastest actuation drives components beyond 5 U. */
    private static final int FEWEST_STEPS = 20;

    /** @throws IllegalArgumentException if a value is out of its range */
    public FinRaySettings {
        require(reynolds >= 1.0 && reynolds <= 1e5, "reynolds", reynolds, "1 to 1e5");
        require(cellsPerLength >= 8 && cellsPerLength <= 256, "cellsPerLength", cellsPerLength, "8 to 256");
        require(
                stepsPerDecision >= 1 && stepsPerDecision <= 10_000,
                "stepsPerDecision",
                stepsPerDecision,
                "1 to 10000");
        require(links >= FinRay.SENSORS && links <= 400, "links", links, FinRay.SENSORS + " to 400");
        require(massRatio >= 0.0 && massRatio <= 100.0, "massRatio", massRatio, "0 to 100");
    }

    private static void require(boolean valid, String name, double value, String range) {
        if (!valid) {
            throw new IllegalArgumentException(
                    "fin ray setting out of range: " + name + "=" + value + " allowed=" + range);
        }
    }

    /**
     * The standard light ray on the given cells with a step that lets no actuation within the bounds reach the Courant
     * limit: 20 steps per decision up to 32 cells, 40 at 64; more where viscosity limits the step, at Reynolds numbers
     * below two thirds of the number of cells.
     *
     * @throws IllegalArgumentException if a value is out of its range, or that needs more than 10 000 steps
     */
    public static FinRaySettings of(double reynolds, int cellsPerLength) {
        int steps = (int) Math.ceil(FinRay.DECISION * cellsPerLength / COURANT_PER_SPEED - 1e-9);
        double viscous = FinRay.DECISION * cellsPerLength * cellsPerLength / (reynolds * StepLimits.VISCOUS);
        steps = Math.max(FEWEST_STEPS, Math.max(steps, (int) Math.ceil(viscous + 1e-9)));
        int links = Math.max(FinRay.SENSORS, Markers.countFor(1.0, 1.0 / cellsPerLength));
        return new FinRaySettings(reynolds, cellsPerLength, steps, links, ChainProperties.RAY_MASS);
    }

    /** Re 1000 on 32 cells per length. */
    public static FinRaySettings standard() {
        return of(1000.0, 32);
    }

    /** Re 200 on 24 cells per length, for first attempts. */
    public static FinRaySettings fast() {
        return of(200.0, 24);
    }

    /** Time of a step of the flow. */
    public double timeStep() {
        return FinRay.DECISION / stepsPerDecision;
    }
}
