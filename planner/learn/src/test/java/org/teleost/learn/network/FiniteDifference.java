package org.teleost.learn.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;

/** Compares a gradient with central differences of a function in double precision. */
public final class FiniteDifference {
    private static final double STEP = 1e-5;

    private FiniteDifference() {}

    /**
     * Fails unless every entry of {@code gradient} is within 1e-4 of the central difference, relative to the largest
     * entry of its block.
     *
     * @param point where the gradient was taken; restored after each probe
     * @param blocks lengths of consecutive blocks (the weights of one layer, a bias), which differ in scale
     */
    public static void assertGradient(
            float[] gradient, double[] point, int[] blocks, ToDoubleFunction<double[]> function) {
        int start = 0;
        for (int block : blocks) {
            double[] expected = new double[block];
            double largest = 0.0;
            for (int i = 0; i < block; i++) {
                expected[i] = slope(point, start + i, function);
                largest = Math.max(largest, Math.abs(expected[i]));
            }
            assertThat(largest)
                    .as("block of %d at %d has a gradient", block, start)
                    .isGreaterThan(1e-7);
            for (int i = 0; i < block; i++) {
                assertThat((double) gradient[start + i])
                        .as("entry %d of block of %d at %d", i, block, start)
                        .isCloseTo(expected[i], Offset.offset(1e-4 * largest));
            }
            start += block;
        }
        assertThat(start).isEqualTo(gradient.length);
    }

    private static double slope(double[] point, int i, ToDoubleFunction<double[]> function) {
        double centre = point[i];
        point[i] = centre + STEP;
        double above = function.applyAsDouble(point);
        point[i] = centre - STEP;
        double below = function.applyAsDouble(point);
        point[i] = centre;
        return (above - below) / (2.0 * STEP);
    }

    /** Blocks of one network: for each layer weights, bias, and the pairs of its normalisations. */
    public static int[] blocks(NetworkShape shape, int networks) {
        List<Integer> sizes = new ArrayList<>();
        for (int network = 0; network < networks; network++) {
            for (int layer = 0; layer < shape.layers(); layer++) {
                sizes.add(shape.inputs(layer) * shape.outputs(layer));
                sizes.add(shape.outputs(layer));
                if (shape.layerNorm() && layer < shape.layers() - 1) {
                    sizes.add(2 * shape.outputs(layer));
                }
                if (shape.batchNorm()) {
                    sizes.add(2 * shape.inputs(layer));
                }
            }
        }
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }
}
