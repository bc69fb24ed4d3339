package org.teleost.fluid.flow;

import org.teleost.fluid.grid.RowLayout;
import org.teleost.fluid.grid.Velocity;

/** Plain twin of the explicit rates: the flux through each side of each control volume, point by point. */
final class PlainMomentum {
    private final Velocity field;
    private final Scheme scheme;
    private final double viscousWeight;

    PlainMomentum(Velocity field, Scheme scheme, double viscosity) {
        this.field = field;
        this.scheme = scheme;
        viscousWeight = viscosity / field.grid().cellSize();
    }

    private double u(int i, int j) {
        return field.u[j + 1][i + RowLayout.GHOST];
    }

    private double v(int i, int j) {
        return field.v[j + 1][i + RowLayout.GHOST];
    }

    /** h times the acceleration of u on face (i, j). */
    double rateU(int i, int j) {
        double east = flux(0.5 * (u(i, j) + u(i + 1, j)), u(i - 1, j), u(i, j), u(i + 1, j), u(i + 2, j));
        double west = flux(0.5 * (u(i - 1, j) + u(i, j)), u(i - 2, j), u(i - 1, j), u(i, j), u(i + 1, j));
        return west - east + cornerU(i, j) - cornerU(i, j + 1);
    }

    /** h times the acceleration of v on face (i, j). */
    double rateV(int i, int j) {
        double north = flux(0.5 * (v(i, j) + v(i, j + 1)), v(i, j - 1), v(i, j), v(i, j + 1), v(i, j + 2));
        double south = flux(0.5 * (v(i, j - 1) + v(i, j)), v(i, j - 2), v(i, j - 1), v(i, j), v(i, j + 1));
        return south - north + cornerV(i, j) - cornerV(i + 1, j);
    }

    private double cornerU(int i, int j) {
        if (j == 0 || j == field.grid().rows()) {
            return 0.0;
        }
        return flux(0.5 * (v(i - 1, j) + v(i, j)), u(i, j - 2), u(i, j - 1), u(i, j), u(i, j + 1));
    }

    private double cornerV(int i, int j) {
        return flux(0.5 * (u(i, j - 1) + u(i, j)), v(i - 2, j), v(i - 1, j), v(i, j), v(i + 1, j));
    }

    /** Flux at {@code speed} between b and c of the line a, b, c, d. */
    private double flux(double speed, double a, double b, double c, double d) {
        double convected = 0.5 * (b + c);
        if (scheme == Scheme.UPWIND_BIASED) {
            convected = speed >= 0.0 ? (-a + 5.0 * b + 2.0 * c) / 6.0 : (2.0 * b + 5.0 * c - d) / 6.0;
        }
        return speed * convected - viscousWeight * (c - b);
    }
}
