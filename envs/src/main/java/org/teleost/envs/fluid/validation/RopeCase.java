package org.teleost.envs.fluid.validation;

import java.util.List;
import org.teleost.envs.fluid.body.HeaveAndPitch;
import org.teleost.envs.fluid.body.RootPose;
import org.teleost.envs.fluid.chain.Chain;
import org.teleost.envs.fluid.chain.ChainProperties;
import org.teleost.envs.fluid.chain.FreeChain;

/**
 * A rope of length 1 that hangs in a vacuum, released straight at a small angle. Its tip follows the sum over the zeros
 * j_k of the Bessel function J0 of 8 / (j_k^3 J1(j_k)) cos(j_k sqrt(g / L) t / 2), times the angle.
 *
 * @param links of the chain
 * @param timeStep dt
 * @param span time measured
 * @param quantities largest error of the tip in units of its first displacement
 */
public record RopeCase(int links, double timeStep, double span, List<Quantity> quantities) implements Case {
    private static final double GRAVITY = 10.0;
    private static final double ANGLE = 0.01;
    private static final double[] ZEROS = {
        2.404825557695773, 5.520078110286311, 8.653727912911013, 11.791534439014281, 14.930917708487787
    };
    private static final double[] J1_AT_ZEROS = {
        0.5191474972894669, -0.3402648065583682, 0.2714522999283819, -0.2324598313647162, 0.2065464331
    };

    public RopeCase {
        quantities = List.copyOf(quantities);
    }

    @Override
    public String name() {
        return "hanging rope";
    }

    @Override
    public String setting() {
        return links + " links, dt " + timeStep;
    }

    @Override
    public double[] measure() {
        Chain chain = new Chain(new ChainProperties(links, 1.0, 1.0, 0.0, 0.0, false, GRAVITY, 0.0));
        chain.straighten(ANGLE);
        FreeChain rope = new FreeChain(chain, HeaveAndPitch.atRest(0.0, 0.0));
        RootPose root = new RootPose();
        long steps = Math.round(span / timeStep);
        double largest = 0.0;
        for (long n = 1; n <= steps; n++) {
            rope.step(n * timeStep, timeStep, 0.0);
            largest = Math.max(largest, Math.abs(chain.tipY(root) / ANGLE - perturbation(n * timeStep)));
        }
        return new double[] {largest};
    }

    private static double perturbation(double time) {
        double sum = 0.0;
        for (int k = 0; k < ZEROS.length; k++) {
            double weight = 8.0 / (ZEROS[k] * ZEROS[k] * ZEROS[k] * J1_AT_ZEROS[k]);
            sum += weight * Math.cos(0.5 * ZEROS[k] * Math.sqrt(GRAVITY) * time);
        }
        return sum;
    }
}
