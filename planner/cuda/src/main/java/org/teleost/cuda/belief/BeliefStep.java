package org.teleost.cuda.belief;

import java.nio.ByteBuffer;

/**
 * What one update is about, in the order of struct Belief.
 *
 * @param moveKey streams of the motion: (seed, moveKey, particle)
 * @param resampleKey stream of the resampling: (seed, resampleKey, particles)
 * @param resampleBelow effective sample size in particles below which the update resamples
 */
record BeliefStep(long seed, long moveKey, long resampleKey, int action, long observation, double resampleBelow) {
    void put(ByteBuffer belief) {
        belief.putLong(seed).putLong(moveKey).putLong(resampleKey);
        belief.putLong(action).putLong(observation).putDouble(resampleBelow);
    }
}
