package org.teleost.envs.validation;

import java.util.List;
import org.teleost.fluid.body.HeaveAndPitch;
import org.teleost.fluid.body.RootPose;
import org.teleost.fluid.chain.Chain;
import org.teleost.fluid.chain.ChainProperties;
import org.teleost.fluid.chain.FreeChain;

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
    /** So many that the rest of the series is below 1e-4. */
    private static final double[] ZEROS = {
        2.40482555769577,
        5.52007811028631,
        8.65372791291101,
        11.7915344390143,
        14.9309177084878,
        18.0710639679109,
        21.2116366298793,
        24.3524715307493,
        27.4934791320403,
        30.634606468432,
        33.7758202135736,
        36.917098353664,
        40.0584257646282,
        43.1997917131767,
        46.3411883716618,
        49.4826098973978,
        52.624051841115,
        55.76551075502,
        58.9069839260809,
        62.0484691902272
    };

    private static final double[] J1_AT_ZEROS = {
        0.519147497289467,
        -0.340264806558368,
        0.271452299928382,
        -0.232459831364725,
        0.206546433077996,
        -0.187728803040439,
        0.17326589422923,
        -0.16170155068925,
        0.152181213770595,
        -0.144165977686373,
        0.137296943408503,
        -0.131324626668668,
        0.126069497127273,
        -0.12139862477175,
        0.117211198890665,
        -0.11342919261643,
        0.109991143046278,
        -0.106847888254713,
        0.103959572869362,
        -0.101293498933943
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
    public double[] measure(CaseMonitor monitor) {
        Chain chain = new Chain(new ChainProperties(links, 1.0, 1.0, 0.0, 0.0, false, GRAVITY, 0.0));
        chain.straighten(ANGLE);
        FreeChain rope = new FreeChain(chain, HeaveAndPitch.atRest(0.0, 0.0));
        RootPose root = new RootPose();
        long steps = Math.round(span / timeStep);
        double largest = 0.0;
        for (long n = 1; n <= steps; n++) {
            rope.step(n * timeStep, timeStep, 0.0);
            monitor.at((double) n, (double) steps);
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
