package org.teleost.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.teleost.random.RandomStream;

class ProductsTest {
    private static final int[][] SHAPES = {
        {1, 1, 1}, {4, 6, 1}, {1, 13, 4}, {13, 207, 6}, {207, 13, 207}, {6, 1, 13}, {128, 256, 8}, {1, 1, 6}
    };

    static Stream<Products> all() {
        return Stream.of(Products.openBlas(), Products.nd4j());
    }

    static Stream<Arguments> allShapes() {
        return all().flatMap(products ->
                Stream.of(SHAPES).map(shape -> Arguments.of(products, shape[0], shape[1], shape[2])));
    }

    private static Matrix random(int rows, int columns, long seed, Products products) {
        Matrix matrix = new Matrix(rows, columns, products);
        RandomStream random = new RandomStream(seed);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = (float) random.nextGaussian();
        }
        matrix.upload(rows);
        return matrix;
    }

    /** The product by definition, x [rows][inner] and y [inner][columns] read through their transposes if told. */
    private static double[] plain(Matrix x, boolean transposeX, Matrix y, boolean transposeY) {
        int rows = transposeX ? x.columns() : x.rows();
        int inner = transposeX ? x.rows() : x.columns();
        int columns = transposeY ? y.rows() : y.columns();
        double[] product = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    double left = x.values()[transposeX ? k * rows + i : i * inner + k];
                    double right = y.values()[transposeY ? j * inner + k : k * columns + j];
                    product[i * columns + j] += left * right;
                }
            }
        }
        return product;
    }

    private static void assertSame(Matrix actual, double[] expected) {
        actual.download(actual.rows());
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual.values()[i]).isCloseTo(expected[i], Offset.offset(2e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("allShapes")
    void productsAgreeWithTheirDefinition(Products products, int rows, int inner, int columns) {
        try (Matrix a = random(rows, inner, 1, products);
                Matrix b = random(inner, columns, 2, products);
                Matrix aTransposed = random(inner, rows, 3, products);
                Matrix bTransposed = random(columns, inner, 4, products);
                Matrix c = random(rows, columns, 5, products)) {
            double[] sum = plain(a, false, b, false);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += c.values()[i];
            }
            products.addProduct(a.floats(), b.floats(), c.floats(), rows, inner, columns);
            assertSame(c, sum);

            products.multiplyLeftTransposed(aTransposed.floats(), b.floats(), c.floats(), rows, inner, columns);
            assertSame(c, plain(aTransposed, true, b, false));

            products.multiplyRightTransposed(a.floats(), bTransposed.floats(), c.floats(), rows, inner, columns);
            assertSame(c, plain(a, false, bTransposed, true));
        }
    }

    /** Weights and their gradients lie between others in one array. */
    @ParameterizedTest
    @MethodSource("allShapes")
    void productsTouchTheirOwnPartOfAnArrayAlone(Products products, int rows, int inner, int columns) {
        int before = 3;
        int size = rows * columns;
        try (Matrix a = random(inner, rows, 1, products);
                Matrix b = random(inner, columns, 2, products);
                Floats whole = products.floats(before + size + 1)) {
            float[] values = new float[before + size + 1];
            Arrays.fill(values, 7f);
            whole.upload(values, 0, values.length);
            products.multiplyLeftTransposed(a.floats(), b.floats(), whole.from(before), rows, inner, columns);
            whole.download(values, before, size);
            double[] expected = plain(a, true, b, false);
            for (int i = 0; i < size; i++) {
                assertThat((double) values[before + i]).isCloseTo(expected[i], Offset.offset(2e-4));
            }
            float[] around = new float[values.length];
            whole.download(around, 0, around.length);
            assertThat(around).startsWith(7f, 7f, 7f).endsWith(7f);
        }
    }

    /** The same matrix with fewer rows in use, and with all of them again. */
    @ParameterizedTest
    @MethodSource("all")
    void aProductMayTakeFewerRowsThanThereAre(Products products) {
        try (Matrix a = random(13, 6, 1, products);
                Matrix b = random(6, 4, 2, products);
                Matrix c = new Matrix(13, 4, products)) {
            for (int rows : new int[] {13, 4, 13, 1}) {
                double[] expected = plain(a, false, b, false);
                c.uploadRepeated(new float[4], 0, 13);
                products.addProduct(a.floats(), b.floats(), c.floats(), rows, 6, 4);
                Arrays.fill(expected, 4 * rows, 4 * 13, 0.0);
                assertSame(c, expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("allShapes")
    void aRepeatedRowFillsEveryRow(Products products, int rows, int inner, int columns) {
        try (Matrix matrix = random(rows, columns, 1, products)) {
            float[] row = random(2, columns, 2, products).values();
            matrix.uploadRepeated(row, columns, rows);
            matrix.download(rows);
            for (int i = 0; i < rows * columns; i++) {
                assertThat(matrix.values()[i]).isEqualTo(row[columns + i % columns]);
            }
        }
    }

    @Test
    void theBackendOfNd4jDecidesUnlessTheUserDoes() {
        assertThat(Products.choose(null, ExecutionerType.NATIVE_CPU)).isSameAs(Products.openBlas());
        assertThat(Products.choose("nd4j", ExecutionerType.NATIVE_CPU)).isSameAs(Products.nd4j());
        assertThat(Products.choose(null, ExecutionerType.CUDA)).isSameAs(Products.nd4j());
        assertThatThrownBy(() -> Products.choose("openblas", ExecutionerType.CUDA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BACKEND_PRIORITY_CPU=200");
        assertThatThrownBy(() -> Products.choose("cublas", ExecutionerType.CUDA))
                .hasMessage("-Dteleost.products=cublas; it may be openblas, nd4j, or left out");
    }
}
