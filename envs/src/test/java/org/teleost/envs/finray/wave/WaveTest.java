package org.teleost.envs.finray.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.FinRaySettings;
import org.teleost.envs.finray.FinRaySetup;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.sinusoid.Sinusoid;

class WaveTest {
    @Test
    void aSmallWaveOfAnyFamilyIsTheSinusoidThatItStandsFor() {
        Sinusoid sinusoid = new Sinusoid(0.4, 65.0, 1);
        Wave clipped = Wave.parse("clipped:0.4;65");
        Wave harmonics = Wave.rounded(WaveFamily.HARMONICS, WaveFamily.HARMONICS.nearest(0.4, 65.0));
        for (double time = 0.0; time < FinRay.PERIOD; time += 0.07) {
            assertThat(clipped.offset(time)).isCloseTo(sinusoid.offset(time), within(1e-12));
            assertThat(harmonics.offset(time)).isCloseTo(sinusoid.offset(time), within(2e-4));
        }
    }

    @Test
    void shapesAreThoseOfTheirNames() {
        // half a quarter of the period after the flank's middle
        double eighth = FinRay.PERIOD / 8.0;
        assertThat(Wave.parse("trapezoid:0.5;0").offset(eighth)).isCloseTo(0.25, within(1e-12));
        assertThat(Wave.parse("trapezoid:0.5;90").offset(0.0)).isCloseTo(0.5, within(1e-12));
        assertThat(Wave.parse("trapezoid:1.5;0").offset(eighth)).isEqualTo(FinRay.LARGEST_OFFSET);
        assertThat(Wave.parse("clipped:2;0").offset(-eighth)).isEqualTo(-FinRay.LARGEST_OFFSET);
        assertThat(Wave.parse("harmonics:0;0;0;0.2;0.1;0").offset(eighth))
                .isCloseTo(0.1 * Math.sin(0.75 * Math.PI), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clipped:2.0000;65.0000",
                "trapezoid:1.9000;-12.5000",
                "harmonics:0.1000;0.2000;0.3000;0.4000;0.5000;0.6000"
            })
    void textIsReadBack(String text) {
        assertThat(Wave.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "square:1;2",
                "clipped",
                "clipped:1",
                "clipped:1;x",
                "clipped:1;2;3",
                "clipped:NaN;1",
                "clipped:1;361"
            })
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> Wave.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRateFlattensSteepFlanks() {
        FinRay ray = new FinRay(FinRaySetup.of(new FinRaySettings(1000.0, 8, 5, 8, 0.03)));
        Wave square = Wave.parse("clipped:10;0");
        ray.start(0);
        double largest = 0.0;
        double before = ray.offset();
        for (int decision = 0; decision < 2 * FinRay.DECISIONS_PER_PERIOD; decision++) {
            ray.decide(square.action(ray));
            largest = Math.max(largest, Math.abs(ray.offset() - before));
            before = ray.offset();
        }
        assertThat(largest).isCloseTo(FinRay.LARGEST_RATE * FinRay.DECISION, within(1e-12));
    }

    @Test
    void theSearchFindsTheTopOfAHillAndRepeatsItself() {
        List<Wave> tried = new ArrayList<>();
        Wave best = WaveSearch.best(WaveFamily.CLIPPED, 0.6, 56.0, 200, 3, wave -> {
            tried.add(wave);
            double amplitude = Math.log(wave.parameters().get(0) / 1.7);
            double phase = (wave.parameters().get(1) - 80.0) / 60.0;
            return 1.0 - amplitude * amplitude - phase * phase;
        });
        assertThat(best.parameters().get(0)).isCloseTo(1.7, within(0.02));
        assertThat(best.parameters().get(1)).isCloseTo(80.0, within(1.0));
        assertThat(tried).hasSize(200);

        List<Wave> again = new ArrayList<>();
        WaveSearch.best(WaveFamily.CLIPPED, 0.6, 56.0, 30, 3, wave -> {
            again.add(wave);
            double amplitude = Math.log(wave.parameters().get(0) / 1.7);
            double phase = (wave.parameters().get(1) - 80.0) / 60.0;
            return 1.0 - amplitude * amplitude - phase * phase;
        });
        assertThat(again).isEqualTo(tried.subList(0, 30));
    }

    @Test
    void wavesWithoutAValueLeadNowhere() {
        Wave best = WaveSearch.best(
                WaveFamily.HARMONICS,
                0.5,
                30.0,
                40,
                1,
                wave -> wave.parameters().get(2) > 0.0 ? 0.5 : Double.NaN);
        assertThat(best.parameters().get(2)).isPositive();
        assertThat(WaveSearch.best(WaveFamily.CLIPPED, 0.5, 30.0, 9, 1, wave -> Double.NaN))
                .isEqualTo(Wave.parse("clipped:0.5;30"));
    }

    @Test
    void theDocumentedWavesAreOfBothObjectives(@TempDir Path folder) throws IOException {
        assertThat(BestWaves.standard()).containsOnlyKeys(Objective.THRUST, Objective.EFFICIENCY);
        Path file = folder.resolve("waves.csv");
        Files.writeString(file, "objective,wave,CT\nthrust,clipped:2;65,0.9\nthrust,trapezoid:1.9;60,0.9\n");
        assertThat(BestWaves.read(file).get(Objective.THRUST))
                .extracting(Wave::family)
                .containsExactly(WaveFamily.CLIPPED, WaveFamily.TRAPEZOID);
        Files.writeString(file, "objective,wave\n");
        assertThatThrownBy(() -> BestWaves.read(file)).hasMessageContaining("there are no waves");
        assertThatThrownBy(() -> BestWaves.read(folder)).hasMessageContaining("finray waves");
    }
}
