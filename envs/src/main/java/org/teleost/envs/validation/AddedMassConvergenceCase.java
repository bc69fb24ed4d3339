package org.teleost.envs.validation;

import java.util.List;

/**
 * The plate of {@link AddedMassCase} on finer and finer grids: by how much the added mass changes from one grid to the
 * next finer one. The order of these changes is that of the discretisation, without the share of viscosity and walls
 * that potential flow lacks.
 *
 * @param cells per length of the coarsest grid
 * @param columns of the coarsest grid
 * @param rows of the coarsest grid
 * @param viscosity nu over f L^2
 * @param stepsPerPeriod of the heave
 * @param halvings number of refinements, 2 at least
 * @param quantities order
 */
public record AddedMassConvergenceCase(
        int cells, int columns, int rows, double viscosity, int stepsPerPeriod, int halvings, List<Quantity> quantities)
        implements ConvergenceCase {
    public AddedMassConvergenceCase {
        quantities = List.copyOf(quantities);
    }

    @Override
    public String name() {
        return "added mass in space";
    }

    @Override
    public String setting() {
        return cells + " to " + (cells << halvings) + " cells per L, domain " + columns + " x " + rows
                + " cells on the coarsest, " + stepsPerPeriod + " steps per period, nu " + viscosity;
    }

    @Override
    public String study() {
        return "Added mass of a plate";
    }

    @Override
    public String sizeLabel() {
        return "cell size h/L";
    }

    @Override
    public String errorLabel() {
        return "change of the added mass / (rho L^2)";
    }

    @Override
    public Refinement refine(CaseMonitor monitor) {
        AddedMassCase plate = new AddedMassCase(cells, columns, rows, viscosity, stepsPerPeriod, List.of());
        double[] sizes = new double[halvings];
        double[] changes = new double[halvings];
        double from = 0.0;
        double before = Double.NaN;
        for (int k = 0; k <= halvings; k++) {
            double to = k == halvings ? 1.0 : from + 0.2 * (1.0 - from);
            double value = plate.addedMass(1 << k, monitor.part(from, to));
            if (k > 0) {
                sizes[k - 1] = 1.0 / (cells << k - 1);
                changes[k - 1] = Math.abs(before - value);
            }
            before = value;
            from = to;
        }
        return new Refinement(sizes, changes);
    }
}
