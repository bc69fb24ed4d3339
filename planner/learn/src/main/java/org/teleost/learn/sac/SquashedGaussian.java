package org.teleost.learn.sac;

import org.teleost.random.RandomStream;

/**
 * The policy's distribution: a = tanh(u), u = mean + sigma e, e standard normal, for all rows of a batch.
 *
 * <p>log pi(a) = sum_j [-e^2/2 - log sigma - log(2 pi)/2 - log(1 - tanh^2 u)], and the last term is 2 (log 2 - |u| -
 * log(1 + exp(-2|u|))), which neither cancels nor overflows (Haarnoja et al. 2018, appendix C, with the tanh correction
 * rewritten). log sigma is clipped to [-20, 2]; where the clip acts, its gradient is zero.
 */
final class SquashedGaussian {
    static final float LOG_SIGMA_LOW = -20f;
    static final float LOG_SIGMA_HIGH = 2f;
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2.0 * Math.PI);
    private static final double LOG_TWO = Math.log(2.0);

    private final int actionSize;
    private final float[] noise;
    private final float[] actions;
    private final float[] logProbabilities;
    private final float[] sigmas;
    private final float[] slopes;
    private final boolean[] clipped;

    SquashedGaussian(int rows, int actionSize) {
        this.actionSize = actionSize;
        int size = rows * actionSize;
        noise = new float[size];
        actions = new float[size];
        logProbabilities = new float[rows];
        sigmas = new float[size];
        slopes = new float[size];
        clipped = new boolean[size];
    }

    /** Draws e for the first {@code rows} rows. */
    void drawNoise(int rows, RandomStream random) {
        for (int i = 0; i < rows * actionSize; i++) {
            noise[i] = (float) random.nextGaussian();
        }
    }

    /** The drawn e, shape [rows][actionSize]. */
    float[] noise() {
        return noise;
    }

    /** Actions of the last sample, shape [rows][actionSize]. */
    float[] actions() {
        return actions;
    }

    /** log pi of the last sample, shape [rows]. */
    float[] logProbabilities() {
        return logProbabilities;
    }

    /**
     * Actions and their log-probabilities from the drawn noise.
     *
     * @param head shape [rows][2 actionSize]: means, then logarithms of sigma before the clip
     */
    void sample(float[] head, int rows) {
        for (int row = 0; row < rows; row++) {
            double logProbability = 0.0;
            for (int j = 0; j < actionSize; j++) {
                int i = row * actionSize + j;
                int source = row * 2 * actionSize + j;
                double raw = head[source + actionSize];
                double logSigma = Math.max(LOG_SIGMA_LOW, Math.min(LOG_SIGMA_HIGH, raw));
                double sigma = Math.exp(logSigma);
                double e = noise[i];
                double u = head[source] + sigma * e;
                double t = Math.exp(-2.0 * Math.abs(u));
                double logSlope = 2.0 * (LOG_TWO - Math.abs(u) - Math.log(1.0 + t));
                logProbability -= 0.5 * e * e + logSigma + HALF_LOG_TWO_PI + logSlope;
                actions[i] = (float) Math.copySign((1.0 - t) / (1.0 + t), u);
                sigmas[i] = (float) sigma;
                slopes[i] = (float) (4.0 * t / ((1.0 + t) * (1.0 + t)));
                clipped[i] = raw < LOG_SIGMA_LOW || raw > LOG_SIGMA_HIGH;
            }
            logProbabilities[row] = (float) logProbability;
        }
    }

    /**
     * Gradient of the actor's loss, mean over rows of alpha log pi(a|s) - q(s, a), by the reparametrised action: dL/du
     * = (2 alpha a - (1 - a^2) dq/da) / rows, dL/dmean = dL/du, dL/dlogSigma = dL/du sigma e - alpha / rows.
     *
     * @param valueGradient dq/da, shape [rows][actionSize]
     * @param headGradient receives shape [rows][2 actionSize]
     */
    void gradient(float[] valueGradient, float alpha, int rows, float[] headGradient) {
        float share = 1f / rows;
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < actionSize; j++) {
                int i = row * actionSize + j;
                int target = row * 2 * actionSize + j;
                float byU = share * (2f * alpha * actions[i] - slopes[i] * valueGradient[i]);
                headGradient[target] = byU;
                headGradient[target + actionSize] = clipped[i] ? 0f : byU * sigmas[i] * noise[i] - share * alpha;
            }
        }
    }
}
