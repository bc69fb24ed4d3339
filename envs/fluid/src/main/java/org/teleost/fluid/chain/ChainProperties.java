package org.teleost.fluid.chain;

/**
 * A ray of length L as a chain of equal inextensible links; everything per unit of depth and fluid density.
 *
 * <p>Energy: integral of B kappa^2 / 2 + k_s delta^2 / 2 along the ray. kappa is the curvature, delta(s) = eps - d
 * (theta(s) - theta_root) the sliding of the two hemitrichs, a distance d apart, whose bases are offset by eps: the
 * shear core between them pulls every link towards the angle theta_root + eps / d. With k_s = 0 it is a plain beam.
 *
 * @param links at least 1
 * @param length L
 * @param mass per length; 0 is allowed in a fluid, whose added mass then is all the inertia
 * @param bending stiffness B
 * @param core shear stiffness k_s d^2 of the core, per length
 * @param clamped whether the bending holds the first link at the angle of the root, or the root is a hinge
 * @param gravityX acceleration along the stream that the chain feels and the fluid does not
 * @param gravityY the same across the stream
 */
public record ChainProperties(
        int links,
        double length,
        double mass,
        double bending,
        double core,
        boolean clamped,
        double gravityX,
        double gravityY) {
    /** Bending stiffness of the standard fin ray, B / (rho U^2 L^3). */
    public static final double RAY_BENDING = 0.2;

    /** Mass ratio of the standard fin ray, rho_s t / (rho L). */
    public static final double RAY_MASS = 0.03;

    /** Shear-lag length of the standard fin ray, sqrt(B / (k_s d^2)) in units of L. */
    public static final double RAY_SHEAR_LAG = 0.25;

    public ChainProperties {
        if (links < 1) {
            throw new IllegalArgumentException("chain without links: links=" + links + " fewest=1");
        }
        if (!(length > 0.0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("chain length not positive: length=" + length);
        }
        requireNotNegative("mass", mass);
        requireNotNegative("bending", bending);
        requireNotNegative("core", core);
        if (!Double.isFinite(gravityX) || !Double.isFinite(gravityY)) {
            throw new IllegalArgumentException("gravity not finite: gravityX=" + gravityX + " gravityY=" + gravityY);
        }
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0.0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("chain " + name + " out of range: " + name + "=" + value + " lowest=0");
        }
    }

    /** The bilaminar fin ray of length 1 in a stream of speed 1, clamped at its root, with the given mass ratio. */
    public static ChainProperties finRay(int links, double massRatio) {
        double core = RAY_BENDING / (RAY_SHEAR_LAG * RAY_SHEAR_LAG);
        return new ChainProperties(links, 1.0, massRatio, RAY_BENDING, core, true, 0.0, 0.0);
    }

    /** Length of a link. */
    public double link() {
        return length / links;
    }
}
