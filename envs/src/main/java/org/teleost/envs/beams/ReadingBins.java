package org.teleost.envs.beams;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.ErfDifference;
import org.apache.commons.numbers.gamma.Erfc;

/** 256 bins for a reading; the first and the last are open towards the outside. */
public final class ReadingBins {
    /** Number of bins. */
    public static final int COUNT = 256;

    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2.0 * Math.PI);

    /** In narrower bins (in deviations) the integral is a series about the middle. */
    private static final double NARROW = 0.12;

    /** Probabilities below this are computed by their logarithm. */
    private static final double TINY = 1e-280;

    /** Edges between bins; bin i reaches from edge i - 1 to edge i. */
    private final double[] edges = new double[COUNT - 1];

    private final double low;
    private final double perCell;

    /** The bin of each cell; a cell is as wide as the narrowest bin. */
    private final byte[] binOf;

    private ReadingBins(double[] widths, double low, double narrowest) {
        this.low = low;
        perCell = 1.0 / narrowest;
        int cells = 0;
        for (double width : widths) {
            cells += (int) Math.round(width * perCell);
        }
        binOf = new byte[cells];
        int cell = 0;
        for (int bin = 0; bin < COUNT; bin++) {
            int end = cell + (int) Math.round(widths[bin] * perCell);
            for (; cell < end; cell++) {
                binOf[cell] = (byte) bin;
            }
            if (bin < COUNT - 1) {
                edges[bin] = low + cell * narrowest;
            }
        }
    }

    /** Bins of one width, the first from {@code low} on. */
    public static ReadingBins uniform(double low, double width) {
        double[] widths = new double[COUNT];
        Arrays.fill(widths, width);
        return new ReadingBins(widths, low, width);
    }

    /**
     * Coarse bins from {@code low} on, of which those from {@code fineFrom} on are fine until {@code fineTo}.
     *
     * @param coarse a multiple of {@code fine}; both divide the stretches without a rest
     */
    public static ReadingBins refined(double low, double coarse, double fineFrom, double fineTo, double fine) {
        double[] widths = new double[COUNT];
        double edge = low;
        for (int bin = 0; bin < COUNT; bin++) {
            widths[bin] = edge > fineFrom - 0.5 * fine && edge < fineTo - 0.5 * fine ? fine : coarse;
            edge += widths[bin];
        }
        return new ReadingBins(widths, low, fine);
    }

    /** The bin of a reading. */
    public int bin(double reading) {
        double cell = (reading - low) * perCell;
        if (cell < 0.0) {
            return 0;
        }
        return cell < binOf.length ? binOf[(int) cell] & 0xFF : COUNT - 1;
    }

    /** Lower edge, negative infinity for the first bin. */
    public double lower(int bin) {
        return bin == 0 ? Double.NEGATIVE_INFINITY : edges[bin - 1];
    }

    /** Upper edge, infinity for the last bin. */
    public double upper(int bin) {
        return bin == COUNT - 1 ? Double.POSITIVE_INFINITY : edges[bin];
    }

    /** A number inside the bin, for people. */
    public double middle(int bin) {
        return bin == 0 ? edges[0] : bin == COUNT - 1 ? edges[COUNT - 2] : 0.5 * (edges[bin - 1] + edges[bin]);
    }

    /** log P(lower &lt;= N(mean, deviation^2) &lt; upper); the relative error of P is below 1e-6. */
    public double logMass(int bin, double mean, double deviation) {
        double a = (lower(bin) - mean) / deviation;
        double b = (upper(bin) - mean) / deviation;
        double width = b - a;
        double middle = 0.5 * (a + b);
        if (width < NARROW && Math.abs(middle) < 6.0) {
            // the integral of exp(-z^2 / 2) over a short stretch, to the fourth order in its width
            double square = width * width;
            double z = middle * middle;
            double series = 1.0 + square / 24.0 * (z - 1.0) + square * square / 1920.0 * (z * z - 6.0 * z + 3.0);
            return -0.5 * z - LOG_ROOT_TWO_PI + Math.log(width * series);
        }
        double mass = mass(a, b);
        return mass > TINY ? Math.log(mass) : logTail(middle < 0.0 ? -b : a, width);
    }

    private static double mass(double a, double b) {
        if (a == Double.NEGATIVE_INFINITY) {
            return 0.5 * Erfc.value(-b * ROOT_HALF);
        }
        if (b == Double.POSITIVE_INFINITY) {
            return 0.5 * Erfc.value(a * ROOT_HALF);
        }
        return 0.5 * ErfDifference.value(a * ROOT_HALF, b * ROOT_HALF);
    }

    /** log of the mass from z far out to z + width: exp(-z^2 / 2) (1 / z - 1 / z^3) less the same at the end. */
    private static double logTail(double z, double width) {
        double start = 1.0 / z - 1.0 / (z * z * z);
        return -0.5 * z * z - LOG_ROOT_TWO_PI + Math.log(start * -Math.expm1(-width * (z + 0.5 * width)));
    }

    /** P(|N(0, deviation^2)| &lt;= t); 0 for negative t. */
    public static double within(double t, double deviation) {
        return t <= 0.0 ? 0.0 : Erf.value(t / deviation * ROOT_HALF);
    }
}
