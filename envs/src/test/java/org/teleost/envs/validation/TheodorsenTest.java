package org.teleost.envs.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheodorsenTest {
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.982421502833096,  -0.0456520927493173",
        "0.1,  0.831924104965276,  -0.172302228734195",
        "0.5,  0.597936064250132,  -0.150709503162636",
        "1.0,  0.539434871077794,  -0.100272902864108",
        "4.0,  0.503670893082554,  -0.0304960574029655",
        "10.0, 0.500617885388891,  -0.0124466215539119",
        "1000, 0.500000062499926, -0.000124999945312640"
    })
    void functionHasItsTabulatedValues(double reducedFrequency, double real, double imaginary) {
        Theodorsen function = Theodorsen.at(reducedFrequency);

        assertThat(function.real()).isEqualTo(real, within(1e-13));
        assertThat(function.imaginary()).isEqualTo(imaginary, within(1e-13));
    }

    @Test
    void functionFallsFromOneToOneHalf() {
        assertThat(Theodorsen.at(1e-6).real()).isEqualTo(1.0, within(1e-5));
        assertThat(Theodorsen.at(1e3).magnitude()).isEqualTo(0.5, within(1e-6));
        double before = 1.0;
        for (double k = 1e-3; k < 100.0; k *= 1.5) {
            double magnitude = Theodorsen.at(k).magnitude();
            assertThat(magnitude).isBetween(0.5, before);
            before = magnitude;
        }
    }

    /**
     * K0(ix) = -(pi/2) (Y0 + i J0), K1(ix) = -(pi/2) (J1 - i Y1); values at 1 from Abramowitz and Stegun, table 9.1.
     */
    @Test
    void besselFunctionsOnTheImaginaryAxisAreThoseOfTheRealOne() {
        double halfPi = 0.5 * Math.PI;

        assertThat(Theodorsen.modifiedBessel(0, 1.0))
                .containsExactly(
                        new double[] {-halfPi * 0.0882569642156769, -halfPi * 0.7651976865579666}, within(1e-13));
        assertThat(Theodorsen.modifiedBessel(1, 1.0))
                .containsExactly(
                        new double[] {-halfPi * 0.4400505857449335, -halfPi * 0.7812128213002887}, within(1e-13));
    }

    @Test
    void fastHeaveIsAddedMassAloneAndThrustsHalfItsPower() {
        Theodorsen fast = Theodorsen.at(1e4);

        assertThat(fast.liftWithHeave() / (Math.PI * 1e8)).isEqualTo(1.0, within(1e-6));
        assertThat(fast.thrust(0.01) / fast.power(0.01)).isEqualTo(0.5, within(1e-6));
    }

    /** The power is what the lift takes: mean of -L h', over a half. */
    @Test
    void powerIsThatOfTheLift() {
        Theodorsen function = Theodorsen.at(0.7);
        double heave = 0.02;
        double velocity = 2.0 * 0.7 * heave;

        assertThat(function.power(heave)).isEqualTo(-heave * function.liftWithVelocity() * velocity, within(1e-15));
    }

    @Test
    void frequencyOfZeroIsRefused() {
        assertThatThrownBy(() -> Theodorsen.at(0.0)).hasMessageContaining("reducedFrequency=0.0");
    }
}
