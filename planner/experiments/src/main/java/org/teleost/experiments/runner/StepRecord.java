package org.teleost.experiments.runner;

import org.teleost.belief.BeliefHealth.Level;

/**
 * One decision and what came of it; a row of steps.csv.
 *
 * @param value planner's estimate of the value before the step
 * @param allocatedBytes bytes that the planning threads allocated during the decision, -1 when unknown
 * @param effectiveSampleShare effective sample size over particles after the step, NaN without a belief update
 * @param belief health of the belief after the step; healthy without an update
 */
public record StepRecord(
        int episode,
        int step,
        int action,
        double reward,
        long observation,
        double value,
        long planningNanos,
        long overshootNanos,
        long beliefNanos,
        int passes,
        long searchEpisodes,
        long simulatedSteps,
        int nodes,
        int depth,
        boolean treeFull,
        long allocatedBytes,
        double effectiveSampleShare,
        Level belief) {}
