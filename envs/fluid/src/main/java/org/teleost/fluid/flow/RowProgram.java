package org.teleost.fluid.flow;

import java.util.ArrayList;
import java.util.List;

/** A list of linear operations on the rows of a field, each on two rows or, dense, on a few. Immutable. */
final class RowProgram {
    private final Operation[] operations;
    private final int scratchRows;

    private RowProgram(List<Operation> operations) {
        this.operations = operations.toArray(new Operation[0]);
        int most = 0;
        for (Operation operation : operations) {
            most = Math.max(most, operation.scratchRows());
        }
        scratchRows = most;
    }

    /** Rows of scratch that a run needs. */
    int scratchRows() {
        return scratchRows;
    }

    /** Applies the operations in order to the columns {@code from} (inclusive) to {@code to}. */
    void run(double[][] rows, int from, int to, double[][] scratch) {
        for (int o = 0; o < operations.length; o++) {
            operations[o].apply(rows, from, to, scratch);
        }
    }

    /** Applies the transposed operations, last first. */
    void runTransposed(double[][] rows, int from, int to, double[][] scratch) {
        for (int o = operations.length - 1; o >= 0; o--) {
            operations[o].applyTransposed(rows, from, to, scratch);
        }
    }

    /** One matrix on a few rows. */
    private sealed interface Operation {
        void apply(double[][] rows, int from, int to, double[][] scratch);

        void applyTransposed(double[][] rows, int from, int to, double[][] scratch);

        default int scratchRows() {
            return 0;
        }
    }

    /** (a, b) becomes (a + b, a - b). */
    private record SumAndDifference(int a, int b) implements Operation {
        @Override
        public void apply(double[][] rows, int from, int to, double[][] scratch) {
            RowKernels.sumAndDifference(rows[a], rows[b], from, to);
        }

        @Override
        public void applyTransposed(double[][] rows, int from, int to, double[][] scratch) {
            RowKernels.sumAndDifference(rows[a], rows[b], from, to);
        }
    }

    /** (a, b) becomes (aa a + ab b, ba a + bb b). */
    private record Mix(int a, int b, double aa, double ab, double ba, double bb) implements Operation {
        @Override
        public void apply(double[][] rows, int from, int to, double[][] scratch) {
            RowKernels.mix(rows[a], rows[b], aa, ab, ba, bb, from, to);
        }

        @Override
        public void applyTransposed(double[][] rows, int from, int to, double[][] scratch) {
            RowKernels.mix(rows[a], rows[b], aa, ba, ab, bb, from, to);
        }
    }

    /** Rows x become matrix x, the matrix square and by rows. */
    private static final class Dense implements Operation {
        private final int[] x;
        private final double[] matrix;

        Dense(int[] x, double[] matrix) {
            this.x = x.clone();
            this.matrix = matrix.clone();
        }

        @Override
        public void apply(double[][] rows, int from, int to, double[][] scratch) {
            multiply(rows, from, to, scratch, x.length, 1);
        }

        @Override
        public void applyTransposed(double[][] rows, int from, int to, double[][] scratch) {
            multiply(rows, from, to, scratch, 1, x.length);
        }

        private void multiply(double[][] rows, int from, int to, double[][] scratch, int rowStep, int columnStep) {
            final int n = x.length;
            if (n == 1) {
                RowKernels.scale(rows[x[0]], matrix[0], from, to);
                return;
            }
            for (int j = 0; j < n; j++) {
                System.arraycopy(rows[x[j]], from, scratch[j], from, to - from);
            }
            for (int k = 0; k < n; k++) {
                final double[] out = rows[x[k]];
                RowKernels.copyScaled(scratch[0], matrix[k * rowStep], out, from, to);
                for (int j = 1; j < n; j++) {
                    RowKernels.addScaled(scratch[j], matrix[k * rowStep + j * columnStep], out, from, to);
                }
            }
        }

        @Override
        public int scratchRows() {
            return x.length > 1 ? x.length : 0;
        }
    }

    /** Collects operations in the order of execution. */
    static final class Builder {
        private final List<Operation> operations = new ArrayList<>();

        void sumAndDifference(int a, int b) {
            operations.add(new SumAndDifference(a, b));
        }

        void mix(int a, int b, double aa, double ab, double ba, double bb) {
            operations.add(new Mix(a, b, aa, ab, ba, bb));
        }

        void dense(int[] x, double[] matrix) {
            if (x.length > 1 || matrix[0] != 1.0) {
                operations.add(new Dense(x, matrix));
            }
        }

        RowProgram build() {
            return new RowProgram(operations);
        }
    }
}
