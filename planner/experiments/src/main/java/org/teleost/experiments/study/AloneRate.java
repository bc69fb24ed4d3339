package org.teleost.experiments.study;

import java.util.function.LongSupplier;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.PolicyRunner;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/**
 * What one actor does alone: an environment and a policy, no learner.
 *
 * @param factor times that a step of the environment costs
 * @param stepsPerSecond steps with their actions
 * @param stepNanos mean time of the environment's step alone
 */
public record AloneRate(int factor, double stepsPerSecond, double stepNanos) {
    private static final double WARM_UP_SHARE = 0.3;

    /** Acts for {@code seconds}, and before that unmeasured for a third of it. */
    static AloneRate measure(
            ControlProblem problem, int factor, PolicyNetwork network, double seconds, long seed, LongSupplier clock) {
        try (Environment environment = problem.newEnvironment()) {
            Acting acting = new Acting(problem, environment, network, seed, clock);
            acting.act(WARM_UP_SHARE * seconds);
            acting.act(seconds);
            return new AloneRate(
                    factor, acting.steps * 1e9 / acting.nanos, (double) acting.environmentNanos / acting.steps);
        }
    }

    private static final class Acting {
        private final Environment environment;
        private final LongSupplier clock;
        private final int stepLimit;
        private final long seed;
        private final PolicyRunner runner;
        private final RandomStream stream;
        private final StepOutcome outcome;
        private final float[] observation;
        private final float[] action;
        private long episode;
        private int step;
        private boolean running;
        private long steps;
        private long nanos;
        private long environmentNanos;

        Acting(ControlProblem problem, Environment environment, PolicyNetwork network, long seed, LongSupplier clock) {
            this.environment = environment;
            this.seed = seed;
            this.clock = clock;
            stepLimit = problem.stepLimit();
            runner = new PolicyRunner(network);
            stream = new RandomStream(seed);
            observation = new float[problem.observationBox().size()];
            outcome = new StepOutcome(observation.length, problem.infoNames().size());
            action = new float[problem.actionBox().size()];
        }

        void act(double seconds) {
            steps = 0;
            environmentNanos = 0;
            long began = clock.getAsLong();
            do {
                step();
                steps++;
                nanos = clock.getAsLong() - began;
            } while (nanos < seconds * 1e9);
        }

        private void step() {
            if (!running) {
                environment.reset(RandomStream.derive(seed, episode++), observation);
                step = 0;
            }
            runner.sample(observation, stream, action);
            long before = clock.getAsLong();
            environment.step(action, outcome);
            environmentNanos += clock.getAsLong() - before;
            System.arraycopy(outcome.observation, 0, observation, 0, observation.length);
            step++;
            running = !outcome.last() && step < stepLimit;
        }
    }
}
