package org.teleost.policy;

/** The plain twin of {@link PolicyRunner}: the definition, written down. */
final class PlainPolicy {

    private PlainPolicy() {}

    /** All outputs of the head. */
    static float[] head(PolicyNetwork network, float[] observation) {
        float[] x = observation;
        for (DenseLayer layer : network.layers()) {
            float[] weights = layer.weights();
            float[] y = layer.bias();
            for (int j = 0; j < layer.outputs(); j++) {
                for (int i = 0; i < layer.inputs(); i++) {
                    y[j] += x[i] * weights[i * layer.outputs() + j];
                }
                y[j] = activate(layer.activation(), y[j]);
            }
            x = y;
        }
        return x;
    }

    static float[] act(PolicyNetwork network, float[] observation) {
        float[] head = head(network, observation);
        float[] action = new float[network.actionSize()];
        for (int i = 0; i < action.length; i++) {
            float low = network.actionLow(i);
            float high = network.actionHigh(i);
            float value = (0.5f * high + 0.5f * low) + (0.5f * high - 0.5f * low) * (float) StrictMath.tanh(head[i]);
            action[i] = Math.min(high, Math.max(low, value));
        }
        return action;
    }

    private static float activate(Activation activation, float x) {
        return switch (activation) {
            case NONE -> x;
            case RELU -> x > 0 ? x : 0f;
            case TANH -> (float) StrictMath.tanh(x);
        };
    }
}
