package org.teleost.fluid.chain;

import java.util.Arrays;
import org.teleost.fluid.body.RootPose;

/** Shape and motion of a chain: the absolute angle of each link and its rate. Owned by one thread. */
public final class Chain {
    /** Angle of each link against the stream, in radians. */
    public final double[] angles;

    /** Rate of each angle. */
    public final double[] rates;

    private final ChainProperties properties;

    /** A straight chain along the stream, at rest. */
    public Chain(ChainProperties properties) {
        this.properties = properties;
        angles = new double[properties.links()];
        rates = new double[properties.links()];
    }

    /** What the chain is made of. */
    public ChainProperties properties() {
        return properties;
    }

    /** Makes the chain straight at the given angle, at rest. */
    public void straighten(double angle) {
        Arrays.fill(angles, angle);
        Arrays.fill(rates, 0.0);
    }

    /** Copies angles and rates of a chain with as many links. */
    public void set(Chain other) {
        System.arraycopy(other.angles, 0, angles, 0, angles.length);
        System.arraycopy(other.rates, 0, rates, 0, rates.length);
    }

    /** Position of the tip along the stream. */
    public double tipX(RootPose root) {
        double x = root.x;
        for (double angle : angles) {
            x += properties.link() * Math.cos(angle);
        }
        return x;
    }

    /** Position of the tip across the stream. */
    public double tipY(RootPose root) {
        double y = root.y;
        for (double angle : angles) {
            y += properties.link() * Math.sin(angle);
        }
        return y;
    }

    /**
     * Energy about a root at rest: kinetic, elastic (with the core pulling towards {@code coreAngle}) and of gravity.
     *
     * @param rootAngle angle of the root
     * @param coreAngle theta_root + eps / d
     */
    public double energy(double rootAngle, double coreAngle) {
        return new ChainDynamics(properties).energy(this, rootAngle, coreAngle);
    }
}
