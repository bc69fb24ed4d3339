package org.teleost.envs.finray.sinusoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.FinRaySettings;
import org.teleost.envs.finray.FinRaySetup;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.scoring.Score;

class SinusoidTest {
    @ParameterizedTest
    @CsvSource({"0.35, 45, 1", "0.6, 130, 1", "0.6, 300, 2"})
    void offsetReachesItWithinFourDecisionsAndStaysOnIt(double amplitude, double phase, int multiple) {
        FinRay ray = new FinRay(FinRaySetup.of(new FinRaySettings(1000.0, 8, 5, 8, 0.03)));
        Sinusoid sinusoid = new Sinusoid(amplitude, phase, multiple);
        ray.start(13);
        for (int decision = 1; decision <= 40; decision++) {
            ray.decide(sinusoid.action(ray));
            if (decision >= 8) {
                assertThat(ray.offset()).isCloseTo(sinusoid.offset(ray.time()), within(1e-9));
            }
        }
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new Sinusoid(0.7, 0.0, 1)).hasMessageContaining("amplitude=0.7");
        assertThatThrownBy(() -> new Sinusoid(0.3, Double.NaN, 1)).hasMessageContaining("phase=NaN");
        assertThatThrownBy(() -> new Sinusoid(0.3, 0.0, 0)).hasMessageContaining("multiple=0");
        assertThatThrownBy(() -> new SinusoidGrid(List.of(0.3, 0.2), List.of(0.0), List.of(1)))
                .hasMessageContaining("amplitudes=[0.3, 0.2]");
    }

    @Test
    void gridIsEvenAndComplete() {
        SinusoidGrid grid = SinusoidGrid.even(5, 12, 0.6, List.of(1, 2));

        assertThat(grid.amplitudes()).containsExactly(0.12, 0.24, 0.36, 0.48, 0.6);
        assertThat(grid.phases()).hasSize(12).startsWith(0.0, 30.0).endsWith(330.0);
        assertThat(grid.sinusoids()).hasSize(120).doesNotHaveDuplicates().contains(new Sinusoid(0.36, 90.0, 2));
    }

    @Test
    void neighboursLieCloserAndWithinTheBounds() {
        SinusoidGrid grid = SinusoidGrid.even(5, 12, 0.6, List.of(1));

        assertThat(grid.around(new Sinusoid(0.24, 0.0, 1), 0.5))
                .hasSize(8)
                .contains(new Sinusoid(0.18, 345.0, 1), new Sinusoid(0.3, 15.0, 1))
                .doesNotContain(new Sinusoid(0.24, 0.0, 1));
        assertThat(grid.around(new Sinusoid(0.6, 60.0, 1), 0.5))
                .hasSize(5)
                .allMatch(sinusoid -> sinusoid.amplitude() <= 0.6);
    }

    @Test
    void bestIgnoresWhatHasNoValue() {
        ScoredSinusoid strong = new ScoredSinusoid(new Sinusoid(0.6, 60.0, 1), new Score(0.8, 4.0, 0.0));
        ScoredSinusoid thrifty = new ScoredSinusoid(new Sinusoid(0.24, 120.0, 1), new Score(0.3, 1.2, 0.0));
        ScoredSinusoid diverged = new ScoredSinusoid(new Sinusoid(0.6, 0.0, 2), Score.diverged());
        List<ScoredSinusoid> all = List.of(diverged, strong, thrifty);

        assertThat(ScoredSinusoid.best(all, Objective.THRUST, 0.25)).contains(strong);
        assertThat(ScoredSinusoid.best(all, Objective.EFFICIENCY, 0.25)).contains(thrifty);
        assertThat(ScoredSinusoid.lambda(all)).isEqualTo(0.25);
        assertThat(ScoredSinusoid.best(List.of(diverged), Objective.THRUST, 0.25))
                .isEmpty();
        assertThat(ScoredSinusoid.lambda(List.of(diverged))).isZero();
    }

    @Test
    void incompleteOrForeignFilesAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("best.csv");
        assertThatThrownBy(() -> BestSinusoids.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("teleost finray grid");
        Files.writeString(file, "objective,multiple,amplitude (rad),phase (degrees)\nthrust,1,0.6,60.0,0.8\n");
        assertThatThrownBy(() -> BestSinusoids.read(file)).hasMessageContaining("found=[THRUST]");
        Files.writeString(file, "objective\nthrust,1,high,60.0\n");
        assertThatThrownBy(() -> BestSinusoids.read(file)).hasMessageContaining("line='thrust,1,high,60.0'");
    }
}
