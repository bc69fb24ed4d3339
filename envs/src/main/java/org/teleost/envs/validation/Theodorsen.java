package org.teleost.envs.validation;

/**
 * A flat plate of chord 1 that heaves by a sin(w t) in an inviscid stream of speed 1 and density 1, for small a:
 * Theodorsen's lift (NACA report 496, 1935) and Garrick's mean thrust and power (NACA report 567, 1936), by
 * Theodorsen's function C(k) = F + i G = K1(ik) / (K0(ik) + K1(ik)), which is H1 / (H1 + i H0) of the second kind at k.
 *
 * <p>With half a chord b, h the heave and dots for derivatives in time the lift is -pi b^2 h'' - 2 pi b C h', so that L
 * = Im(Lambda e^(iwt)) with Lambda = pi a (k^2 + 2 k G - 2 i k F).
 *
 * @param reducedFrequency k = w b / U, positive
 * @param real F
 * @param imaginary G
 */
record Theodorsen(double reducedFrequency, double real, double imaginary) {
    /** Of the trapezoidal rule, for k up to 100; then it shrinks with the width of the integrand, k^(-1/2). */
    private static final double LARGEST_STEP = 1.0 / 64.0;

    /** Exponent from which the integrand no longer counts. */
    private static final double LARGEST_EXPONENT = 45.0;

    /** C(k) for k > 0, to about 13 digits. */
    static Theodorsen at(double reducedFrequency) {
        if (!(reducedFrequency > 0.0) || reducedFrequency == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "reduced frequency out of range: reducedFrequency=" + reducedFrequency + " lowest=0, excluded");
        }
        double[] k0 = modifiedBessel(0, reducedFrequency);
        double[] k1 = modifiedBessel(1, reducedFrequency);
        double sumReal = k0[0] + k1[0];
        double sumImaginary = k0[1] + k1[1];
        double square = sumReal * sumReal + sumImaginary * sumImaginary;
        return new Theodorsen(
                reducedFrequency,
                (k1[0] * sumReal + k1[1] * sumImaginary) / square,
                (k1[1] * sumReal - k1[0] * sumImaginary) / square);
    }

    /** |C|. */
    double magnitude() {
        return Math.hypot(real, imaginary);
    }

    /** Real part of Lambda / a, in phase with the heave. */
    double liftWithHeave() {
        return Math.PI * reducedFrequency * (reducedFrequency + 2.0 * imaginary);
    }

    /** Imaginary part of Lambda / a, in phase with the heave's velocity. */
    double liftWithVelocity() {
        return -2.0 * Math.PI * reducedFrequency * real;
    }

    /** Garrick's mean thrust over rho U^2 c / 2: pi (w a)^2 |C|^2. */
    double thrust(double heave) {
        double speed = 2.0 * reducedFrequency * heave * magnitude();
        return Math.PI * speed * speed;
    }

    /** Garrick's mean power over rho U^3 c / 2: pi (w a)^2 F. */
    double power(double heave) {
        double speed = 2.0 * reducedFrequency * heave;
        return Math.PI * speed * speed * real;
    }

    /**
     * K_n(ik), n = 0 or 1, as real and imaginary part: the integral of e^(-ik cosh t) cosh(n t) from 0 on. The path t =
     * s - i (pi/2) tanh s turns oscillation into decay; the integrand is then even and analytic, so that the
     * trapezoidal rule converges faster than any power of its step.
     */
    static double[] modifiedBessel(int n, double k) {
        double step = LARGEST_STEP / Math.sqrt(Math.max(1.0, 0.01 * k));
        double sumReal = 0.0;
        double sumImaginary = 0.0;
        for (int point = 0; ; point++) {
            double s = point * step;
            double tanh = Math.tanh(s);
            double angle = -0.5 * Math.PI * tanh;
            double exponent = k * Math.sinh(s) * Math.sin(angle);
            if (exponent + n * s < -LARGEST_EXPONENT) {
                return new double[] {step * sumReal, step * sumImaginary};
            }
            double weight = (point == 0 ? 0.5 : 1.0) * Math.exp(exponent);
            double phase = -k * Math.cosh(s) * Math.cos(angle);
            double cosine = weight * Math.cos(phase);
            double sine = weight * Math.sin(phase);
            // cosh(n t) dt/ds
            double slope = -0.5 * Math.PI * (1.0 - tanh * tanh);
            double coshReal = n == 0 ? 1.0 : Math.cosh(s) * Math.cos(angle);
            double coshImaginary = n == 0 ? 0.0 : Math.sinh(s) * Math.sin(angle);
            double factorReal = coshReal - coshImaginary * slope;
            double factorImaginary = coshImaginary + coshReal * slope;
            sumReal += cosine * factorReal - sine * factorImaginary;
            sumImaginary += cosine * factorImaginary + sine * factorReal;
        }
    }
}
