package org.teleost.learn.sac;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.teleost.learn.network.Adam;
import org.teleost.learn.network.FloatBlock;

/**
 * The weight alpha of the entropy: fixed, or the multiplier of the constraint entropy >= target. Descends J(log alpha)
 * = -log alpha (mean log pi + target entropy), so alpha rises while the entropy is below its target.
 */
final class Temperature {
    private final float[] logAlpha;
    private final float[] gradient = new float[1];
    private final Adam adam;
    private final boolean automatic;
    private final double targetEntropy;

    Temperature(SacSettings settings, int actionSize) {
        logAlpha = new float[] {(float) Math.log(settings.initialAlpha())};
        adam = new Adam(1, settings.alphaLearningRate(), settings.adamBeta1());
        automatic = settings.automaticAlpha();
        targetEntropy = settings.targetEntropyPerAction() * actionSize;
    }

    float alpha() {
        return (float) Math.exp(logAlpha[0]);
    }

    double logAlpha() {
        return logAlpha[0];
    }

    /** dJ / dlogAlpha. */
    double gradient(double meanLogProbability) {
        return -(meanLogProbability + targetEntropy);
    }

    /** One step, if the temperature is automatic. */
    void fit(double meanLogProbability) {
        if (automatic) {
            gradient[0] = (float) gradient(meanLogProbability);
            adam.step(logAlpha, gradient);
        }
    }

    void write(DataOutput out) throws IOException {
        FloatBlock.write(logAlpha, out);
        adam.write(out);
    }

    void read(DataInput in) throws IOException {
        FloatBlock.read(logAlpha, in, "temperature");
        adam.read(in, "temperature.adam");
    }
}
