package org.teleost.search;

import java.util.HashMap;
import java.util.Map;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;
import org.teleost.settings.ObservationRule;

/** Looks at a model once, to tell whether its observations repeat. */
final class ObservationProbe {
    private static final int EPISODES = 512;
    private static final int STEPS = 8;

    /** Fewer observations always repeat. */
    private static final long FEW = 4096;

    private static final double SEEN_ONCE = 0.5;

    private ObservationProbe() {}

    /** The rule that {@link ObservationRule#AUTO} stands for. */
    static ObservationRule settle(ObservationRule rule, GenerativeModel model, long seed) {
        if (rule != ObservationRule.AUTO) {
            return rule;
        }
        boolean few = model.observationCount() != GenerativeModel.KEYED_OBSERVATIONS && model.observationCount() <= FEW;
        return !few && seenOnce(model, seed) > SEEN_ONCE ? ObservationRule.SHARED : ObservationRule.EXACT;
    }

    /** Share of the (step, action, observation) of short random episodes that occurred once. */
    private static double seenOnce(GenerativeModel model, long seed) {
        State state = model.layout().newState();
        Outcome out = new Outcome();
        RandomStream stream = new RandomStream(seed);
        Map<String, Integer> seen = new HashMap<>();
        long total = 0;
        int continuous = model.layout().action().size();
        int most = Math.min(model.actionCount(), 8);
        for (int episode = 0; episode < EPISODES; episode++) {
            stream.startEpisode(seed, 0, episode);
            model.initialHistory(state);
            model.sampleInitial(state, stream);
            for (int step = 0; step < STEPS; step++) {
                int action = step == 0 && continuous == 0 ? episode % most : model.proposeAction(state, stream);
                if (!model.isLegal(state, action)) {
                    break;
                }
                model.step(state, action, stream, out);
                if (out.terminal) {
                    break;
                }
                model.updateHistory(state, action, out.observation);
                seen.merge(action + " " + out.observation, 1, Integer::sum);
                total++;
            }
        }
        long once = seen.values().stream().filter(count -> count == 1).count();
        return total == 0 ? 0.0 : (double) once / total;
    }
}
