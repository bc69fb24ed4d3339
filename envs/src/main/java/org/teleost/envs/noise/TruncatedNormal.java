package org.teleost.envs.noise;

import org.apache.commons.numbers.gamma.Erf;
import org.teleost.random.RandomStream;

/**
 * A normal law cut off one deviation from its mean on either side and scaled up again: the noise of ADVT's and LCEOPT's
 * programs.
 *
 * @param mean its mean
 * @param deviation of the normal law before it is cut; half the width of the support
 */
public record TruncatedNormal(double mean, double deviation) {
    private static final double INSIDE = Erf.value(Math.sqrt(0.5));

    /** Draws by rejection, 1.5 normal numbers on average. */
    public double draw(RandomStream stream) {
        double z = stream.nextGaussian();
        while (Math.abs(z) > 1.0) {
            z = stream.nextGaussian();
        }
        return mean + deviation * z;
    }

    /** P(draw &lt;= x). */
    public double below(double x) {
        double z = Math.max(-1.0, Math.min(1.0, (x - mean) / deviation));
        return 0.5 + 0.5 * Erf.value(z * Math.sqrt(0.5)) / INSIDE;
    }
}
