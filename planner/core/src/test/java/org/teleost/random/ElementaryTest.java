package org.teleost.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions against StrictMath, which is itself within one unit in the last place of the truth. */
class ElementaryTest {
    private static final int DRAWS = 200_000;

    @Test
    void expIsWithinOneUnitOfStrictMath() {
        RandomStream stream = new RandomStream(1);
        for (int i = 0; i < DRAWS; i++) {
            double x = (stream.nextDouble() - 0.5) * (i % 2 == 0 ? 1400.0 : 4.0);
            assertUnits(Elementary.exp(x), StrictMath.exp(x), x);
        }
    }

    @Test
    void expOfTheEndsAndBeyond() {
        assertThat(Elementary.exp(0.0)).isEqualTo(1.0);
        assertThat(Elementary.exp(-0.0)).isEqualTo(1.0);
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.exp(710.0)).isInfinite();
        assertThat(Elementary.exp(-746.0)).isZero();
        assertThat(Elementary.exp(709.78)).isCloseTo(StrictMath.exp(709.78), within(1e294));
        assertThat(Elementary.exp(-745.0)).isEqualTo(StrictMath.exp(-745.0));
    }

    @Test
    void logIsWithinOneUnitOfStrictMath() {
        RandomStream stream = new RandomStream(2);
        for (int i = 0; i < DRAWS; i++) {
            double x = i % 2 == 0 ? stream.nextDouble() : Double.longBitsToDouble(stream.nextLong() >>> 2);
            assertUnits(Elementary.log(x), StrictMath.log(x), x);
        }
    }

    @Test
    void logOfTheEndsAndBeyond() {
        assertThat(Elementary.log(1.0)).isEqualTo(0.0);
        assertThat(Elementary.log(0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log(-1.0)).isNaN();
        assertThat(Elementary.log(Double.NaN)).isNaN();
        assertThat(Elementary.log(Double.POSITIVE_INFINITY)).isInfinite();
        assertUnits(Elementary.log(Double.MIN_VALUE), StrictMath.log(Double.MIN_VALUE), Double.MIN_VALUE);
        assertUnits(Elementary.log(Double.MAX_VALUE), StrictMath.log(Double.MAX_VALUE), Double.MAX_VALUE);
    }

    /** The reference: cosines and sines of an eighth of a turn or less, where StrictMath's argument is nearly exact. */
    @Test
    void theCosineIsWithin4e16OfStrictMath() {
        RandomStream stream = new RandomStream(3);
        for (int i = 0; i < DRAWS; i++) {
            double u = stream.nextDouble();
            double quarters = Math.rint(4.0 * u);
            double x = (u - 0.25 * quarters) * 2.0 * Math.PI;
            double expected =
                    switch ((int) quarters % 4) {
                        case 1 -> -StrictMath.sin(x);
                        case 2 -> -StrictMath.cos(x);
                        case 3 -> StrictMath.sin(x);
                        default -> StrictMath.cos(x);
                    };
            assertThat(Elementary.cosineOfTurns(u)).isCloseTo(expected, within(4e-16));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.25, 0.5, 0.75, 1.0, 0.125, 0.375, 0.625, 0.875})
    void quartersAndEighthsOfATurn(double u) {
        assertThat(Elementary.cosineOfTurns(u)).isCloseTo(StrictMath.cos(2.0 * Math.PI * u), within(3e-16));
    }

    private static void assertUnits(double actual, double expected, double x) {
        assertThat(Math.abs(actual - expected)).as("x=%s", x).isLessThanOrEqualTo(Math.ulp(expected));
    }
}
