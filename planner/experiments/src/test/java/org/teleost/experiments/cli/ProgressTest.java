package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    @ParameterizedTest
    @CsvSource({
        ",100",
        "'',100",
        "eighty,100",
        "-5,100",
        "99999999999,100",
        "300,100",
        "80,80",
        "20,20",
        "7,20",
        "0,100"
    })
    void theBarIsAsWideAsTheTerminalWithinReason(String columns, int width) {
        assertThat(Progress.width(columns)).isEqualTo(width);
    }
}
