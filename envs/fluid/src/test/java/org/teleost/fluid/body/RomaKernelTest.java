package org.teleost.fluid.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RomaKernelTest {
    @Test
    void weightsSumToOneWithTheirCentreAtTheMarkerAndConstantSquareSum() {
        for (double position = -0.5; position <= 0.5; position += 0.03125) {
            double sum = 0.0;
            double moment = 0.0;
            double squares = 0.0;
            for (int point = -3; point <= 3; point++) {
                double weight = RomaKernel.weight(position - point);
                sum += weight;
                moment += weight * (point - position);
                squares += weight * weight;
            }
            assertThat(sum).isEqualTo(1.0, within(1e-15));
            assertThat(moment).isEqualTo(0.0, within(1e-15));
            assertThat(squares).isEqualTo(0.5, within(1e-15));
        }
    }

    @Test
    void weightIsContinuousAndEndsAtOneAndAHalfCells() {
        assertThat(RomaKernel.weight(0.5 - 1e-12)).isEqualTo(RomaKernel.weight(0.5 + 1e-12), within(1e-11));
        assertThat(RomaKernel.weight(1.5 - 1e-12)).isEqualTo(0.0, within(1e-6));
        assertThat(RomaKernel.weight(-1.5)).isZero();
        assertThat(RomaKernel.weight(-0.3)).isEqualTo(RomaKernel.weight(0.3));
    }
}
