package org.teleost.baselines.frame;

import org.teleost.leaf.LeafEstimator;
import org.teleost.leaf.LeafSource;
import org.teleost.leaf.RolloutPolicy;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** The planner's leaf values for a search on one thread; a rollout policy that learns does so here, too. */
public final class LeafValues {
    private static final int FIRST_BATCH = 256;
    private static final double BATCH_GROWTH = 0.1;

    private final LeafEstimator estimator;
    private final RolloutPolicy policy;
    private long estimates;
    private long nextImprovement;

    public LeafValues(LeafSource source) {
        estimator = source.newEstimator();
        policy = source.policy();
    }

    /** Forgets what the last decision's rollouts taught. */
    public void startDecision() {
        if (policy != null) {
            policy.clear();
            policy.improve();
            estimates = 0;
            nextImprovement = FIRST_BATCH;
        }
    }

    /** Discounted return expected from {@code state}, which may be changed. */
    public double estimate(State state, int action, long observation, RandomStream stream) {
        double value = estimator.estimate(state, action, observation, stream);
        if (policy != null) {
            policy.add(estimator.firstContext(), estimator.firstAction(), value);
            if (++estimates >= nextImprovement) {
                policy.improve();
                nextImprovement = estimates + Math.max(FIRST_BATCH, (long) (BATCH_GROWTH * estimates));
            }
        }
        return value;
    }
}
