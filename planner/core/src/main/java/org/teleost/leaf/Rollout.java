package org.teleost.leaf;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StepDiscount;
import org.teleost.random.RandomStream;

/** One worker's rollouts: the policy is followed from the leaf's state to the end or to a horizon. */
final class Rollout implements LeafEstimator {
    /** Weight of what lies beyond the horizon. */
    private static final double NEGLIGIBLE = 0.1;

    private static final int LONGEST = 60;

    private final GenerativeModel model;
    private final RolloutPolicy policy;
    private final double discount;
    private final StepDiscount durations;
    private final int horizon;
    private final boolean own;
    private final Outcome out = new Outcome();
    private int context;
    private int first;

    Rollout(GenerativeModel model, RolloutPolicy policy) {
        this.model = model;
        this.policy = policy;
        own = model.hasRolloutAction();
        discount = model.discount();
        durations = new StepDiscount(model);
        horizon = horizon(discount, NEGLIGIBLE, LONGEST);
    }

    /** Steps until what follows weighs no more than {@code negligible}, at most {@code longest}. */
    static int horizon(double discount, double negligible, int longest) {
        double steps = discount < 1.0 ? Math.log(negligible) / Math.log(discount) : longest;
        return (int) Math.max(1, Math.min(longest, Math.ceil(steps)));
    }

    @Override
    public double estimate(State state, int action, long observation, RandomStream stream) {
        double collected = 0.0;
        double gamma = 1.0;
        int last = action;
        long seen = observation;
        for (int step = 0; step < horizon; step++) {
            int cell = policy.context(last, seen);
            int chosen = choose(state, cell, stream);
            if (step == 0) {
                context = cell;
                first = chosen;
            }
            model.step(state, chosen, stream, out);
            collected += gamma * out.reward;
            if (out.terminal) {
                break;
            }
            gamma *= discount * durations.stretch(chosen, state);
            model.updateHistory(state, chosen, out.observation);
            last = chosen;
            seen = out.observation;
        }
        return collected;
    }

    private int choose(State state, int cell, RandomStream stream) {
        if (own) {
            return model.rolloutAction(state, stream);
        }
        if (state.action.length == 0 && policy.informed()) {
            int action = policy.choose(cell, stream.nextDouble());
            if (model.isLegal(state, action)) {
                return action;
            }
        }
        return model.proposeAction(state, stream);
    }

    @Override
    public int firstContext() {
        return context;
    }

    @Override
    public int firstAction() {
        return first;
    }
}
