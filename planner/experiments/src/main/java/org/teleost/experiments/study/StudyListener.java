package org.teleost.experiments.study;

/** Hears of the parts of a study. */
public interface StudyListener {
    /**
     * A trial is about to be trained.
     *
     * @param number of the trial in the grid, from 1
     */
    default void trialStarted(Trial trial, int number, int trials) {}

    /**
     * A trial is done.
     *
     * @param earlier true if an earlier study had finished it
     */
    default void trialFinished(TrialResult result, int number, int trials, boolean earlier) {}

    default void aloneMeasured(AloneRate rate) {}
}
