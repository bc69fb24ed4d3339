package org.teleost.conformance;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * A real history with a belief of particles that follows it: all particles take the true action, those that could not
 * have made the true observation are dropped, the rest is resampled by likelihood. Particle 0 is the truth, so the
 * belief never dies of bad luck.
 */
final class SimulatedHistory {
    /** Sees the belief at the empty history and after every step, before resampling. */
    interface Visitor {
        void visit(SimulatedHistory history);
    }

    private static final long PURPOSE = 170;

    final State[] particles;

    /** False for a particle that disagrees with the history. */
    final boolean[] alive;

    /** Last action and observation; -1 at the empty history. */
    int action = -1;

    long observation;
    int step;
    final int index;

    private final Subject subject;
    private final double[] weights;
    private final State[] spare;

    private SimulatedHistory(Subject subject, int index) {
        this.subject = subject;
        this.index = index;
        int count = subject.settings.particles();
        particles = new State[count];
        spare = new State[count];
        alive = new boolean[count];
        weights = new double[count];
    }

    /** Simulates histories 0 to {@code count} - 1. */
    static void simulate(Subject subject, int count, Visitor visitor) {
        for (int index = 0; index < count; index++) {
            new SimulatedHistory(subject, index).run(visitor);
        }
    }

    private void run(Visitor visitor) {
        GenerativeModel model = subject.model;
        subject.at(-1, 0, index);
        for (int i = 0; i < particles.length; i++) {
            particles[i] = subject.newState();
            spare[i] = subject.newState();
            model.initialHistory(particles[i]);
            model.sampleInitial(particles[i], stream(i, 0));
            alive[i] = true;
        }
        visitor.visit(this);
        Outcome out = new Outcome();
        RandomStream choice = subject.stream(PURPOSE - 1, index);
        for (step = 1; step <= subject.settings.steps(); step++) {
            action = subject.walkAction(particles[0], choice);
            if (action < 0 || !propagate(out)) {
                return;
            }
            subject.at(action, step, index);
            visitor.visit(this);
            resample(choice);
        }
    }

    // false when the true episode ended
    private boolean propagate(Outcome out) {
        GenerativeModel model = subject.model;
        for (int i = 0; i < particles.length; i++) {
            subject.at(action, step, index);
            model.step(particles[i], action, stream(i, step), out);
            if (i == 0) {
                if (out.terminal) {
                    return false;
                }
                observation = out.observation;
            }
            weights[i] =
                    out.terminal ? Double.NEGATIVE_INFINITY : model.logLikelihood(observation, action, particles[i]);
            alive[i] = weights[i] > Double.NEGATIVE_INFINITY;
            if (alive[i]) {
                model.updateHistory(particles[i], action, observation);
            }
        }
        return true;
    }

    // systematic resampling; the truth stays at index 0
    private void resample(RandomStream choice) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double w : weights) {
            largest = Math.max(largest, w);
        }
        double sum = 0.0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = alive[i] ? Math.exp(weights[i] - largest) : 0.0;
            sum += weights[i];
        }
        int from = 0;
        double below = weights[0];
        double offset = choice.nextDouble();
        for (int i = 0; i < particles.length; i++) {
            double target = (i + offset) / particles.length * sum;
            while (below <= target && from < particles.length - 1) {
                below += weights[++from];
            }
            spare[i].copyFrom(particles[i == 0 || !alive[from] ? 0 : from]);
        }
        for (int i = 0; i < particles.length; i++) {
            particles[i].copyFrom(spare[i]);
            alive[i] = true;
        }
    }

    private RandomStream stream(int particle, int depth) {
        RandomStream stream = subject.stream(PURPOSE, (long) index * particles.length + particle);
        stream.startDepth(depth);
        return stream;
    }
}
