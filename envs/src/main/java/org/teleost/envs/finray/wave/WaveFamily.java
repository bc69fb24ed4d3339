package org.teleost.envs.finray.wave;

import java.util.Locale;
import org.teleost.envs.finray.FinRay;

/**
 * Families of waves. All are clipped at the largest offset, and the largest rate flattens their flanks like those of
 * any control.
 */
public enum WaveFamily {
    /** A sin(w t + phase): amplitude in radians, phase in degrees. Beyond 0.6 rad it holds its bounds for a while. */
    CLIPPED(2) {
        @Override
        double offset(double[] parameters, double angle) {
            return parameters[0] * Math.sin(angle + Math.toRadians(parameters[1]));
        }
    },
    /** Straight flanks of a triangle of some height, in radians, and a phase in degrees. */
    TRAPEZOID(2) {
        @Override
        double offset(double[] parameters, double angle) {
            return parameters[0] * 2.0 / Math.PI * Math.asin(Math.sin(angle + Math.toRadians(parameters[1])));
        }
    },
    /** sum over k = 1, 2, 3 of a_k sin(k w t) + b_k cos(k w t): a_1, b_1, a_2, b_2, a_3, b_3 in radians. */
    HARMONICS(6) {
        @Override
        double offset(double[] parameters, double angle) {
            double sum = 0.0;
            for (int k = 1; k <= 3; k++) {
                sum += parameters[2 * k - 2] * Math.sin(k * angle) + parameters[2 * k - 1] * Math.cos(k * angle);
            }
            return sum;
        }
    };

    private final int parameters;

    WaveFamily(int parameters) {
        this.parameters = parameters;
    }

    /** How many parameters a wave has. */
    public int parameters() {
        return parameters;
    }

    /** Lower-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The offset before it is clipped, at a phase of the root's heave in radians. */
    abstract double offset(double[] parameters, double angle);

    /** Parameters of the family's wave that is nearest to a sinusoid of this amplitude and phase in degrees. */
    double[] nearest(double amplitude, double phase) {
        if (this != HARMONICS) {
            return new double[] {amplitude, phase};
        }
        double angle = Math.toRadians(phase);
        double bounded = Math.min(amplitude, 2.0 * FinRay.LARGEST_OFFSET);
        return new double[] {bounded * Math.cos(angle), bounded * Math.sin(angle), 0.0, 0.0, 0.0, 0.0};
    }
}
