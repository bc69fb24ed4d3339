package org.teleost.baselines.despot;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Mean returns from the initial belief of doing one action for ever, where it is legal all the way. */
final class ConstantActions {
    private static final int EPISODES = 64;
    private static final double NEGLIGIBLE = 0.02;
    private static final int LONGEST = 200;
    private static final int MOST_ACTIONS = 64;

    private final GenerativeModel model;
    private final State state;
    private final Outcome out = new Outcome();
    private final RandomStream stream;
    private final long seed;

    ConstantActions(GenerativeModel model, long seed) {
        this.model = model;
        this.seed = seed;
        state = model.layout().newState();
        stream = new RandomStream(seed);
    }

    /** The best of the first actions; negative infinity when none is legal all the way. */
    double best() {
        double best = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < Math.min(MOST_ACTIONS, model.actionCount()); action++) {
            double sum = 0.0;
            for (int episode = 0; episode < EPISODES; episode++) {
                sum += play(action, episode);
            }
            best = Math.max(best, sum / EPISODES);
        }
        return best;
    }

    private double play(int action, int episode) {
        stream.startEpisode(seed, 4, episode);
        model.initialHistory(state);
        model.sampleInitial(state, stream);
        double sum = 0.0;
        double gamma = 1.0;
        for (int step = 0; step < LONGEST && gamma > NEGLIGIBLE; step++) {
            if (!model.isLegal(state, action)) {
                return Double.NEGATIVE_INFINITY;
            }
            model.step(state, action, stream, out);
            sum += gamma * out.reward;
            gamma *= model.discount();
            if (out.terminal) {
                break;
            }
            model.updateHistory(state, action, out.observation);
        }
        return sum;
    }
}
