package org.teleost.fluid.flow;

/**
 * The cosine transform DCT-II across a field, X_k = sum_j x_j cos(pi (2 j + 1) k / (2 n)), and its transpose, for any
 * number n of rows. Immutable; shared by all threads.
 *
 * <p>A row is one array, and a transform is a fixed list of operations on whole rows, so every column is transformed at
 * once by loops over contiguous memory. The list comes from the recursion (Wang 1984; Plonka and Tasche 2005)
 *
 * <pre>
 * DCT-II(2 m)  = sums and differences x_j +- x_(n-1-j), then DCT-II(m) of the sums, DCT-IV(m) of the differences
 * DCT-IV(2 m)  = rotations of x_j, x_(n-1-j) by pi (2 j + 1) / (8 m), then two DCT-II(m), then sums and differences
 * </pre>
 *
 * down to an odd number of rows, which a dense matrix transforms. Once the first sums and differences are taken
 * ({@link #split}), even and odd wave numbers have nothing to do with each other until the transpose puts them together
 * again ({@link #join}): two threads can take one part each, all the way through the spectrum.
 *
 * <p>In between a part is transformed in place and nothing is permuted: row k of the spectrum, which belongs to part k
 * mod {@link #parts}, lies in array {@link #spectrumRow}. The transpose runs the list backwards with each operation
 * transposed; with the first row weighted by 1/n and the others by 2/n before it, it is the inverse.
 *
 * <p>An operation touches two rows because a loop over more arrays is too large for the compiler to vectorise: a
 * radix-4 butterfly over eight arrays took 3.0 ns per column, the same sums and rotations in pairs 2.0 ns.
 */
final class CosineTransform {
    private final int rows;
    private final RowProgram[] parts;
    private final int[] spectrumRows;

    /** @param rows n, at least 1 */
    CosineTransform(int rows) {
        this.rows = rows;
        spectrumRows = new int[rows];
        parts = new RowProgram[partsOf(rows)];
        int length = rows / parts.length;
        for (int part = 0; part < parts.length; part++) {
            int[] x = new int[length];
            for (int j = 0; j < length; j++) {
                x[j] = part == 0 ? j : rows - 1 - j;
            }
            RowProgram.Builder builder = new RowProgram.Builder();
            int[] spectrum = part == 0 ? second(x, builder) : fourth(x, builder);
            for (int k = 0; k < length; k++) {
                spectrumRows[parts.length * k + part] = spectrum[k];
            }
            parts[part] = builder.build();
        }
    }

    /** Independent parts of a transform of {@code rows}: 2, or 1 if the number is odd. */
    static int partsOf(int rows) {
        return rows % 2 == 0 ? 2 : 1;
    }

    /** Independent parts. */
    int parts() {
        return parts.length;
    }

    /** Index of the array that holds row k of the spectrum. */
    int spectrumRow(int k) {
        return spectrumRows[k];
    }

    /** Rows of scratch that a part needs, 0 if the number of rows is a power of two. */
    int scratchRows() {
        int most = 0;
        for (RowProgram part : parts) {
            most = Math.max(most, part.scratchRows());
        }
        return most;
    }

    /**
     * Writes what {@link #forward} begins with into the arrays of {@code out} that belong to the part.
     *
     * @param from first column
     * @param to one after the last column
     */
    void split(int part, double[][] in, int from, int to, double[][] out) {
        if (parts.length == 1) {
            for (int j = 0; j < rows; j++) {
                System.arraycopy(in[j], from, out[j], from, to - from);
            }
            return;
        }
        for (int j = 0; j < rows / 2; j++) {
            final int mirrored = rows - 1 - j;
            if (part == 0) {
                RowKernels.sum(in[j], in[mirrored], from, to, out[j]);
            } else {
                RowKernels.difference(in[j], in[mirrored], from, to, out[mirrored]);
            }
        }
    }

    /** Replaces the columns {@code from} (inclusive) to {@code to} of a part by their spectrum. */
    void forward(int part, double[][] rows, int from, int to, double[][] scratch) {
        parts[part].run(rows, from, to, scratch);
    }

    /** Applies the transpose to spectra that lie as {@link #forward} leaves them; {@link #join} ends it. */
    void transposed(int part, double[][] rows, int from, int to, double[][] scratch) {
        parts[part].runTransposed(rows, from, to, scratch);
    }

    /** Writes row j of the field of which all parts are transposed. */
    void join(double[][] transposed, int j, int from, int to, double[] out) {
        final double[] own = transposed[j];
        final double[] mirrored = transposed[rows - 1 - j];
        if (parts.length == 1) {
            System.arraycopy(own, from, out, from, to - from);
        } else if (j < rows / 2) {
            RowKernels.sum(own, mirrored, from, to, out);
        } else {
            RowKernels.difference(mirrored, own, from, to, out);
        }
    }

    /** Appends DCT-II of the given arrays and returns the arrays that hold the spectrum. */
    private static int[] second(int[] x, RowProgram.Builder out) {
        int n = x.length;
        if (n % 2 != 0) {
            out.dense(x, secondMatrix(n));
            return x;
        }
        int half = n / 2;
        int[] sums = new int[half];
        int[] differences = new int[half];
        for (int j = 0; j < half; j++) {
            sums[j] = x[j];
            differences[j] = x[n - 1 - j];
            out.sumAndDifference(sums[j], differences[j]);
        }
        int[] even = second(sums, out);
        int[] odd = fourth(differences, out);
        int[] spectrum = new int[n];
        for (int k = 0; k < half; k++) {
            spectrum[2 * k] = even[k];
            spectrum[2 * k + 1] = odd[k];
        }
        return spectrum;
    }

    /** Appends DCT-IV, X_k = sum_j x_j cos(pi (2 j + 1)(2 k + 1) / (4 n)), and returns the arrays of its spectrum. */
    private static int[] fourth(int[] x, RowProgram.Builder out) {
        int n = x.length;
        if (n % 2 != 0) {
            out.dense(x, fourthMatrix(n));
            return x;
        }
        int half = n / 2;
        int[] low = new int[half];
        int[] high = new int[half];
        for (int j = 0; j < half; j++) {
            low[j] = x[j];
            high[j] = x[n - 1 - j];
            double angle = Math.PI * (2 * j + 1) / (4.0 * n);
            double sign = j % 2 == 0 ? 1.0 : -1.0;
            double cosine = Math.cos(angle);
            double sine = Math.sin(angle);
            out.mix(low[j], high[j], cosine, sine, sign * sine, -sign * cosine);
        }
        int[] even = second(low, out);
        int[] odd = second(high, out);
        int[] spectrum = new int[n];
        spectrum[0] = even[0];
        spectrum[n - 1] = odd[0];
        for (int k = 1; k < half; k++) {
            out.sumAndDifference(even[k], odd[half - k]);
            spectrum[2 * k - 1] = even[k];
            spectrum[2 * k] = odd[half - k];
        }
        return spectrum;
    }

    private static double[] secondMatrix(int n) {
        double[] matrix = new double[n * n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                matrix[k * n + j] = Math.cos(Math.PI * ((2 * j + 1) * k % (4 * n)) / (2.0 * n));
            }
        }
        return matrix;
    }

    private static double[] fourthMatrix(int n) {
        double[] matrix = new double[n * n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                matrix[k * n + j] = Math.cos(Math.PI * ((2 * j + 1) * (2 * k + 1) % (8 * n)) / (4.0 * n));
            }
        }
        return matrix;
    }
}
