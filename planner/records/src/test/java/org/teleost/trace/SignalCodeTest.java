package org.teleost.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalCodeTest {
    private static float[] wave(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (40 * Math.exp(-1e-3 * i) * Math.sin(0.01 * i));
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 4096})
    void smallSignalsKeepEveryBit(int size) {
        float[] values = wave(size);
        values[size / 2] = Float.NaN;
        SignalCode.Coded coded = SignalCode.encode(values);
        assertThat(coded.encoding()).isEqualTo(SignalCode.EXACT);
        assertThat(SignalCode.decode(coded, size)).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(ints = {4097, 28672})
    void largeSignalsAreOffByHalfALevelAtMost(int size) {
        float[] values = wave(size);
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        SignalCode.Coded coded = SignalCode.encode(values);
        assertThat(coded.encoding()).isEqualTo(SignalCode.PACKED);
        float[] decoded = SignalCode.decode(coded, size);
        for (int i = 0; i < size; i++) {
            assertThat(decoded[i]).isCloseTo(values[i], within(0.5001f * largest / SignalCode.LEVELS));
        }
        assertThat(coded.data().length()).isLessThan(2 * size);
    }

    @Test
    void aLargeSignalOfZerosIsZeroAndSmall() {
        SignalCode.Coded coded = SignalCode.encode(new float[28672]);
        assertThat(SignalCode.decode(coded, 28672)).isEqualTo(new float[28672]);
        assertThat(coded.data().length()).isLessThan(200);
    }

    @Test
    void valuesThatAreNotFiniteAreReadAsNaN() {
        float[] values = wave(5000);
        values[7] = Float.POSITIVE_INFINITY;
        values[8] = Float.NaN;
        float[] decoded = SignalCode.decode(SignalCode.encode(values), 5000);
        assertThat(decoded[7]).isNaN();
        assertThat(decoded[8]).isNaN();
        assertThat(decoded[9]).isFinite();
    }

    @Test
    void refusesDataOfAnotherSize() {
        SignalCode.Coded coded = SignalCode.encode(wave(5000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignalCode.decode(coded, 4999))
                .withMessageContaining("expected 9998");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignalCode.decode(SignalCode.encode(wave(3)), 4))
                .withMessage("signal data has bytes=12; expected 16");
    }

    @Test
    void refusesWhatIsNoSignal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignalCode.decode(new SignalCode.Coded("f64", 1, ""), 1))
                .withMessageContaining("encoding=f64 is unknown");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignalCode.decode(new SignalCode.Coded(SignalCode.PACKED, 1, "AAAA"), 1))
                .withMessageContaining("no zlib stream");
    }
}
