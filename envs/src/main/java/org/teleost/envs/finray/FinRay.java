package org.teleost.envs.finray;

import java.util.Arrays;
import org.teleost.fluid.body.Markers;
import org.teleost.fluid.body.RootPose;
import org.teleost.fluid.chain.Chain;
import org.teleost.fluid.chain.CoupledChain;
import org.teleost.fluid.flow.Flow;

/**
 * A fin ray swimming: the running flow, the ray in it, the offset that the muscles hold, and one decision of them. The
 * workspace of one thread; the same decisions from the same state give the same bits.
 */
public final class FinRay {
    /** Period of the root's motion. */
    public static final double PERIOD = 2.0;

    /** Angular frequency of the root's motion. */
    public static final double OMEGA = 2.0 * Math.PI / PERIOD;

    /** Decisions in a period. */
    public static final int DECISIONS_PER_PERIOD = 40;

    /** Time between two decisions. */
    public static final double DECISION = PERIOD / DECISIONS_PER_PERIOD;

    /** Amplitude of the root's heave. */
    public static final double HEAVE = 0.25;

    /** Amplitude of the root's pitch, in radians. */
    public static final double PITCH = Math.toRadians(15.0);

    /** By how much the pitch is behind the heave, in radians. */
    public static final double PITCH_LAG = 0.5 * Math.PI;

    /** Largest offset eps / d either way, in radians. */
    public static final double LARGEST_OFFSET = 0.6;

    /** Largest rate of the offset: a sinusoid of the largest amplitude at twice the root's frequency reaches it. */
    public static final double LARGEST_RATE = 2.0 * OMEGA * LARGEST_OFFSET;

    /** Sensors of the normal force, each the mean over its share of the ray. */
    public static final int SENSORS = 8;

    private final FinRaySetup setup;
    private final Flow flow;
    private final CoupledChain ray;
    private final RootPose root = new RootPose();
    private final double[] normalForces = new double[SENSORS];
    private double thrust;
    private double power;

    /** A straight ray at rest in a uniform flow at time 0. */
    public FinRay(FinRaySetup setup) {
        this.setup = setup;
        flow = new Flow(setup.flow());
        ray = new CoupledChain(new Chain(setup.chain()), setup.motion(), setup.grid());
    }

    /** Starts with a straight ray at rest in a uniform flow at time 0. */
    public void startUniform() {
        flow.startUniform();
        ray.chain().straighten(0.0);
        ray.setOffset(0.0);
        Arrays.fill(normalForces, 0.0);
        thrust = 0.0;
        power = 0.0;
    }

    /**
     * Starts with a passive ray in its established wake.
     *
     * @param decision of the root's period to start at, 0 to 39
     * @throws IllegalArgumentException if there is no such decision
     */
    public void start(int decision) {
        if (decision < 0 || decision >= DECISIONS_PER_PERIOD) {
            throw new IllegalArgumentException(
                    "fin ray cannot start there: decision=" + decision + " allowed=0 to " + (DECISIONS_PER_PERIOD - 1));
        }
        setup.starts().start(this, decision);
    }

    /**
     * Lets the offset change at one rate over one decision, as far as its bounds allow, in a straight line from step to
     * step of the flow.
     *
     * @param action share of the largest rate, in [-1, 1]; what lies beyond counts as the bound
     * @throws IllegalArgumentException if the action is NaN
     * @throws org.teleost.fluid.grid.FlowDivergedException if the flow leaves the range in which it can be believed;
     *     start again from a state
     */
    public void decide(double action) {
        if (Double.isNaN(action)) {
            throw new IllegalArgumentException("fin ray action is NaN: time=" + time() + "; use a value in [-1, 1]");
        }
        final int steps = setup.settings().stepsPerDecision();
        final double before = ray.offset();
        final double after = offsetAfter(before, action);
        final double share = 1.0 / steps;
        double thrustSum = 0.0;
        double powerSum = 0.0;
        Arrays.fill(normalForces, 0.0);
        for (int step = 1; step <= steps; step++) {
            ray.setOffset(step == steps ? after : before + step * share * (after - before));
            flow.step(ray);
            thrustSum += ray.thrust();
            powerSum += ray.markers().power();
            addNormalForces(share);
        }
        thrust = share * thrustSum;
        power = share * powerSum;
    }

    /** The offset after a decision. */
    static double offsetAfter(double before, double action) {
        double bounded = Math.max(-1.0, Math.min(1.0, action));
        double after = before + bounded * LARGEST_RATE * DECISION;
        return Math.max(-LARGEST_OFFSET, Math.min(LARGEST_OFFSET, after));
    }

    /** The action that brings the offset to {@code after} in one decision, or as near to it as the rate allows. */
    public static double actionTowards(double before, double after) {
        return Math.max(-1.0, Math.min(1.0, (after - before) / (LARGEST_RATE * DECISION)));
    }

    /** Adds to each sensor the mean over its links; links lie in the sensor in which their middle is. */
    private void addNormalForces(double weight) {
        final int links = setup.settings().links();
        int link = 0;
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            int end = firstLink(sensor + 1, links);
            double sum = 0.0;
            int first = link;
            for (; link < end; link++) {
                sum += ray.normalForce(link);
            }
            // the fluid's force on the ray is the reaction of the ray's on the fluid
            normalForces[sensor] -= weight * sum / (end - first);
        }
    }

    /** First link whose middle lies in the sensor, (i + 1/2) / links >= sensor / SENSORS. */
    static int firstLink(int sensor, int links) {
        return (int) Math.ceil((double) sensor * links / SENSORS - 0.5);
    }

    /**
     * Writes what a control sees, {@link FinRayObservation}.
     *
     * @param out {@link FinRayObservation#SIZE} values
     */
    public void observe(float[] out) {
        FinRayObservation.write(this, out);
    }

    /** Copies all that the next decision depends on. */
    public void save(FinRayState out) {
        flow.save(out.flow);
        out.chain.set(ray.chain());
        out.offset = ray.offset();
        out.thrust = thrust;
        out.power = power;
        System.arraycopy(normalForces, 0, out.normalForces, 0, SENSORS);
    }

    /** Goes on from a state saved by a ray with the same set-up. */
    public void load(FinRayState state) {
        flow.load(state.flow);
        ray.chain().set(state.chain);
        ray.setOffset(state.offset);
        thrust = state.thrust;
        power = state.power;
        System.arraycopy(state.normalForces, 0, normalForces, 0, SENSORS);
    }

    /** What this ray shares with others. */
    public FinRaySetup setup() {
        return setup;
    }

    /** Time now; the root's heave is at its middle and rising at time 0. */
    public double time() {
        return flow.time();
    }

    /** Phase of the root's heave, in radians from 0. */
    public double phase() {
        return OMEGA * flow.time();
    }

    /** Where the root is now and how it moves; overwritten by the next call. */
    public RootPose root() {
        setup.motion().at(flow.time(), root);
        return root;
    }

    /** eps / d, in radians. */
    public double offset() {
        return ray.offset();
    }

    /** CT = thrust / (rho U^2 L / 2), mean over the last decision. */
    public double thrustCoefficient() {
        return 2.0 * thrust;
    }

    /** CP = power given to the fluid / (rho U^3 L / 2), mean over the last decision. */
    public double powerCoefficient() {
        return 2.0 * power;
    }

    /**
     * Force of the fluid normal to the ray per length, in rho U^2, mean over a sensor's links and the last decision.
     */
    public double normalForce(int sensor) {
        return normalForces[sensor];
    }

    /** Angles of the links against the stream and their rates; to be read. */
    public Chain chain() {
        return ray.chain();
    }

    /** The far ends of the links, as of the last step of the flow; to be read. */
    public Markers markers() {
        return ray.markers();
    }

    /** The flow; to be read. */
    public Flow flow() {
        return flow;
    }
}
