package org.teleost.envs.finray.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.envs.finray.scoring.Score;

class GridScoreTest {
    @Test
    void spreadHoldsNinetyFivePercentOfTheStarts() {
        GridScore score = GridScore.of(
                32, List.of(new Score(0.4, 2.0, 0.01), new Score(0.5, 2.2, 0.02), new Score(0.6, 2.4, 0.03)));

        assertThat(score.mean().thrustCoefficient()).isCloseTo(0.5, within(1e-12));
        assertThat(score.mean().powerCoefficient()).isCloseTo(2.2, within(1e-12));
        assertThat(score.mean().thrustDeviation()).isCloseTo(0.02, within(1e-12));
        assertThat(score.thrustSpread()).isCloseTo(0.196, within(1e-12));
        assertThat(score.powerSpread()).isCloseTo(0.392, within(1e-12));
        assertThat(GridScore.of(32, List.of(new Score(0.4, 2.0, 0.0))).thrustSpread())
                .as("one start has no spread")
                .isNaN();
    }

    @Test
    void extrapolationFindsTheLimitOfAnErrorOfItsOrder() {
        GridScore coarse = GridScore.of(32, List.of(score(32)));
        GridScore fine = GridScore.of(64, List.of(score(64)));

        assertThat(fine.extrapolated(coarse).thrustCoefficient()).isCloseTo(0.9, within(1e-12));
        assertThat(fine.extrapolated(coarse).powerCoefficient()).isCloseTo(4.0, within(1e-12));
    }

    private static Score score(int cells) {
        double error = Math.pow(cells, -GridScore.ORDER);
        return new Score(0.9 - 10.0 * error, 4.0 + 3.0 * error, 0.0);
    }

    @Test
    void oneDivergedStartLeavesNoMean() {
        GridScore score = GridScore.of(32, List.of(new Score(0.4, 2.0, 0.0), Score.diverged()));

        assertThat(score.mean().valid()).isFalse();
    }
}
