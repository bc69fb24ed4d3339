package org.teleost.experiments.training.evaluation;

import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;

/** Watches an evaluation step by step; arrays are reused and not to be kept, and the environment only to be read. */
public interface EvaluationObserver {
    /** Watches nothing. */
    EvaluationObserver NONE = (episode, step, observation, action, outcome) -> {};

    /**
     * An episode begins.
     *
     * @param environment after its reset
     * @param observation the first one
     */
    default void started(int episode, long seed, Environment environment, float[] observation) {}

    /**
     * A step was made.
     *
     * @param observation before the action
     */
    void stepped(int episode, int step, float[] observation, float[] action, StepOutcome outcome);
}
