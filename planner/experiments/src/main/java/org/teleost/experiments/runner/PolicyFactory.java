package org.teleost.experiments.runner;

import org.teleost.problem.Instance;
import org.teleost.problem.World;

/** Makes the policy of one episode. */
@FunctionalInterface
public interface PolicyFactory {

    /**
     * A policy at the start of an episode.
     *
     * @param world the episode's world; only for what every history shares (which actions are legal), never the truth
     * @param seed the policy's own seed
     */
    Policy start(Instance instance, World world, long seed);
}
