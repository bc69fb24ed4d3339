package org.teleost.envs.validation;

import java.util.List;

/**
 * The fin ray of {@link LightRayCase} with smaller and smaller steps, on one grid or on finer and finer ones: how far
 * the fluid at the ray is from following it, the largest value over the last period in units of U. The projection
 * disturbs the forced velocity by the gradient of what the pressure changes in a step, and the pressure is singular at
 * the ray's ends.
 *
 * @param reynolds U L / nu
 * @param massRatio rho_s t / (rho L)
 * @param inSpace whether the cells shrink with the step
 * @param cells per length of the coarsest grid
 * @param timeStep the largest in L / U
 * @param periods of the root's motion
 * @param halvings number of refinements
 * @param quantities order, error at the smallest step
 */
public record SlipConvergenceCase(
        double reynolds,
        double massRatio,
        boolean inSpace,
        int cells,
        double timeStep,
        int periods,
        int halvings,
        List<Quantity> quantities)
        implements ConvergenceCase {
    public SlipConvergenceCase {
        quantities = List.copyOf(quantities);
    }

    @Override
    public String name() {
        return "interface velocity in " + (inSpace ? "space" : "time");
    }

    @Override
    public String setting() {
        String grid = inSpace ? cells + " to " + (cells << halvings) : Integer.toString(cells);
        return "Re " + (int) reynolds + ", mass " + massRatio + ", " + grid + " cells per L, dt " + timeStep + " to "
                + timeStep / (1 << halvings);
    }

    @Override
    public String study() {
        return "Fluid velocity at the fin ray in " + (inSpace ? "space, dt falling with h" : "time");
    }

    @Override
    public String sizeLabel() {
        return inSpace ? "cell size h/L" : "step dt U/L";
    }

    @Override
    public String errorLabel() {
        return "interface velocity error / U";
    }

    @Override
    public Refinement refine(CaseMonitor monitor) {
        return Refinement.of(halvings, inSpace ? 0.15 : 0.3, monitor, (k, part) -> {
            int refined = inSpace ? cells << k : cells;
            double step = timeStep / (1 << k);
            LightRayCase ray = new LightRayCase(reynolds, massRatio, refined, step, periods, List.of());
            return new Refinement.Step(inSpace ? 1.0 / refined : step, ray.measure(part)[1]);
        });
    }
}
