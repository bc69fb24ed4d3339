package org.teleost.learn.sac;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {
    @Test
    void theGradientIsTheSlopeOfTheDualLoss() {
        Temperature temperature = new Temperature(SacSettings.modern(), 4);
        double meanLogProbability = 1.7;
        double step = 1e-3;
        double above = -(temperature.logAlpha() + step) * (meanLogProbability - 4.0);
        double below = -(temperature.logAlpha() - step) * (meanLogProbability - 4.0);
        assertThat(temperature.gradient(meanLogProbability))
                .isCloseTo((above - below) / (2.0 * step), Offset.offset(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3.0, 0.0, 2.0})
    void theDualMovesTheEntropyToItsTarget(double offset) {
        Temperature temperature = new Temperature(SacSettings.modern().withLearningRate(1e-2), 1);
        // a policy whose entropy rises with the temperature: a Gaussian in a quadratic well has entropy log(alpha) / 2
        // + offset
        double entropy = 0.0;
        for (int i = 0; i < 5000; i++) {
            entropy = 0.5 * Math.log(temperature.alpha()) + offset;
            temperature.fit(-entropy);
        }
        assertThat(entropy).isCloseTo(-1.0, Offset.offset(0.01));
    }

    @Test
    void aFixedTemperatureStays() {
        Temperature temperature = new Temperature(SacSettings.paper(), 4);
        temperature.fit(100.0);
        assertThat(temperature.alpha()).isCloseTo(0.2f, Offset.offset(1e-7f));
    }
}
