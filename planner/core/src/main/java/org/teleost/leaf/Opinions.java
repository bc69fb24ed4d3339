package org.teleost.leaf;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * What single states think of the actions: r + gamma V(s') of each by one step, all with the same random numbers. A
 * leaf value takes every state to be seen, so it can't tell a belief whose states agree about what to do from one whose
 * states don't; asking them can. Actions that are tuples are asked for part by part, the other parts as well chosen as
 * the state knows by then. For one thread.
 */
public final class Opinions {
    /** Actions, or values of all parts of an action, that a state can be asked about. */
    public static final int MOST_ROWS = 256;

    /** Relative differences below this are rounding. */
    private static final float ROUNDING = 1e-5f;

    private final GenerativeModel model;
    private final LeafEstimator value;
    private final ActionParts parts;
    private final State trial;
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(0);
    private final Runnable beforeStep;

    /** With what to run before each step of the model; it may throw to give up. */
    public Opinions(GenerativeModel model, LeafEstimator value, Runnable beforeStep) {
        this.beforeStep = beforeStep;
        this.model = model;
        this.value = value;
        parts = ActionParts.of(model.actionFactors());
        trial = model.layout().newState();
    }

    /** Whether the model's actions are ids, and few enough to ask for all of them. */
    public static boolean canBeAsked(GenerativeModel model) {
        return model.layout().action().size() == 0
                && ActionParts.of(model.actionFactors()).rows() <= MOST_ROWS;
    }

    /** Asks a state, which stays as it is: fills a row per value of each part, and returns the best action. */
    public int ask(State state, long key, float[] worth, int offset) {
        int best = 0;
        if (parts.count() > 1) {
            stream.startEpisode(key, 1, 0);
            best = model.proposeAction(state, stream);
        }
        int row = offset;
        for (int part = 0; part < parts.count(); part++) {
            int base = best - parts.value(part, best) * parts.stride(part);
            float most = Float.NEGATIVE_INFINITY;
            for (int v = 0; v < parts.size(part); v++, row++) {
                int action = base + v * parts.stride(part);
                worth[row] = worth(state, action, key);
                if (worth[row] > most) {
                    most = worth[row];
                    best = action;
                }
            }
        }
        return best;
    }

    private float worth(State state, int action, long key) {
        if (!model.isLegal(state, action)) {
            return Float.NEGATIVE_INFINITY;
        }
        beforeStep.run();
        trial.copyFrom(state);
        stream.startEpisode(key, 0, 0);
        model.step(trial, action, stream, out);
        double future = out.terminal ? 0.0 : value.estimate(trial, action, out.observation, stream);
        return (float) (out.reward + model.discount() * future);
    }

    /** In how many parts the best action of {@code other} states is worse than {@code best} for the state asked. */
    public static int different(ActionParts parts, float[] worth, int offset, int best, int other) {
        int count = 0;
        int row = offset;
        for (int part = 0; part < parts.count(); part++) {
            float mine = worth[row + parts.value(part, best)];
            float theirs = worth[row + parts.value(part, other)];
            count += mine - theirs > ROUNDING * (1.0f + Math.abs(mine)) ? 1 : 0;
            row += parts.size(part);
        }
        return count;
    }
}
