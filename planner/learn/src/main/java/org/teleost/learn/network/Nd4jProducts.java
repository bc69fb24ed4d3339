package org.teleost.learn.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products by ND4J's own gemm, on whatever device its backend has. All matrices are handed over transposed, so it is
 * C^T = B^T A^T that is computed, in column-major order and without copies.
 */
final class Nd4jProducts extends Products {
    static final Nd4jProducts INSTANCE = new Nd4jProducts();

    private Nd4jProducts() {}

    @Override
    Floats floats(int length) {
        return new Nd4jFloats(length);
    }

    @Override
    void addProduct(Floats a, Floats b, Floats c, int rows, int inner, int columns) {
        INDArray result = transposed(c, rows, columns);
        Nd4j.gemm(transposed(b, inner, columns), transposed(a, rows, inner), result, false, false, 1.0, 1.0);
    }

    @Override
    void multiplyLeftTransposed(Floats a, Floats b, Floats c, int rows, int inner, int columns) {
        INDArray result = transposed(c, rows, columns);
        Nd4j.gemm(transposed(b, inner, columns), transposed(a, inner, rows), result, false, true, 1.0, 0.0);
    }

    @Override
    void multiplyRightTransposed(Floats a, Floats b, Floats c, int rows, int inner, int columns) {
        INDArray result = transposed(c, rows, columns);
        Nd4j.gemm(transposed(b, columns, inner), transposed(a, rows, inner), result, true, false, 1.0, 0.0);
    }

    @Override
    float absoluteSum(Floats x, int length) {
        return ((Nd4jFloats) x).absoluteSum(length);
    }

    private static INDArray transposed(Floats floats, int rows, int columns) {
        return ((Nd4jFloats) floats).transposed(rows, columns);
    }
}
