package org.teleost.envs.kuramotosivashinsky;

import static org.teleost.envs.kuramotosivashinsky.LaneLayout.POINTS;

/** Four Gaussian jets, {@code f(x) = sum_k a_k exp(-(x - x_k)^2 / 2) / sqrt(2 pi)} with x_k = k L / 4. Immutable. */
final class Actuators {
    static final int COUNT = 4;

    private final double[][] shapes = new double[COUNT][POINTS];

    /** @param wrapped whether a Gaussian goes on beyond the ends of the line, so that jet 0 is whole */
    Actuators(double length, boolean wrapped) {
        for (int k = 0; k < COUNT; k++) {
            for (int point = 0; point < POINTS; point++) {
                double distance = (double) point / POINTS * length - (double) k / COUNT * length;
                shapes[k][point] = gaussian(distance);
                if (wrapped) {
                    shapes[k][point] += gaussian(distance - length) + gaussian(distance + length);
                }
            }
        }
    }

    private static double gaussian(double distance) {
        return Math.exp(-0.5 * distance * distance) / Math.sqrt(2.0 * Math.PI);
    }

    /** Writes f at the 64 points for the amplitudes {@code action}. */
    void force(float[] action, double[] out) {
        for (int point = 0; point < POINTS; point++) {
            double sum = 0.0;
            for (int k = 0; k < COUNT; k++) {
                sum += action[k] * shapes[k][point];
            }
            out[point] = sum;
        }
    }
}
