package org.teleost.envs.pendulum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

class PendulumEnvironmentTest {
    private final PendulumEnvironment environment = new PendulumEnvironment(PendulumParameters.standard());
    private final StepOutcome out = new StepOutcome(3, 0);
    private final float[] action = new float[1];

    @Test
    void startsFillTheDocumentedRanges() {
        double lowAngle = 10.0;
        double highAngle = -10.0;
        double lowSpeed = 10.0;
        double highSpeed = -10.0;
        for (int seed = 0; seed < 2_000; seed++) {
            environment.reset(seed, out.observation);
            lowAngle = Math.min(lowAngle, environment.dynamics().angle());
            highAngle = Math.max(highAngle, environment.dynamics().angle());
            lowSpeed = Math.min(lowSpeed, environment.dynamics().speed());
            highSpeed = Math.max(highSpeed, environment.dynamics().speed());
        }
        assertThat(lowAngle).isBetween(-Math.PI, -3.12);
        assertThat(highAngle).isBetween(3.12, Math.PI);
        assertThat(lowSpeed).isBetween(-1.0, -0.99);
        assertThat(highSpeed).isBetween(0.99, 1.0);
    }

    @Test
    void observesCosineSineAndSpeedAndRewardsTheStateBeforeTheStep() {
        environment.reset(3, out.observation);
        PlainPendulum plain = new PlainPendulum();
        plain.th = environment.dynamics().angle();
        plain.thdot = environment.dynamics().speed();
        RandomStream stream = new RandomStream(8);
        for (int step = 0; step < 50; step++) {
            action[0] = (float) (4.0 * stream.nextDouble() - 2.0);
            double reward = plain.step(action[0]);
            environment.step(action, out);
            assertThat(out.reward).isCloseTo(reward, within(1e-10));
            assertThat(out.observation[0]).isCloseTo((float) Math.cos(plain.th), within(1e-6f));
            assertThat(out.observation[1]).isCloseTo((float) Math.sin(plain.th), within(1e-6f));
            assertThat(out.observation[2]).isCloseTo((float) plain.thdot, within(1e-6f));
        }
    }

    @Test
    void isTruncatedAfter200StepsAndNeverTerminated() {
        environment.reset(1, out.observation);
        for (int step = 1; step <= 200; step++) {
            environment.step(action, out);
            assertThat(out.terminated).isFalse();
            assertThat(out.truncated).as("step=%d", step).isEqualTo(step == 200);
        }
        assertThatThrownBy(() -> environment.step(action, out))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("steps=200");
        environment.reset(1, out.observation);
        environment.step(action, out);
        assertThat(out.last()).isFalse();
    }

    @Test
    void refusesToStepBeforeTheFirstReset() {
        assertThatThrownBy(() -> environment.step(action, out)).isInstanceOf(IllegalStateException.class);
    }

    /** Pumps energy while the rod is low, then catches it. */
    @Test
    void anEnergyControllerSwingsItUp() {
        double total = 0.0;
        for (int seed = 0; seed < 100; seed++) {
            environment.reset(seed, out.observation);
            do {
                action[0] = swingUpTorque(out.observation);
                environment.step(action, out);
                total += out.reward;
            } while (!out.last());
            assertThat(out.observation[0]).as("seed=%d", seed).isGreaterThan(0.99f);
        }
        assertThat(total / 100.0).isBetween(-200.0, -120.0);
    }

    private static float swingUpTorque(float[] observation) {
        double speed = observation[2];
        double missing = 5.0 - 5.0 * observation[0] - speed * speed / 6.0;
        double angle = Math.atan2(observation[1], observation[0]);
        double torque = observation[0] > 0.8f ? -12.0 * angle - 3.5 * speed : 2.0 * missing * speed;
        return (float) Math.max(-2.0, Math.min(2.0, torque));
    }

    @Test
    void hangingWithoutTorqueIsAboutTheWorst() {
        environment.reset(0, out.observation);
        environment.dynamics().set(Math.PI, 0.0);
        double total = 0.0;
        do {
            environment.step(action, out);
            total += out.reward;
        } while (!out.last());
        assertThat(total).isCloseTo(-200.0 * Math.PI * Math.PI, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 2.001f, -2.001f})
    void rejectsATorqueOutsideItsBox(float torque) {
        environment.reset(1, out.observation);
        action[0] = torque;
        assertThatThrownBy(() -> environment.step(action, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("torque=" + (double) torque)
                .hasMessageContaining("high=2.0");
    }

    @Test
    void takesATorqueBeyondItsBoxByRoundingForTheBound() {
        environment.reset(1, out.observation);
        action[0] = Math.nextUp(2.0f);
        environment.step(action, out);
        double speed = environment.dynamics().speed();
        environment.reset(1, out.observation);
        action[0] = 2.0f;
        environment.step(action, out);
        assertThat(environment.dynamics().speed()).isEqualTo(speed);
    }

    @Test
    void parametersRejectWhatIsNotPositiveAndFinite() {
        assertThatThrownBy(() -> new PendulumParameters(10.0, 1.0, 1.0, 2.0, 8.0, 0.0, 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timeStep=0.0");
        assertThatThrownBy(() -> new PendulumParameters(Double.NaN, 1.0, 1.0, 2.0, 8.0, 0.05, 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gravity=NaN");
    }
}
