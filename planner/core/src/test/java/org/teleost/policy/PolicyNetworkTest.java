package org.teleost.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class PolicyNetworkTest {
    private static final float[] LOW = {-1f};
    private static final float[] HIGH = {1f};

    @Test
    void changingAnArrayOutsideNeverChangesTheNetwork() {
        float[] weights = {1f, 2f};
        float[] bias = {3f, 4f};
        float[] low = {-1f};
        float[] high = {1f};
        DenseLayer head = new DenseLayer(1, 2, weights, bias, Activation.NONE);
        PolicyNetwork network = new PolicyNetwork(List.of(head), low, high, -20f, 2f, 0);
        weights[0] = 9f;
        bias[0] = 9f;
        low[0] = -9f;
        high[0] = 9f;
        network.layers().get(0).weights()[0] = 9f;
        network.layers().get(0).bias()[0] = 9f;
        network.actionLow()[0] = -9f;
        network.actionHigh()[0] = 9f;
        DenseLayer same = new DenseLayer(1, 2, new float[] {1f, 2f}, new float[] {3f, 4f}, Activation.NONE);
        assertThat(network).isEqualTo(new PolicyNetwork(List.of(same), LOW, HIGH, -20f, 2f, 0));
    }

    @Test
    void equalityIsByContent() {
        PolicyNetwork network = RandomPolicies.policy(1, Activation.RELU, 4, 6, 2);
        assertThat(network)
                .isEqualTo(RandomPolicies.policy(1, Activation.RELU, 4, 6, 2))
                .hasSameHashCodeAs(RandomPolicies.policy(1, Activation.RELU, 4, 6, 2))
                .isNotEqualTo(RandomPolicies.policy(2, Activation.RELU, 4, 6, 2))
                .isNotEqualTo(RandomPolicies.policy(1, Activation.TANH, 4, 6, 2));
    }

    @Test
    void theMappingHitsBoundsAndCentreAndGoesBack() {
        float[] low = {-2f, 0f, 3f};
        float[] high = {2f, 10f, 3f};
        float[] action = new float[3];
        PolicyNetwork.toEnvironmentUnits(low, high, new float[] {-1f, 1f, 0.5f}, action);
        assertThat(action).containsExactly(-2f, 10f, 3f);
        PolicyNetwork.toEnvironmentUnits(low, high, new float[] {0f, 0f, 0f}, action);
        assertThat(action).containsExactly(0f, 5f, 3f);
        RandomStream stream = new RandomStream(1);
        for (int k = 0; k < 100; k++) {
            float normalised = (float) (2 * stream.nextDouble() - 1);
            float[] inOut = {normalised, normalised, normalised};
            PolicyNetwork.toEnvironmentUnits(low, high, inOut, inOut);
            PolicyNetwork.toNormalised(low, high, inOut, inOut);
            assertThat(inOut[0]).isCloseTo(normalised, within(1e-6f));
            assertThat(inOut[1]).isCloseTo(normalised, within(1e-6f));
            assertThat(inOut[2]).as("bounds coincide").isZero();
        }
    }

    @Test
    void theMappingClipsBothWaysAndSurvivesTheWidestBounds() {
        float[] low = {-Float.MAX_VALUE};
        float[] high = {Float.MAX_VALUE};
        float[] out = new float[1];
        PolicyNetwork.toEnvironmentUnits(low, high, new float[] {1f}, out);
        assertThat(out).containsExactly(Float.MAX_VALUE);
        PolicyNetwork.toNormalised(low, high, out, out);
        assertThat(out).containsExactly(1f);
        PolicyNetwork.toEnvironmentUnits(LOW, HIGH, new float[] {1.5f}, out);
        assertThat(out).containsExactly(1f);
        PolicyNetwork.toNormalised(LOW, HIGH, new float[] {-7f}, out);
        assertThat(out).containsExactly(-1f);
    }

    @Test
    void layersThatDoNotFitAreRefusedWithTheirNumbers() {
        assertThatThrownBy(() -> new DenseLayer(2, 3, new float[5], new float[3], Activation.RELU))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inputs=2 outputs=3 weights.length=5 bias.length=3");
        assertThatThrownBy(() -> new DenseLayer(65536, 65536, new float[0], new float[65536], Activation.RELU))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DenseLayer(0, 3, new float[0], new float[3], Activation.RELU))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inputs=0");
        assertThatThrownBy(() -> new DenseLayer(1, 1, new float[] {Float.NaN}, new float[1], Activation.RELU))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights[0]=NaN");
        DenseLayer two = new DenseLayer(1, 2, new float[2], new float[2], Activation.NONE);
        assertThatThrownBy(() -> new PolicyNetwork(List.of(two, two), LOW, HIGH, -20f, 2f, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer=1: inputs=1")
                .hasMessageContaining("outputs=2");
        assertThatThrownBy(() -> new PolicyNetwork(List.of(), LOW, HIGH, -20f, 2f, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layers=0");
    }

    @Test
    void headsAndBoundsThatDoNotFitAreRefusedWithTheirNumbers() {
        DenseLayer head = new DenseLayer(1, 2, new float[2], new float[2], Activation.NONE);
        DenseLayer rectified = new DenseLayer(1, 2, new float[2], new float[2], Activation.RELU);
        assertThatThrownBy(() -> new PolicyNetwork(List.of(rectified), LOW, HIGH, -20f, 2f, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("activation=RELU");
        assertThatThrownBy(() -> new PolicyNetwork(List.of(head), new float[2], new float[2], -20f, 2f, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outputs=2")
                .hasMessageContaining("actionSize=2");
        assertThatThrownBy(() -> new PolicyNetwork(List.of(head), HIGH, LOW, -20f, 2f, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=0: actionLow=1.0 actionHigh=-1.0");
        float[] infinite = {Float.POSITIVE_INFINITY};
        assertThatThrownBy(() -> new PolicyNetwork(List.of(head), LOW, infinite, -20f, 2f, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PolicyNetwork(List.of(head), LOW, HIGH, 2f, -20f, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("logSigmaLow=2.0");
        assertThatThrownBy(() -> new PolicyNetwork(List.of(head), LOW, HIGH, -20f, 2f, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version=-1");
    }
}
