package org.teleost.envs.burgers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

class BurgersEnvironmentTest {
    private final BurgersEnvironment environment = new BurgersEnvironment();
    private final StepOutcome out = new StepOutcome(BurgersProblem.CELLS, BurgersEnvironment.INFO_NAMES.size());
    private final float[] observation = new float[BurgersProblem.CELLS];
    private final float[] action = new float[BurgersEnvironment.JETS];

    @Test
    void startsAtTheBumpOrTheWaveMinusTheTarget() {
        environment.start(1.0, observation);
        assertThat(observation[75]).isCloseTo(0.4f - 0.5f, offset(1e-6f));
        environment.start(0.0, observation);
        assertThat(observation[75]).isCloseTo(0.2f - 0.5f, offset(1e-6f));
        assertThat(observation[18]).isCloseTo((float) (0.2 * Math.sin(0.48 * Math.PI) - 0.3), offset(1e-6f));
    }

    @Test
    void rewardIsTenTimesTheMeanSquareOfTheObservation() {
        environment.reset(3, observation);
        action[0] = 0.05f;
        environment.step(action, out);
        double sum = 0.0;
        for (float difference : out.observation) {
            sum += (double) difference * difference;
        }
        assertThat(out.reward).isCloseTo(-10.0 * sum / BurgersProblem.CELLS, offset(1e-6));
        assertThat(out.info[0]).isEqualTo(-0.1 * out.reward, offset(1e-15));
        assertThat(out.info[1]).isCloseTo(0.5 + 0.05 * Math.sin(Math.PI / 30.0), offset(1e-15));
    }

    /** The mean of u grows by the mean of f: pushing lifts the level towards the target, drawing takes it away. */
    @Test
    void pushingFollowsTheTargetBetterThanDrawing() {
        assertThat(episode(0.02f)).isGreaterThan(episode(0.0f));
        assertThat(episode(0.0f)).isGreaterThan(episode(-0.025f));
    }

    private double episode(float amplitude) {
        environment.start(0.5, observation);
        action[0] = amplitude;
        action[1] = amplitude;
        double sum = 0.0;
        int steps = 0;
        do {
            environment.step(action, out);
            assertThat(out.terminated).isFalse();
            sum += out.reward;
            steps++;
        } while (!out.last());
        assertThat(steps).isEqualTo(BurgersProblem.STEPS);
        return sum;
    }

    @Test
    void sameSeedAndActionsGiveTheSameBits() {
        float[] first = run(5);
        assertThat(run(5)).containsExactly(first);
        assertThat(run(6)).isNotEqualTo(first);
    }

    private float[] run(long seed) {
        RandomStream stream = new RandomStream(2);
        environment.reset(seed, observation);
        for (int step = 0; step < 10; step++) {
            action[0] = (float) (-0.025 + 0.1 * stream.nextDouble());
            action[1] = (float) (-0.025 + 0.1 * stream.nextDouble());
            environment.step(action, out);
        }
        return out.observation.clone();
    }

    @ParameterizedTest
    @ValueSource(floats = {0.08f, -0.03f, Float.NaN})
    void amplitudesOutOfRangeAreRefused(float amplitude) {
        environment.reset(1, observation);
        action[1] = amplitude;
        assertThatThrownBy(() -> environment.step(action, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jet=1");
    }

    @Test
    void serviceLoaderFindsBurgers() {
        assertThat(ServiceLoader.load(ControlProblemProvider.class))
                .flatExtracting(ControlProblemProvider::problems)
                .extracting(ControlProblem::name)
                .contains("burgers");
    }
}
