package org.teleost.solvers.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class TableBuilderTest {

    /** The plain twin is a matrix that is written to directly. */
    @Test
    void agreesWithAMatrixWhateverIsWritten() {
        RandomStream stream = new RandomStream(7);
        for (int columns : new int[] {1, 3, 40}) {
            int rows = 25;
            TableBuilder builder = new TableBuilder("T", rows, columns);
            double[][] plain = new double[rows][columns];
            for (int i = 0; i < 30_000; i++) {
                int row = stream.nextInt(rows);
                int column = stream.nextInt(columns);
                double value = stream.nextInt(4) * 0.25;
                switch (stream.nextInt(60)) {
                    case 0 -> {
                        builder.clear(row);
                        plain[row] = new double[columns];
                    }
                    case 1 -> {
                        builder.uniform(row);
                        java.util.Arrays.fill(plain[row], 1.0 / columns);
                    }
                    case 2 -> {
                        double[] values = new double[columns];
                        values[column] = value;
                        builder.setRow(row, values);
                        plain[row] = values;
                    }
                    default -> {
                        builder.set(row, column, value);
                        plain[row][column] = value;
                    }
                }
            }
            SparseTable table = builder.build();
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    assertThat(table.get(row, column)).isEqualTo(plain[row][column]);
                }
            }
            assertThat(table.value).doesNotContain(0.0);
        }
    }

    @Test
    void rewardRuleWrittenLastWins() {
        RewardRules rules = new RewardRules();
        RandomStream stream = new RandomStream(3);
        double[][][][] plain = new double[3][4][4][2];
        for (int i = 0; i < 400; i++) {
            int[] index = {stream.nextInt(4) - 1, stream.nextInt(5) - 1, stream.nextInt(5) - 1, stream.nextInt(3) - 1};
            rules.add(index[0], index[1], index[2], index[3], i);
            for (int a = 0; a < 3; a++) {
                for (int s = 0; s < 4; s++) {
                    for (int n = 0; n < 4; n++) {
                        for (int o = 0; o < 2; o++) {
                            boolean hit = (index[0] < 0 || index[0] == a)
                                    && (index[1] < 0 || index[1] == s)
                                    && (index[2] < 0 || index[2] == n)
                                    && (index[3] < 0 || index[3] == o);
                            plain[a][s][n][o] = hit ? i : plain[a][s][n][o];
                        }
                    }
                }
            }
        }
        for (int a = 0; a < 3; a++) {
            for (int s = 0; s < 4; s++) {
                for (int n = 0; n < 4; n++) {
                    for (int o = 0; o < 2; o++) {
                        assertThat(rules.at(a, s, n, o)).isEqualTo(plain[a][s][n][o]);
                    }
                }
            }
        }
        RewardRules copy = new RewardRules();
        rules.rules().forEach(r -> copy.add(r.action(), r.state(), r.next(), r.observation(), r.value()));
        assertThat(copy.at(1, 2, 3, 1)).isEqualTo(rules.at(1, 2, 3, 1));
    }
}
