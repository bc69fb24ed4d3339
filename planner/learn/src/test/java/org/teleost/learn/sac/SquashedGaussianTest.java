package org.teleost.learn.sac;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

class SquashedGaussianTest {
    private static final float ALPHA = 0.7f;

    @ParameterizedTest
    @CsvSource({"0,0", "0.5,-1", "-2,0.5", "1,-3", "0,2", "4,-2"})
    void theDensityOfTheActionIntegratesToOne(float mean, float logSigma) {
        int cells = 20_000;
        double limit = 9.0;
        double width = 2.0 * limit / cells;
        SquashedGaussian policy = new SquashedGaussian(cells, 1);
        float[] head = new float[2 * cells];
        for (int i = 0; i < cells; i++) {
            head[2 * i] = mean;
            head[2 * i + 1] = logSigma;
            policy.noise()[i] = (float) (-limit + (i + 0.5) * width);
        }

        policy.sample(head, cells);

        double sigma = Math.exp(logSigma);
        double mass = 0.0;
        for (int i = 0; i < cells; i++) {
            double left = mean + sigma * (-limit + i * width);
            double right = mean + sigma * (-limit + (i + 1) * width);
            // tanh(right) - tanh(left) without cancellation
            double interval = Math.sinh(right - left) / (Math.cosh(left) * Math.cosh(right));
            mass += Math.exp(policy.logProbabilities()[i]) * interval;
        }
        assertThat(mass).isCloseTo(1.0, Offset.offset(1e-4));
    }

    @ParameterizedTest
    @ValueSource(floats = {-30f, -15f, 15f, 30f, 80f})
    void theLogProbabilityStaysExactWhereTanhRoundsToOne(float mean) {
        SquashedGaussian policy = new SquashedGaussian(1, 1);
        policy.sample(new float[] {mean, 0f}, 1);
        // log(1 - tanh^2 u) tends to 2 log 2 - 2 |u|
        double expected = -0.5 * Math.log(2.0 * Math.PI) - (2.0 * Math.log(2.0) - 2.0 * Math.abs(mean));
        assertThat((double) policy.logProbabilities()[0]).isCloseTo(expected, Offset.offset(1e-5));
        assertThat(policy.actions()[0]).isEqualTo(Math.signum(mean));
    }

    @Test
    void logSigmaIsClipped() {
        SquashedGaussian policy = new SquashedGaussian(2, 1);
        policy.noise()[0] = 1f;
        policy.noise()[1] = 1f;
        policy.sample(new float[] {0f, 50f, 0f, -50f}, 2);
        assertThat((double) policy.actions()[0]).isCloseTo(Math.tanh(Math.exp(2.0)), Offset.offset(1e-6));
        assertThat((double) policy.actions()[1]).isCloseTo(Math.exp(-20.0), Offset.offset(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 207})
    void theGradientAgreesWithFiniteDifferencesAndIsZeroWhereTheClipActs(int actions) {
        int rows = 3;
        RandomStream random = new RandomStream(9);
        SquashedGaussian policy = new SquashedGaussian(rows, actions);
        policy.drawNoise(rows, random);
        double[] head = new double[2 * rows * actions];
        float[] byAction = new float[rows * actions];
        for (int i = 0; i < head.length; i++) {
            head[i] = (float) random.nextGaussian();
        }
        head[actions] = 2.5;
        for (int i = 0; i < byAction.length; i++) {
            byAction[i] = (float) random.nextGaussian();
        }
        policy.sample(narrow(head), rows);
        float[] gradient = new float[head.length];
        policy.gradient(byAction, ALPHA, rows, gradient);

        double step = 1e-5;
        for (int i = 0; i < head.length; i++) {
            double centre = head[i];
            head[i] = centre + step;
            double above = loss(head, policy.noise(), byAction, rows, actions);
            head[i] = centre - step;
            double below = loss(head, policy.noise(), byAction, rows, actions);
            head[i] = centre;
            assertThat((double) gradient[i]).isCloseTo((above - below) / (2.0 * step), Offset.offset(1e-5));
        }
        assertThat(gradient[actions]).isZero();
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    /** mean(alpha log pi - q) for a q that is linear in the actions, by hyperbolic cosines. */
    private static double loss(double[] head, float[] noise, float[] byAction, int rows, int actions) {
        double loss = 0.0;
        for (int i = 0; i < rows * actions; i++) {
            int source = i / actions * 2 * actions + i % actions;
            double logSigma = Math.max(-20.0, Math.min(2.0, head[source + actions]));
            double u = head[source] + Math.exp(logSigma) * noise[i];
            // 1 - tanh^2 u = 1 / cosh^2 u
            loss += ALPHA * (-logSigma + 2.0 * Math.log(Math.cosh(u))) - byAction[i] * Math.tanh(u);
        }
        return loss / rows;
    }
}
