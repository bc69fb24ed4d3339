package org.teleost.envs.cartpole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

class CartPoleEnvironmentTest {
    private final CartPoleEnvironment environment = new CartPoleEnvironment(CartPoleParameters.standard());
    private final StepOutcome out = new StepOutcome(5, 0);
    private final float[] action = new float[1];

    @Test
    void startsHangingWithTheDocumentedSpread() {
        int starts = 4_000;
        double[] squares = new double[4];
        for (int seed = 0; seed < starts; seed++) {
            environment.reset(seed, out.observation);
            CartPoleDynamics state = environment.dynamics();
            double[] values = {state.position(), state.velocity(), state.angle() - Math.PI, state.spin()};
            for (int i = 0; i < 4; i++) {
                assertThat(Math.abs(values[i])).isLessThan(0.09);
                squares[i] += values[i] * values[i];
            }
        }
        for (double square : squares) {
            assertThat(Math.sqrt(square / starts)).isCloseTo(0.01, within(0.0005));
        }
    }

    @Test
    void observesPositionVelocityCosineSineAndSpin() {
        environment.reset(2, out.observation);
        CartPoleDynamics state = environment.dynamics();
        for (int step = 0; step < 30; step++) {
            action[0] = step % 3 - 1.0f;
            environment.step(action, out);
            assertThat(out.observation)
                    .containsExactly(
                            (float) state.position(),
                            (float) state.velocity(),
                            (float) Math.cos(state.angle()),
                            (float) Math.sin(state.angle()),
                            (float) state.spin());
        }
    }

    @Test
    void rewardIsOneUprightInTheMiddleAtRestAndZeroHanging() {
        environment.reset(1, out.observation);
        environment.dynamics().set(0.0, 0.0, 0.0, 0.0);
        environment.step(action, out);
        assertThat(out.reward).isEqualTo(1.0);
        environment.dynamics().set(0.0, 0.0, Math.PI, 0.0);
        environment.step(action, out);
        assertThat(out.reward).isCloseTo(0.0, within(1e-12));
    }

    /** The suite's tolerance functions: Gaussian with a value of 0.1 at the margin, parabola with 0 at the margin. */
    @Test
    void rewardIsTheProductOfTheSuiteTolerances() {
        RandomStream stream = new RandomStream(9);
        CartPoleDynamics state = environment.dynamics();
        double scale = Math.sqrt(-2.0 * Math.log(0.1));
        environment.reset(1, out.observation);
        for (int i = 0; i < 200; i++) {
            state.set(
                    3.0 * stream.nextDouble() - 1.5,
                    stream.nextGaussian(),
                    3.0 * stream.nextGaussian(),
                    5.0 * stream.nextGaussian());
            action[0] = (float) (20.0 * stream.nextDouble() - 10.0);
            environment.step(action, out);
            double upright = (Math.cos(state.angle()) + 1.0) / 2.0;
            double centred = (1.0 + Math.exp(-0.5 * Math.pow(state.position() / 2.0 * scale, 2))) / 2.0;
            double control = (4.0 + 1.0 - Math.pow(action[0] / 10.0, 2)) / 5.0;
            double slow = (1.0 + Math.exp(-0.5 * Math.pow(state.spin() / 5.0 * scale, 2))) / 2.0;
            assertThat(out.reward).isCloseTo(upright * centred * control * slow, within(1e-14));
            assertThat(out.reward).isBetween(0.0, 1.0);
        }
    }

    @Test
    void terminatesBeyondTheRailOnly() {
        environment.reset(1, out.observation);
        environment.dynamics().set(1.7, 1.5, Math.PI, 0.0);
        action[0] = 10.0f;
        int steps = 0;
        do {
            environment.step(action, out);
            steps++;
            assertThat(out.terminated).isEqualTo(Math.abs(environment.dynamics().position()) > 1.8);
        } while (!out.last());
        assertThat(steps).isBetween(3, 10);
        assertThat(out.terminated).isTrue();
        assertThat(out.truncated).isFalse();
        assertThat(out.observation[0]).isGreaterThan(1.8f);
        assertThatThrownBy(() -> environment.step(action, out)).isInstanceOf(IllegalStateException.class);

        environment.reset(1, out.observation);
        environment.dynamics().set(-1.79, -1.5, Math.PI, 0.0);
        environment.step(action, out);
        assertThat(out.terminated).isTrue();
    }

    @Test
    void isTruncatedAfter1000StepsOnTheRail() {
        environment.reset(1, out.observation);
        for (int step = 1; step <= 1000; step++) {
            environment.step(action, out);
            assertThat(out.terminated).isFalse();
            assertThat(out.truncated).as("step=%d", step).isEqualTo(step == 1000);
        }
    }

    @Test
    void anEnergyControllerSwingsItUpAndBalancesIt() {
        for (int seed = 0; seed < 50; seed++) {
            double total = 0.0;
            environment.reset(seed, out.observation);
            do {
                action[0] = SwingUpController.force(out.observation);
                environment.step(action, out);
                total += out.reward;
            } while (!out.last());
            assertThat(out.terminated).as("seed=%d", seed).isFalse();
            assertThat(out.observation[2]).as("seed=%d", seed).isGreaterThan(0.999f);
            assertThat(total).as("seed=%d", seed).isBetween(600.0, 900.0);
        }
    }

    @Test
    void hangingStillEarnsNextToNothing() {
        environment.reset(1, out.observation);
        double total = 0.0;
        do {
            environment.step(action, out);
            total += out.reward;
        } while (!out.last());
        assertThat(total).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 10.01f, -10.01f})
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
        action[0] = Math.nextUp(10.0f);
        environment.step(action, out);
        double velocity = environment.dynamics().velocity();
        environment.reset(1, out.observation);
        action[0] = 10.0f;
        environment.step(action, out);
        assertThat(environment.dynamics().velocity()).isEqualTo(velocity);
    }

    @Test
    void parametersRejectWhatIsNotPositiveAndFinite() {
        assertThatThrownBy(() -> new CartPoleParameters(9.81, 1.0, -0.1, 0.5, 10.0, 1.8, 0.01, 1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("poleMass=-0.1");
    }
}
