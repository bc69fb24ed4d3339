package org.teleost.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

class PolicyRunnerTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 207, 4098})
    void agreesBitForBitWithThePlainTwinAtAwkwardSizes(int size) {
        int hidden = Math.min(size, 207);
        agrees(RandomPolicies.policy(1, Activation.RELU, size, hidden, 2));
        agrees(RandomPolicies.policy(2, Activation.RELU, 3, size, 5, 1));
        agrees(RandomPolicies.policy(3, Activation.TANH, 7, hidden, 3, hidden));
        agrees(RandomPolicies.policy(4, Activation.NONE, size, 6));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void agreesBitForBitWithThePlainTwinForEveryActivation(Activation activation) {
        agrees(RandomPolicies.policy(5, activation, 64, 256, 256, 4));
    }

    private static void agrees(PolicyNetwork network) {
        PolicyRunner runner = new PolicyRunner(network);
        RandomStream stream = new RandomStream(11);
        float[] action = new float[network.actionSize()];
        for (int k = 0; k < 5; k++) {
            float[] observation = RandomPolicies.observation(stream, network.observationSize());
            runner.act(observation, action);
            assertThat(action).as("%s", network).containsExactly(PlainPolicy.act(network, observation));
        }
    }

    @Test
    void hugeObservationsStillGiveActionsWithinTheBounds() {
        PolicyNetwork network = RandomPolicies.policy(6, Activation.RELU, 6, 13, 3);
        PolicyRunner runner = new PolicyRunner(network);
        RandomStream stream = new RandomStream(1);
        float[] action = new float[3];
        for (int k = 0; k < 200; k++) {
            float[] observation = RandomPolicies.observation(stream, 6);
            observation[k % 6] *= 1e20f;
            if (k % 2 == 0) {
                runner.act(observation, action);
            } else {
                runner.sample(observation, stream, action);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(action[i]).isBetween(network.actionLow(i), network.actionHigh(i));
            }
        }
    }

    @Test
    void samplesFollowTheSquashedGaussian() {
        float mean = 0.3f;
        float logSigma = -0.9f;
        PolicyRunner runner = new PolicyRunner(constant(mean, logSigma, -20f, 2f));
        assertMoments(runner, mean, Math.exp(logSigma));
    }

    @Test
    void logSigmaIsClippedAtBothEnds() {
        assertMoments(new PolicyRunner(constant(0.1f, -9f, -2f, 0f)), 0.1, Math.exp(-2));
        assertMoments(new PolicyRunner(constant(0.1f, 9f, -2f, -0.5f)), 0.1, Math.exp(-0.5));
    }

    /** A policy whose head says the same whatever is observed. */
    private static PolicyNetwork constant(float mean, float logSigma, float logSigmaLow, float logSigmaHigh) {
        DenseLayer head = new DenseLayer(1, 2, new float[2], new float[] {mean, logSigma}, Activation.NONE);
        return new PolicyNetwork(List.of(head), new float[] {-5f}, new float[] {7f}, logSigmaLow, logSigmaHigh, 0);
    }

    private static void assertMoments(PolicyRunner runner, double mean, double sigma) {
        int samples = 20_000;
        RandomStream stream = new RandomStream(3);
        float[] action = new float[1];
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < samples; k++) {
            runner.sampleNormalised(new float[1], stream, action);
            double beforeTanh = 0.5 * (Math.log1p(action[0]) - Math.log1p(-action[0]));
            sum += beforeTanh;
            squares += (beforeTanh - mean) * (beforeTanh - mean);
        }
        assertThat(sum / samples).isCloseTo(mean, within(4 * sigma / Math.sqrt(samples)));
        assertThat(Math.sqrt(squares / samples)).isCloseTo(sigma, within(4 * sigma / Math.sqrt(2.0 * samples)));
    }

    @Test
    void normalisedActionsMapToTheActionsInEnvironmentUnits() {
        PolicyNetwork network = RandomPolicies.policy(8, Activation.RELU, 4, 13, 3);
        PolicyRunner runner = new PolicyRunner(network);
        float[] observation = {0.1f, -0.7f, 1.3f, 0.2f};
        float[] action = new float[3];
        float[] normalised = new float[3];
        float[] mapped = new float[3];
        runner.act(observation, action);
        runner.actNormalised(observation, normalised);
        network.toEnvironmentUnits(normalised, mapped);
        assertThat(mapped).containsExactly(action);
        runner.sample(observation, new RandomStream(5), action);
        runner.sampleNormalised(observation, new RandomStream(5), normalised);
        network.toEnvironmentUnits(normalised, mapped);
        assertThat(mapped).containsExactly(action);
    }

    @Test
    void afterAChangeTheRunnerActsAsANewRunnerOfThatNetwork() {
        PolicyNetwork first = RandomPolicies.policy(1, Activation.RELU, 6, 13, 2);
        PolicyNetwork second = RandomPolicies.policy(2, Activation.TANH, 6, 13, 2);
        PolicyRunner runner = new PolicyRunner(first);
        float[] observation = {1, 2, 3, 4, 5, 6};
        float[] action = new float[2];
        runner.act(observation, action);
        assertThat(action).containsExactly(PlainPolicy.act(first, observation));
        runner.use(second);
        runner.act(observation, action);
        assertThat(action).containsExactly(PlainPolicy.act(second, observation));
        assertThat(runner.network()).isSameAs(second);
    }

    @Test
    void aNetworkOfAnotherShapeIsRefusedAndTheOldOneKept() {
        PolicyNetwork network = RandomPolicies.policy(1, Activation.RELU, 6, 13, 2);
        PolicyRunner runner = new PolicyRunner(network);
        assertThatThrownBy(() -> runner.use(RandomPolicies.policy(1, Activation.RELU, 6, 12, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another shape")
                .hasMessageContaining("6 -> 12");
        assertThat(runner.network()).isSameAs(network);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void anObservationThatIsNotFiniteIsRefusedAndTheActionLeftAlone(float bad) {
        PolicyRunner runner = new PolicyRunner(RandomPolicies.policy(1, Activation.RELU, 4, 6, 1));
        float[] observation = {0, 1, bad, 0};
        float[] action = {0.25f};
        assertThatThrownBy(() -> runner.act(observation, action))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=2 value=" + bad);
        assertThatThrownBy(() -> runner.sample(observation, new RandomStream(1), action))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(action).containsExactly(0.25f);
    }

    @Test
    void overflowInsideTheNetworkIsReportedAndTheActionLeftAlone() {
        DenseLayer wide = new DenseLayer(1, 2, new float[] {1e30f, 1e30f}, new float[2], Activation.NONE);
        DenseLayer head = new DenseLayer(2, 2, new float[] {1f, 0f, -1f, 0f}, new float[2], Activation.NONE);
        PolicyRunner runner = new PolicyRunner(
                new PolicyNetwork(List.of(wide, head), new float[] {-1f}, new float[] {1f}, -20f, 2f, 42));
        float[] action = {0.25f};
        assertThatThrownBy(() -> runner.act(new float[] {1e30f}, action))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("output=0")
                .hasMessageContaining("version=42");
        assertThat(action).containsExactly(0.25f);
    }

    @Test
    void arraysOfTheWrongLengthAreRefusedByName() {
        PolicyRunner runner = new PolicyRunner(RandomPolicies.policy(1, Activation.RELU, 4, 6, 2));
        assertThatThrownBy(() -> runner.act(new float[3], new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observation has length=3; the policy needs 4");
        assertThatThrownBy(() -> runner.act(new float[4], new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("action has length=3; the policy needs 2");
    }

    @Test
    void actingSamplingAndChangingTheNetworkAllocateNothing() {
        PolicyNetwork first = RandomPolicies.policy(1, Activation.RELU, 13, 64, 64, 4);
        PolicyNetwork second = RandomPolicies.policy(2, Activation.TANH, 13, 64, 64, 4);
        PolicyRunner runner = new PolicyRunner(first);
        RandomStream stream = new RandomStream(9);
        float[] observation = RandomPolicies.observation(stream, 13);
        float[] action = new float[4];
        Runnable work = () -> {
            for (int k = 0; k < 200; k++) {
                runner.act(observation, action);
                runner.sample(observation, stream, action);
                runner.sampleNormalised(observation, stream, action);
                runner.use(k % 2 == 0 ? second : first);
            }
        };
        assertThat(leastBytes(work)).isZero();
    }

    /** The virtual machine itself may charge a thread for a compilation, so the least of several counts. */
    private static long leastBytes(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int k = 0; k < 20; k++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
