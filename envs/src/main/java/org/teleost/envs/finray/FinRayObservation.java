package org.teleost.envs.finray;

import org.teleost.fluid.body.RootPose;
import org.teleost.fluid.chain.Chain;

/**
 * What a control sees of the ray, scaled to the order of one. Sampled by length along the ray, so that the same policy
 * can be used on any cells:
 *
 * <pre>
 * 0-1    sine and cosine of the root's phase
 * 2-5    root: heave and its velocity, pitch and its rate, in their amplitudes
 * 6      offset in its bound
 * 7-12   angle against the root at (k + 1/2) / 6 of the length, in 0.5 rad
 * 13-18  their rates, in 2.5 U / L
 * 19-26  normal force on an eighth of the ray over the last decision, in 4 rho U^2
 * 27-28  CT / 2 and CP / 5 of the last decision
 * </pre>
 */
public final class FinRayObservation {
    /** Values in an observation. */
    public static final int SIZE = 29;

    private static final int ANGLES = 6;
    private static final double ANGLE_UNIT = 0.5;
    private static final double RATE_UNIT = 2.5;
    private static final double FORCE_UNIT = 4.0;
    private static final double THRUST_UNIT = 2.0;
    private static final double POWER_UNIT = 5.0;

    private FinRayObservation() {}

    /** @param out SIZE values */
    static void write(FinRay ray, float[] out) {
        RootPose root = ray.root();
        int at = 0;
        out[at++] = (float) Math.sin(ray.phase());
        out[at++] = (float) Math.cos(ray.phase());
        out[at++] = (float) ((root.y - FinRaySetup.ROOT) / FinRay.HEAVE);
        out[at++] = (float) (root.velocityY / (FinRay.HEAVE * FinRay.OMEGA));
        out[at++] = (float) (root.angle / FinRay.PITCH);
        out[at++] = (float) (root.rate / (FinRay.PITCH * FinRay.OMEGA));
        out[at++] = (float) (ray.offset() / FinRay.LARGEST_OFFSET);
        Chain chain = ray.chain();
        for (int k = 0; k < ANGLES; k++) {
            double angle = along(chain.angles, (k + 0.5) / ANGLES) - root.angle;
            double rate = along(chain.rates, (k + 0.5) / ANGLES) - root.rate;
            out[at + k] = (float) (angle / ANGLE_UNIT);
            out[at + ANGLES + k] = (float) (rate / RATE_UNIT);
        }
        at += 2 * ANGLES;
        for (int sensor = 0; sensor < FinRay.SENSORS; sensor++) {
            out[at++] = (float) (ray.normalForce(sensor) / FORCE_UNIT);
        }
        out[at++] = (float) (ray.thrustCoefficient() / THRUST_UNIT);
        out[at] = (float) (ray.powerCoefficient() / POWER_UNIT);
    }

    /**
     * A value at a place along the ray, in a straight line between the middles of the links.
     *
     * @param values one for each link
     * @param place 0 at the root to 1 at the tip
     */
    static double along(double[] values, double place) {
        double position = Math.max(0.0, Math.min(values.length - 1.0, place * values.length - 0.5));
        int link = Math.min((int) position, values.length - 2);
        double share = position - link;
        return (1.0 - share) * values[link] + share * values[link + 1];
    }
}
