package org.teleost.leaf;

import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** One worker's estimate of what an unfinished episode is still worth; may use and change the state it is given. */
public interface LeafEstimator {
    /**
     * Discounted return expected from {@code state}, in units of reward.
     *
     * @param action last action of the episode
     * @param observation what answered it
     */
    double estimate(State state, int action, long observation, RandomStream stream);

    /** Context in which the last estimate's rollout began, 0 without one. */
    default int firstContext() {
        return 0;
    }

    /** First action of the last estimate's rollout, -1 without one. */
    default int firstAction() {
        return -1;
    }
}
