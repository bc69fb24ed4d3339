package org.teleost.leaf;

import java.util.function.ToDoubleFunction;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** What a value of states is good for: the mean return of one step of look-ahead on it where the state is seen. */
final class GreedyReturn {
    private static final long SEED = 0x62EE;
    private static final int EPISODES = 100;

    private GreedyReturn() {}

    static double of(GenerativeModel model, ToDoubleFunction<State> value) {
        ActionTrials trials = new ActionTrials(model, model.discount(), value, 0, SEED);
        RandomStream stream = new RandomStream(SEED);
        State state = model.layout().newState();
        Outcome out = new Outcome();
        int horizon = ValueTraining.horizon(model.discount());
        double sum = 0.0;
        for (int episode = 0; episode < EPISODES; episode++) {
            stream.startEpisode(SEED, 2, episode);
            model.initialHistory(state);
            model.sampleInitial(state, stream);
            double gamma = 1.0;
            int last = -1;
            for (int step = 0; step < horizon; step++) {
                trials.best(state, last, episode, step);
                last = trials.action();
                stream.startDepth(step + 1);
                model.step(state, last, stream, out);
                sum += gamma * out.reward;
                gamma *= model.discount();
                if (out.terminal) {
                    break;
                }
                model.updateHistory(state, last, out.observation);
            }
        }
        return sum / EPISODES;
    }
}
