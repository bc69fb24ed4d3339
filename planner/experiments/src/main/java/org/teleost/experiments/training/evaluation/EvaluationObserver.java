package org.teleost.experiments.training.evaluation;

import org.teleost.learn.environment.StepOutcome;

/** Watches an evaluation step by step; arrays are reused and not to be kept. */
public interface EvaluationObserver {
    /** Watches nothing. */
    EvaluationObserver NONE = (episode, step, observation, action, outcome) -> {};

    /**
     * A step was made.
     *
     * @param observation before the action
     */
    void stepped(int episode, int step, float[] observation, float[] action, StepOutcome outcome);
}
