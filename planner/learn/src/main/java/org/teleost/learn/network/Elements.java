package org.teleost.learn.network;

/**
 * Loops over elements, written so that the JIT compiler vectorises them: one flat index, no branches. Body and tail of
 * each loop are the compiler's.
 */
final class Elements {
    private static final float TANH_SATURATION = 9f;

    private Elements() {}

    /** x = max(0, x). */
    static void relu(float[] x, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = Math.max(0f, x[i]);
        }
    }

    /**
     * gradient *= 1 where the output was positive, else 0. The factor min(1, output * largest float) is exactly that
     * for zero and every normal positive float; a comparison would be compiled to an unpredictable branch (27
     * microseconds for 128x256 instead of 3).
     */
    static void reluGradient(float[] gradient, float[] output, int length) {
        for (int i = 0; i < length; i++) {
            gradient[i] *= Math.min(1f, output[i] * Float.MAX_VALUE);
        }
    }

    /**
     * x = tanh(x), within 3e-7. Lambert's continued fraction at x / 16, then four times tanh 2y = 2 t / (1 + t^2);
     * {@link Math#tanh} would take a millisecond for 128x256.
     */
    static void tanh(float[] x, int length) {
        for (int i = 0; i < length; i++) {
            float y = Math.max(-TANH_SATURATION, Math.min(TANH_SATURATION, x[i])) * 0.0625f;
            float s = y * y;
            float t = y * (945f + s * (105f + s)) / (945f + s * (420f + s * 15f));
            t = (t + t) / (1f + t * t);
            t = (t + t) / (1f + t * t);
            t = (t + t) / (1f + t * t);
            x[i] = (t + t) / (1f + t * t);
        }
    }

    /** gradient *= 1 - output^2. */
    static void tanhGradient(float[] gradient, float[] output, int length) {
        for (int i = 0; i < length; i++) {
            gradient[i] *= 1f - output[i] * output[i];
        }
    }

    /** Sums over rows: sums[offset + j] = sum_i x[i][j], x of shape [rows][columns]. */
    static void columnSums(float[] x, int rows, int columns, float[] sums, int offset) {
        System.arraycopy(x, 0, sums, offset, columns);
        for (int row = 1; row < rows; row++) {
            int start = row * columns;
            for (int j = 0; j < columns; j++) {
                sums[offset + j] += x[start + j];
            }
        }
    }

    /** x[i][j] = left[i] * right[offset + j], x of shape [rows][columns]. */
    static void outerProduct(float[] left, float[] right, int offset, float[] x, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            float factor = left[row];
            for (int j = 0; j < columns; j++) {
                x[start + j] = factor * right[offset + j];
            }
        }
    }

    /** Sum of {@code length} numbers; four partial sums, because one would wait for each addition. */
    static float sum(float[] x, int start, int length) {
        float a = 0f;
        float b = 0f;
        float c = 0f;
        float d = 0f;
        int end = start + length;
        int i = start;
        for (; i + 3 < end; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < end; i++) {
            a += x[i];
        }
        return (a + b) + (c + d);
    }

    /** Inner product of two rows that start at the same index. */
    static float dot(float[] x, float[] y, int start, int length) {
        float a = 0f;
        float b = 0f;
        float c = 0f;
        float d = 0f;
        int end = start + length;
        int i = start;
        for (; i + 3 < end; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < end; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }
}
