package org.teleost.envs.kuramotosivashinsky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

class KuramotoSivashinskyEnvironmentTest {
    private final KuramotoSivashinskyEnvironment environment = new KuramotoSivashinskyEnvironment(false);
    private final StepOutcome out = new StepOutcome(64, KuramotoSivashinskyEnvironment.INFO_NAMES.size());
    private final float[] observation = new float[64];
    private final float[] action = new float[Actuators.COUNT];

    @Test
    void zeroActionEarnsWhatThePublicationSays() {
        double sum = 0.0;
        int episodes = 0;
        for (int row = 0; row < InitialStates.COUNT; row += 5) {
            environment.start(row, observation);
            sum += episode(null);
            episodes++;
        }
        assertThat(sum / episodes).isCloseTo(-231.7, offset(0.05 * 231.7));
    }

    @Test
    void constantActionEarnsAboutWhatThePublicationSays() {
        double sum = 0.0;
        int episodes = 0;
        Arrays.fill(action, 0.5f);
        for (int row = 0; row < InitialStates.COUNT; row += 10) {
            environment.start(row, observation);
            sum += episode(null);
            episodes++;
        }
        assertThat(sum / episodes).isCloseTo(-4452.0, offset(450.0));
    }

    @Test
    void randomActionsEarnAboutWhatThePublicationSays() {
        RandomStream stream = new RandomStream(1);
        double sum = 0.0;
        int episodes = 0;
        for (int row = 0; row < InitialStates.COUNT; row += 5) {
            environment.start(row, observation);
            sum += episode(stream);
            episodes++;
        }
        assertThat(sum / episodes).isBetween(-350.0, -240.0);
    }

    private double episode(RandomStream stream) {
        double sum = 0.0;
        do {
            if (stream != null) {
                draw(stream);
            }
            environment.step(action, out);
            sum += out.reward;
        } while (!out.last());
        return sum;
    }

    private void draw(RandomStream stream) {
        for (int k = 0; k < action.length; k++) {
            action[k] = (float) (stream.nextDouble() - 0.5);
        }
    }

    @Test
    void sameSeedAndActionsGiveTheSameBits() {
        long[] rewards = new long[20];
        float[] last = run(7, rewards);
        long[] again = new long[20];
        assertThat(run(7, again)).containsExactly(last);
        assertThat(again).containsExactly(rewards);
        assertThat(run(8, again)).isNotEqualTo(last);
    }

    private float[] run(long seed, long[] rewards) {
        RandomStream stream = new RandomStream(11);
        environment.reset(seed, observation);
        for (int step = 0; step < rewards.length; step++) {
            draw(stream);
            environment.step(action, out);
            rewards[step] = Double.doubleToRawLongBits(out.reward);
        }
        return out.observation.clone();
    }

    @Test
    void timeLimitTruncatesAndNeverTerminates() {
        environment.reset(1, observation);
        for (int step = 1; step <= KuramotoSivashinskyProblem.STEPS; step++) {
            environment.step(action, out);
            assertThat(out.terminated).isFalse();
            assertThat(out.truncated).isEqualTo(step == KuramotoSivashinskyProblem.STEPS);
        }
    }

    @Test
    void rewardIsMinusTheSumOfItsTerms() {
        environment.reset(1, observation);
        draw(new RandomStream(2));
        environment.step(action, out);
        assertThat(out.reward).isEqualTo(-(out.info[0] + out.info[1] + out.info[2]));
        double energy = 0.0;
        for (float u : out.observation) {
            energy += 0.5 * u * u / 64.0;
        }
        assertThat(out.info[3]).isCloseTo(energy, offset(1e-6));
    }

    @ParameterizedTest
    @ValueSource(floats = {0.51f, -0.6f, Float.NaN})
    void amplitudesOutOfRangeAreRefused(float amplitude) {
        environment.reset(1, observation);
        action[2] = amplitude;
        assertThatThrownBy(() -> environment.step(action, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jet=2");
    }

    @Test
    void jetZeroIsHalfAGaussianUnlessWrapped() {
        double[] cut = new double[64];
        double[] wrapped = new double[64];
        float[] first = {1.0f, 0.0f, 0.0f, 0.0f};
        new Actuators(KuramotoSivashinskyProblem.LENGTH, false).force(first, cut);
        new Actuators(KuramotoSivashinskyProblem.LENGTH, true).force(first, wrapped);
        double dx = KuramotoSivashinskyProblem.LENGTH / 64.0;
        assertThat(Arrays.stream(cut).sum() * dx).isCloseTo(0.5 + 0.5 * dx / Math.sqrt(2.0 * Math.PI), offset(1e-9));
        assertThat(Arrays.stream(wrapped).sum() * dx).isCloseTo(1.0, offset(1e-9));
        assertThat(wrapped[63]).isCloseTo(wrapped[1], offset(1e-15));
    }

    @Test
    void serviceLoaderFindsBothVariants() {
        assertThat(ServiceLoader.load(ControlProblemProvider.class))
                .flatExtracting(ControlProblemProvider::problems)
                .extracting(ControlProblem::name)
                .contains("kuramoto-sivashinsky", "kuramoto-sivashinsky-wrapped");
    }
}
