package org.teleost.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TanhTest {

    @Test
    void agreesWithTheLibraryOverAllMagnitudesAndIsOddAndMonotone() {
        // a prime stride over the bit patterns of the positive finite floats meets every exponent
        float previous = 0f;
        for (int bits = 0; bits < 0x7F80_0000; bits += 1_009) {
            float x = Float.intBitsToFloat(bits);
            float actual = Tanh.of(x);
            float expected = (float) StrictMath.tanh(x);
            if (Math.abs(actual - expected) > Math.ulp(expected) || actual < previous || Tanh.of(-x) != -actual) {
                assertThat(actual).as("tanh(%s), previous %s", x, previous).isEqualTo(expected);
            }
            previous = actual;
        }
        assertThat(previous).isEqualTo(1f);
    }

    @Test
    void infinitiesSaturateAndNaNStays() {
        assertThat(Tanh.of(Double.POSITIVE_INFINITY)).isEqualTo(1f);
        assertThat(Tanh.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1f);
        assertThat(Tanh.of(Double.NaN)).isNaN();
    }
}
