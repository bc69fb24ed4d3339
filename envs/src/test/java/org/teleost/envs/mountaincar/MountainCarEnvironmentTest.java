package org.teleost.envs.mountaincar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.problem.StepOutcome;

class MountainCarEnvironmentTest {
    private final MountainCarEnvironment environment = new MountainCarEnvironment(MountainCarParameters.standard());
    private final StepOutcome out = new StepOutcome(2, 0);
    private final float[] action = new float[1];

    @Test
    void startsAtRestAnywhereInTheDocumentedRange() {
        double low = 1.0;
        double high = -1.0;
        for (int seed = 0; seed < 2_000; seed++) {
            environment.reset(seed, out.observation);
            assertThat(out.observation[1]).isZero();
            low = Math.min(low, environment.dynamics().position());
            high = Math.max(high, environment.dynamics().position());
        }
        assertThat(low).isBetween(-0.6, -0.599);
        assertThat(high).isBetween(-0.401, -0.4);
    }

    @Test
    void theStepOntoTheGoalEarnsTheRewardAndTerminates() {
        environment.reset(1, out.observation);
        environment.dynamics().set(0.42, 0.069);
        action[0] = 1.0f;
        environment.step(action, out);
        assertThat(out.reward).isCloseTo(99.9, within(1e-12));
        assertThat(out.terminated).isTrue();
        assertThat(out.truncated).isFalse();
        assertThat(out.observation[0]).isCloseTo(0.48973545f, within(1e-6f));
        assertThatThrownBy(() -> environment.step(action, out)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStepShortOfTheGoalCostsItsForceOnly() {
        environment.reset(1, out.observation);
        environment.dynamics().set(0.38, 0.065);
        action[0] = -0.5f;
        environment.step(action, out);
        assertThat(out.reward).isCloseTo(-0.025, within(1e-15));
        assertThat(out.last()).isFalse();
    }

    @Test
    void isTruncatedAfter999StepsInTheValley() {
        environment.reset(1, out.observation);
        for (int step = 1; step <= 999; step++) {
            environment.step(action, out);
            assertThat(out.terminated).isFalse();
            assertThat(out.truncated).as("step=%d", step).isEqualTo(step == 999);
            assertThat(out.reward).isZero();
        }
    }

    @Test
    void theGoalReachedInTheLastStepTerminatesInsteadOfTruncating() {
        environment.reset(1, out.observation);
        for (int step = 1; step < 999; step++) {
            environment.step(action, out);
        }
        environment.dynamics().set(0.42, 0.069);
        environment.step(action, out);
        assertThat(out.terminated).isTrue();
        assertThat(out.truncated).isFalse();
    }

    /** A force along the velocity always adds energy; a gentle one wastes less. */
    @Test
    void pushingAlongTheVelocityReachesTheGoal() {
        for (int seed = 0; seed < 100; seed++) {
            assertThat(bangBangReturn(seed, 0.6f)).as("seed=%d", seed).isGreaterThan(95.0);
            assertThat(bangBangReturn(seed, 1.0f)).as("seed=%d", seed).isBetween(88.0, 91.0);
        }
    }

    private double bangBangReturn(long seed, float force) {
        environment.reset(seed, out.observation);
        double total = 0.0;
        do {
            action[0] = out.observation[1] >= 0.0f ? force : -force;
            environment.step(action, out);
            total += out.reward;
        } while (!out.last());
        assertThat(out.terminated).isTrue();
        return total;
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, 1.001f, -1.001f})
    void rejectsAForceOutsideItsBox(float force) {
        environment.reset(1, out.observation);
        action[0] = force;
        assertThatThrownBy(() -> environment.step(action, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("force=" + (double) force);
    }

    @Test
    void takesAForceBeyondItsBoxByRoundingForTheBound() {
        environment.reset(1, out.observation);
        action[0] = Math.nextUp(1.0f);
        environment.step(action, out);
        assertThat(out.reward).isEqualTo(-0.1);
    }

    @Test
    void parametersRejectATrackOutOfOrder() {
        assertThatThrownBy(() -> new MountainCarParameters(0.0015, 0.0025, 0.07, -1.2, 0.4, 0.45, 999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rightEnd=0.4");
        assertThatThrownBy(() -> new MountainCarParameters(-1.0, 0.0025, 0.07, -1.2, 0.6, 0.45, 999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("power=-1.0");
    }
}
