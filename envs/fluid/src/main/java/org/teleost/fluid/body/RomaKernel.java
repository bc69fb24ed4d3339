package org.teleost.fluid.body;

/**
 * The three-point regularised delta function of Roma, Peskin and Berger (1999): its weights at points one apart sum to
 * 1 and have their centre in 0, wherever the points lie.
 */
final class RomaKernel {
    /** Points along a line that a marker touches. */
    static final int WIDTH = 3;

    private RomaKernel() {}

    /** Weight at distance {@code r} in cells, 0 from 1.5 on. */
    static double weight(double r) {
        double distance = Math.abs(r);
        if (distance >= 1.5) {
            return 0.0;
        }
        if (distance <= 0.5) {
            return (1.0 + Math.sqrt(1.0 - 3.0 * distance * distance)) / 3.0;
        }
        double beyond = 1.0 - distance;
        return (5.0 - 3.0 * distance - Math.sqrt(1.0 - 3.0 * beyond * beyond)) / 6.0;
    }
}
