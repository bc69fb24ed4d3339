package org.teleost.experiments.runner;

import org.teleost.model.GenerativeModel;

/** Hears of the progress of a series; called on the thread that runs it, between decisions. */
public interface SeriesListener {

    /** Warm-up begins and takes about this many seconds. */
    default void warmingUp(double seconds) {}

    /** An episode begins; returns what watches it. */
    default EpisodeObserver episodeStarted(int episode, GenerativeModel model, EpisodeSeeds seeds) {
        return EpisodeObserver.NONE;
    }

    /** A step of an episode was done. */
    default void stepFinished(int episode, int step) {}

    /** An episode is complete. */
    default void episodeFinished(EpisodeResult result) {}

    /** The episode that was running is given up, its observer is closed. */
    default void episodeAbandoned(int episode, boolean failed) {}
}
