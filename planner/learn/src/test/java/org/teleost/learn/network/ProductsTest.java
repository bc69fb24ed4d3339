package org.teleost.learn.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.teleost.random.RandomStream;

class ProductsTest {
    private static Matrix random(int rows, int columns, long seed) {
        Matrix matrix = new Matrix(rows, columns);
        RandomStream random = new RandomStream(seed);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = (float) random.nextGaussian();
        }
        matrix.upload(rows);
        return matrix;
    }

    private static INDArray array(Matrix matrix) {
        return Nd4j.createFromArray(matrix.values()).castTo(DataType.FLOAT).reshape(matrix.rows(), matrix.columns());
    }

    private static void assertSame(Matrix actual, INDArray expected) {
        actual.download(actual.rows());
        for (int i = 0; i < actual.rows(); i++) {
            for (int j = 0; j < actual.columns(); j++) {
                assertThat(actual.values()[i * actual.columns() + j])
                        .isCloseTo(expected.getFloat(i, j), Offset.offset(1e-3f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "4,6,1", "1,13,4", "13,207,6", "207,13,207", "6,1,13", "128,256,8"})
    void productsAgreeWithNd4j(int rows, int inner, int columns) {
        try (Matrix a = random(rows, inner, 1);
                Matrix b = random(inner, columns, 2);
                Matrix aTransposed = random(inner, rows, 3);
                Matrix bTransposed = random(columns, inner, 4);
                Matrix c = random(rows, columns, 5)) {
            INDArray sum = array(c).add(array(a).mmul(array(b)));
            Products.addProduct(a.pointer(), b.pointer(), c.pointer(), rows, inner, columns);
            assertSame(c, sum);

            Products.multiplyLeftTransposed(aTransposed.pointer(), b.pointer(), c.pointer(), rows, inner, columns);
            assertSame(c, array(aTransposed).transpose().mmul(array(b)));

            Products.multiplyRightTransposed(a.pointer(), bTransposed.pointer(), c.pointer(), rows, inner, columns);
            assertSame(c, array(a).mmul(array(bTransposed).transpose()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "13,207"})
    void aRepeatedRowFillsEveryRow(int rows, int columns) {
        try (Matrix matrix = random(rows, columns, 1)) {
            float[] row = random(2, columns, 2).values();
            matrix.uploadRepeated(row, columns, rows);
            matrix.download(rows);
            for (int i = 0; i < rows * columns; i++) {
                assertThat(matrix.values()[i]).isEqualTo(row[columns + i % columns]);
            }
        }
    }
}
