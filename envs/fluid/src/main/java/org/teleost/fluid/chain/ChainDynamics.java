package org.teleost.fluid.chain;

import org.ejml.data.DMatrixRMaj;
import org.teleost.fluid.body.RootPose;

/**
 * The equation of motion of a chain, M thetadotdot + C + K theta = q, geometrically exact for links that are thin rods.
 *
 * <p>With link length s and mass per length m: M_ij = m s^3 c_ij cos(theta_i - theta_j), c_ij = N - 1/2 - max(i, j) off
 * the diagonal and N - 2/3 - i on it (i from 0); C_i = m s^3 sum_j c_ij sin(theta_i - theta_j) thetadot_j^2 + m s^2 (N
 * - 1/2 - i) (A - g).n_i with the root's acceleration A and the link's normal n_i = (-sin, cos). K is tridiagonal: B/s
 * between links, 2 B/s between a clamped root and the first link, k_s d^2 s on the diagonal for the core; q is what the
 * root's angle and the core's angle put on the right. Workspace of one thread.
 */
final class ChainDynamics {
    private final ChainProperties properties;
    private final double[] cosines;
    private final double[] sines;

    ChainDynamics(ChainProperties properties) {
        this.properties = properties;
        cosines = new double[properties.links()];
        sines = new double[properties.links()];
    }

    /**
     * One linearly implicit step for the rates: {@code matrix} = M + dt^2 K and {@code rightHandSide} = M thetadot - dt
     * (K theta - q) - dt C, elasticity at the end of the step, the rest at its start.
     *
     * @param chain at the start of the step
     * @param root pose at the end of the step
     * @param coreAngle theta_root + eps / d at the end of the step
     * @param matrix links by links
     * @param rightHandSide links values
     */
    void assemble(
            Chain chain, RootPose root, double coreAngle, double timeStep, DMatrixRMaj matrix, double[] rightHandSide) {
        trigonometry(chain);
        inertia(chain, timeStep, matrix.data, rightHandSide);
        weight(root, timeStep, rightHandSide);
        elasticity(chain, root.angle, coreAngle, timeStep, matrix.data, rightHandSide);
    }

    private void trigonometry(Chain chain) {
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = Math.cos(chain.angles[i]);
            sines[i] = Math.sin(chain.angles[i]);
        }
    }

    /** Share of the chain's mass that links i and j move together, in links: c_ij. */
    private double shared(int i, int j) {
        int links = properties.links();
        return i == j ? links - 2.0 / 3.0 - i : links - 0.5 - Math.max(i, j);
    }

    private void inertia(Chain chain, double timeStep, double[] matrix, double[] rightHandSide) {
        final int links = properties.links();
        final double link = properties.link();
        final double scale = properties.mass() * link * link * link;
        final double[] rates = chain.rates;
        for (int i = 0; i < links; i++) {
            double momentum = 0.0;
            double centrifugal = 0.0;
            for (int j = 0; j < links; j++) {
                double weight = scale * shared(i, j);
                double cosine = cosines[i] * cosines[j] + sines[i] * sines[j];
                double sine = sines[i] * cosines[j] - cosines[i] * sines[j];
                matrix[i * links + j] = weight * cosine;
                momentum += weight * cosine * rates[j];
                centrifugal += weight * sine * rates[j] * rates[j];
            }
            rightHandSide[i] = momentum - timeStep * centrifugal;
        }
    }

    private void weight(RootPose root, double timeStep, double[] rightHandSide) {
        final int links = properties.links();
        final double link = properties.link();
        final double scale = timeStep * properties.mass() * link * link;
        final double accelerationX = root.accelerationX - properties.gravityX();
        final double accelerationY = root.accelerationY - properties.gravityY();
        for (int i = 0; i < links; i++) {
            double normal = accelerationY * cosines[i] - accelerationX * sines[i];
            rightHandSide[i] -= scale * (links - 0.5 - i) * normal;
        }
    }

    private void elasticity(
            Chain chain, double rootAngle, double coreAngle, double timeStep, double[] matrix, double[] rightHandSide) {
        final int links = properties.links();
        final double[] angles = chain.angles;
        final double joint = properties.bending() / properties.link();
        final double core = properties.core() * properties.link();
        final double square = timeStep * timeStep;
        for (int i = 0; i < links; i++) {
            double below = i == 0 ? (properties.clamped() ? 2.0 * joint : 0.0) : joint;
            double above = i == links - 1 ? 0.0 : joint;
            double force = core * (angles[i] - coreAngle) + below * (angles[i] - (i == 0 ? rootAngle : angles[i - 1]));
            if (i > 0) {
                matrix[i * links + i - 1] -= square * joint;
            }
            if (i < links - 1) {
                matrix[i * links + i + 1] -= square * joint;
                force += above * (angles[i] - angles[i + 1]);
            }
            matrix[i * links + i] += square * (below + above + core);
            rightHandSide[i] -= timeStep * force;
        }
    }

    /** Energy about a root at rest, see {@link Chain#energy}. */
    double energy(Chain chain, double rootAngle, double coreAngle) {
        trigonometry(chain);
        final int links = properties.links();
        final double link = properties.link();
        final double joint = properties.bending() / link;
        final double scale = properties.mass() * link * link;
        double energy = 0.0;
        for (int i = 0; i < links; i++) {
            for (int j = 0; j < links; j++) {
                double cosine = cosines[i] * cosines[j] + sines[i] * sines[j];
                energy += 0.5 * scale * link * shared(i, j) * cosine * chain.rates[i] * chain.rates[j];
            }
            double height = properties.gravityX() * cosines[i] + properties.gravityY() * sines[i];
            energy -= scale * (links - 0.5 - i) * height;
            double turn = chain.angles[i] - (i == 0 ? rootAngle : chain.angles[i - 1]);
            double stiffness = i == 0 ? (properties.clamped() ? 2.0 * joint : 0.0) : joint;
            double shear = chain.angles[i] - coreAngle;
            energy += 0.5 * stiffness * turn * turn + 0.5 * properties.core() * link * shear * shear;
        }
        return energy;
    }
}
