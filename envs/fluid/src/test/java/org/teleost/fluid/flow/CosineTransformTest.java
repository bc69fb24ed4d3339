package org.teleost.fluid.flow;

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
        CosineTransform transform = new CosineTransform(rows);

        double[][] transformed = forward(transform, field, 0, COLUMNS);

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
        CosineTransform transform = new CosineTransform(rows);

        double[][] transformed = forward(transform, field, 0, COLUMNS);
        for (int k = 0; k < rows; k++) {
            for (int i = 0; i < COLUMNS; i++) {
                transformed[transform.spectrumRow(k)][i] *= (k == 0 ? 1.0 : 2.0) / rows;
            }
        }
        for (int part = 0; part < transform.parts(); part++) {
            transform.transposed(part, transformed, 0, COLUMNS, new double[transform.scratchRows()][COLUMNS]);
        }

        double[] back = new double[COLUMNS];
        for (int j = 0; j < rows; j++) {
            transform.join(transformed, j, 0, COLUMNS, back);
            for (int i = 0; i < COLUMNS; i++) {
                assertThat(back[i]).isEqualTo(field[j][i], within(1e-13));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 13})
    void columnsOutsideTheRangeStay(int rows) {
        double[][] field = randomField(rows);
        CosineTransform transform = new CosineTransform(rows);

        double[][] transformed = forward(transform, field, 1, COLUMNS - 2);

        for (int j = 0; j < rows; j++) {
            assertThat(transformed[j][0]).isEqualTo(field[j][0]);
            assertThat(transformed[j][COLUMNS - 2]).isEqualTo(field[j][COLUMNS - 2]);
            assertThat(transformed[j][COLUMNS - 1]).isEqualTo(field[j][COLUMNS - 1]);
        }
    }

    /** Spectrum of some columns; the others are copied. */
    private static double[][] forward(CosineTransform transform, double[][] field, int from, int to) {
        double[][] out = copyOf(field);
        for (int part = 0; part < transform.parts(); part++) {
            transform.split(part, field, from, to, out);
            transform.forward(part, out, from, to, new double[transform.scratchRows()][COLUMNS]);
        }
        return out;
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
