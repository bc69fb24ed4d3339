package org.teleost.envs.finray.scoring;

import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.FinRayObservation;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.PolicyRunner;

/** A learned control: the deterministic action of a policy. */
public final class PolicyControl implements OffsetControl {
    private final PolicyRunner runner;
    private final float[] observation = new float[FinRayObservation.SIZE];
    private final float[] action = new float[1];

    /** @throws IllegalArgumentException if the policy is not one for a fin ray */
    public PolicyControl(PolicyNetwork network) {
        if (network.observationSize() != FinRayObservation.SIZE || network.actionSize() != 1) {
            throw new IllegalArgumentException("policy is not for a fin ray: observations="
                    + network.observationSize() + " wanted=" + FinRayObservation.SIZE + " actions="
                    + network.actionSize() + " wanted=1; train it with 'teleost train finray-thrust'");
        }
        runner = new PolicyRunner(network);
    }

    @Override
    public double action(FinRay ray) {
        ray.observe(observation);
        runner.act(observation, action);
        return action[0];
    }
}
