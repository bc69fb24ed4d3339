package org.teleost.envs.fluid.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

class CosineTransformTest {
    private static final int COLUMNS = 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 24, 26, 64, 96, 207})
    void spectrumIsTheCosineSum(int rows) {
        double[][] field = randomField(rows);
        double[][] transformed = copyOf(field);
        CosineTransform transform = new CosineTransform(rows);

        transform.forward(transformed, 0, COLUMNS, new double[transform.scratchRows()][COLUMNS]);

        for (int k = 0; k < rows; k++) {
            for (int i = 0; i < COLUMNS; i++) {
                assertThat(transformed[transform.spectrumRow(k)][i])
                        .as("rows=%d k=%d i=%d", rows, k, i)
                        .isEqualTo(plainSum(field, k, i), within(1e-12 * rows));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 13, 32, 96, 128, 207})
    void weightedTransposeIsTheInverse(int rows) {
        double[][] field = randomField(rows);
        double[][] transformed = copyOf(field);
        CosineTransform transform = new CosineTransform(rows);
        double[][] scratch = new double[transform.scratchRows()][COLUMNS];

        transform.forward(transformed, 0, COLUMNS, scratch);
        for (int k = 0; k < rows; k++) {
            for (int i = 0; i < COLUMNS; i++) {
                transformed[transform.spectrumRow(k)][i] *= (k == 0 ? 1.0 : 2.0) / rows;
            }
        }
        transform.transposed(transformed, 0, COLUMNS, scratch);

        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < COLUMNS; i++) {
                assertThat(transformed[j][i]).isEqualTo(field[j][i], within(1e-13));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 13})
    void columnsOutsideTheRangeStay(int rows) {
        double[][] field = randomField(rows);
        double[][] transformed = copyOf(field);
        CosineTransform transform = new CosineTransform(rows);

        transform.forward(transformed, 1, COLUMNS - 2, new double[transform.scratchRows()][COLUMNS]);

        for (int j = 0; j < rows; j++) {
            assertThat(transformed[j][0]).isEqualTo(field[j][0]);
            assertThat(transformed[j][COLUMNS - 2]).isEqualTo(field[j][COLUMNS - 2]);
            assertThat(transformed[j][COLUMNS - 1]).isEqualTo(field[j][COLUMNS - 1]);
        }
    }

    private static double plainSum(double[][] field, int k, int i) {
        double sum = 0.0;
        for (int j = 0; j < field.length; j++) {
            sum += field[j][i] * Math.cos(Math.PI * (2 * j + 1) * k / (2.0 * field.length));
        }
        return sum;
    }

    private static double[][] randomField(int rows) {
        RandomStream stream = new RandomStream(rows);
        double[][] field = new double[rows][COLUMNS];
        for (double[] row : field) {
            for (int i = 0; i < COLUMNS; i++) {
                row[i] = stream.nextGaussian();
            }
        }
        return field;
    }

    private static double[][] copyOf(double[][] field) {
        double[][] copy = new double[field.length][];
        for (int j = 0; j < field.length; j++) {
            copy[j] = field[j].clone();
        }
        return copy;
    }
}
