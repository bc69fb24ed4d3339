package org.teleost.experiments.study;

import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.PolicyRunner;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/** Returns of a policy with deterministic actions, always on the same episodes. */
final class PolicyEvaluation {
    /** No training seed of a user's choice leads to these episodes. */
    private static final long SEED = 0x5EEDE7A1L;

    private final ControlProblem problem;
    private final int episodes;

    PolicyEvaluation(ControlProblem problem, int episodes) {
        this.problem = problem;
        this.episodes = episodes;
    }

    /** Mean undiscounted return. */
    MeanInterval of(PolicyNetwork network) {
        PolicyRunner runner = new PolicyRunner(network);
        float[] observation = new float[problem.observationBox().size()];
        float[] action = new float[problem.actionBox().size()];
        StepOutcome outcome =
                new StepOutcome(observation.length, problem.infoNames().size());
        double[] returns = new double[episodes];
        try (Environment environment = problem.newEnvironment()) {
            for (int episode = 0; episode < episodes; episode++) {
                environment.reset(RandomStream.derive(SEED, episode), observation);
                boolean running = true;
                for (int step = 0; running && step < problem.stepLimit(); step++) {
                    runner.act(observation, action);
                    environment.step(action, outcome);
                    returns[episode] += outcome.reward;
                    System.arraycopy(outcome.observation, 0, observation, 0, observation.length);
                    running = !outcome.last();
                }
            }
        }
        return MeanInterval.of(returns);
    }
}
