package org.teleost.viewer.scene.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @ParameterizedTest
    @CsvSource({
        "0, 100, 6, '0,20,40,60,80,100'",
        "-3.3, 3.3, 4, '-2,0,2'",
        "0, 1, 5, '0.0,0.2,0.4,0.6,0.8,1.0'",
        "-0.04, 0.04, 4, '-0.04,-0.02,0.00,0.02,0.04'",
        "0, 40000, 4, '0,10k,20k,30k,40k'",
        "0, 3000000, 3, '0,1M,2M,3M'"
    })
    void areRoundNumbersWithTheDigitsThatTheyNeed(double low, double high, int most, String texts) {
        assertThat(String.join(",", Ticks.of(new Range(low, high), most).texts()))
                .isEqualTo(texts);
    }

    @Test
    void lieWithinTheirRange() {
        for (double width = 1e-5; width < 1e7; width *= 3.7) {
            Range range = new Range(0.3 * width, 1.3 * width);
            Ticks ticks = Ticks.of(range, 5);
            assertThat(ticks.values())
                    .hasSizeBetween(2, 6)
                    .allMatch(value -> range.share(value) > -1e-6 && range.share(value) < 1 + 1e-6);
        }
    }

    @Test
    void rangesOfNothingAndOfOneValueAreWidened() {
        assertThat(Range.of(new double[] {Double.NaN})).isEqualTo(new Range(-0.06, 1.06));
        assertThat(Range.of(new double[] {5, 5}).width()).isPositive();
        assertThat(Range.of(new double[] {1}, new double[] {3}).low()).isLessThan(1);
    }
}
