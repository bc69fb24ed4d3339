package org.teleost.fluid.flow;

import static org.teleost.fluid.grid.RowLayout.GHOST;

import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

/**
 * For each wave number k across the stream the tridiagonal system along it, q_(i-1) - (2 + lambda_k) q_i + q_(i+1) =
 * b_i with lambda_k = 4 sin^2(pi k / (2 rows)), eliminated once. Immutable; shared by all threads.
 *
 * <p>At an inflow or outflow q is mirrored (no gradient); with periodic ends the last unknown is a border around a
 * tridiagonal system of the others. For k = 0 the level of q is free and its last value is set to 0.
 *
 * <p>Four systems are solved at a time: a sweep is a chain of dependent operations, and four chains hide each other's
 * latency. Their pivots lie side by side in one array. A part holds every other wave number or, with one part, all of
 * them; see {@link CosineTransform}.
 */
final class StreamSystems {
    /** Systems that are solved together. */
    static final int LANES = 4;

    private final int columns;
    private final int parts;
    private final boolean periodic;

    // One for four systems of a part, by part and position in it.
    private final double[][][] pivots;
    private final double[] scales;

    // Periodic ends only: response of the other unknowns to the last one, and what divides the last one's equation.
    private final double[][] borders;
    private final double[] borderPivots;

    StreamSystems(Grid grid, StreamEnds ends, int parts) {
        columns = grid.columns();
        this.parts = parts;
        periodic = ends == StreamEnds.PERIODIC;
        int rows = grid.rows();
        int perPart = rows / parts;
        pivots = new double[parts][(perPart + LANES - 1) / LANES][LANES * columns];
        scales = new double[rows];
        borders = new double[periodic ? rows : 0][columns];
        borderPivots = new double[rows];
        for (int k = 0; k < rows; k++) {
            double sine = Math.sin(0.5 * Math.PI * k / rows);
            scales[k] = (k == 0 ? 1.0 : 2.0) / rows;
            eliminate(k, 2.0 + 4.0 * sine * sine);
        }
    }

    private void eliminate(int k, double diagonal) {
        final double[] table = pivotsOf(k);
        final int lane = lane(k);
        final int unknowns = periodic ? columns - 1 : columns;
        double before = 0.0;
        for (int i = 0; i < unknowns; i++) {
            boolean mirrored = !periodic && (i == 0 || i == columns - 1);
            double pivot = diagonal - (mirrored ? 1.0 : 0.0) - before;
            boolean free = !periodic && k == 0 && i == columns - 1;
            before = free ? 0.0 : 1.0 / pivot;
            table[LANES * i + lane] = before;
        }
        if (periodic) {
            borderOf(k, diagonal);
        }
    }

    private void borderOf(int k, double diagonal) {
        final double[] table = pivotsOf(k);
        final double[] g = borders[k];
        final int lane = lane(k);
        final int last = columns - 2;
        double y = 0.0;
        for (int i = 0; i <= last; i++) {
            double right = i == 0 || i == last ? 1.0 : 0.0;
            y = (right + y) * table[LANES * i + lane];
            g[i] = y;
        }
        for (int i = last - 1; i >= 0; i--) {
            g[i] += table[LANES * i + lane] * g[i + 1];
        }
        borderPivots[k] = k == 0 ? 0.0 : 1.0 / (diagonal - g[0] - g[last]);
    }

    /**
     * Solves in place for the wave numbers of a part; the right-hand sides are spectra as
     * {@link CosineTransform#forward} leaves them, the solutions are weighted for {@link CosineTransform#transposed}.
     */
    void solve(int part, double[][] rows, CosineTransform transform) {
        final int end = scales.length;
        final int together = LANES * parts;
        int k = part;
        for (; k + together - parts < end; k += together) {
            final double[] r0 = rows[transform.spectrumRow(k)];
            final double[] r1 = rows[transform.spectrumRow(k + parts)];
            final double[] r2 = rows[transform.spectrumRow(k + 2 * parts)];
            final double[] r3 = rows[transform.spectrumRow(k + 3 * parts)];
            eliminateFour(pivotsOf(k), r0, r1, r2, r3, k);
            substituteFour(pivotsOf(k), r0, r1, r2, r3);
        }
        for (; k < end; k += parts) {
            solveOne(rows[transform.spectrumRow(k)], k);
        }
        for (k = part; periodic && k < end; k += parts) {
            closeRing(rows[transform.spectrumRow(k)], k);
        }
    }

    private double[] pivotsOf(int k) {
        return pivots[k % parts][k / parts / LANES];
    }

    private int lane(int k) {
        return k / parts % LANES;
    }

    private int unknowns() {
        return periodic ? columns - 1 : columns;
    }

    private void eliminateFour(double[] m, double[] r0, double[] r1, double[] r2, double[] r3, int k) {
        final int end = unknowns();
        final double s0 = scales[k];
        final double s1 = scales[k + parts];
        final double s2 = scales[k + 2 * parts];
        final double s3 = scales[k + 3 * parts];
        double y0 = 0.0;
        double y1 = 0.0;
        double y2 = 0.0;
        double y3 = 0.0;
        for (int i = 0; i < end; i++) {
            y0 = m[LANES * i] * (y0 - s0 * r0[i + GHOST]);
            y1 = m[LANES * i + 1] * (y1 - s1 * r1[i + GHOST]);
            y2 = m[LANES * i + 2] * (y2 - s2 * r2[i + GHOST]);
            y3 = m[LANES * i + 3] * (y3 - s3 * r3[i + GHOST]);
            r0[i + GHOST] = y0;
            r1[i + GHOST] = y1;
            r2[i + GHOST] = y2;
            r3[i + GHOST] = y3;
        }
    }

    private void substituteFour(double[] m, double[] r0, double[] r1, double[] r2, double[] r3) {
        double x0 = 0.0;
        double x1 = 0.0;
        double x2 = 0.0;
        double x3 = 0.0;
        for (int i = unknowns() - 1; i >= 0; i--) {
            x0 = r0[i + GHOST] + m[LANES * i] * x0;
            x1 = r1[i + GHOST] + m[LANES * i + 1] * x1;
            x2 = r2[i + GHOST] + m[LANES * i + 2] * x2;
            x3 = r3[i + GHOST] + m[LANES * i + 3] * x3;
            r0[i + GHOST] = x0;
            r1[i + GHOST] = x1;
            r2[i + GHOST] = x2;
            r3[i + GHOST] = x3;
        }
    }

    private void solveOne(double[] r, int k) {
        final double[] m = pivotsOf(k);
        final int lane = lane(k);
        final int end = unknowns();
        double y = 0.0;
        for (int i = 0; i < end; i++) {
            y = m[LANES * i + lane] * (y - scales[k] * r[i + GHOST]);
            r[i + GHOST] = y;
        }
        double x = 0.0;
        for (int i = end - 1; i >= 0; i--) {
            x = r[i + GHOST] + m[LANES * i + lane] * x;
            r[i + GHOST] = x;
        }
    }

    private void closeRing(double[] r, int k) {
        final int last = columns - 1;
        final double[] g = borders[k];
        double z = (r[GHOST] + r[GHOST + last - 1] - scales[k] * r[GHOST + last]) * borderPivots[k];
        for (int i = 0; i < last; i++) {
            r[i + GHOST] += z * g[i];
        }
        r[GHOST + last] = z;
    }
}
