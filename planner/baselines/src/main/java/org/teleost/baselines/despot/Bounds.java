package org.teleost.baselines.despot;

import java.util.Optional;
import org.teleost.leaf.FullyObservableValue;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;

/**
 * Upper bounds of states and the action that the default policy takes in a state: from the fully observable problem
 * where its states can be enumerated; else the model's leaf value, taken for optimistic, or the largest reward seen for
 * ever, and the model's rollout policy.
 */
final class Bounds {
    private static final int EPISODES = 2_000;
    private static final int STEPS = 30;

    private final GenerativeModel model;
    private final FullyObservableValue solved;
    private final boolean heuristic;
    private final double largest;
    private final double givingUp;
    private final String text;

    private Bounds(
            GenerativeModel model,
            FullyObservableValue solved,
            boolean heuristic,
            double largest,
            long seed,
            String text) {
        this.model = model;
        givingUp = Math.min(0.0, new ConstantActions(model, seed).best());
        this.solved = solved;
        this.heuristic = heuristic;
        this.largest = largest;
        this.text = text;
    }

    static Bounds of(GenerativeModel model, PlannerSettings settings) {
        boolean given = settings.leafValue() == LeafRule.MODEL
                || settings.leafValue() == LeafRule.AUTO && model.hasHeuristicValue();
        if (given) {
            return new Bounds(
                    model,
                    null,
                    true,
                    0.0,
                    settings.seed(),
                    "upper bound: the model's leaf value; " + policyText(model));
        }
        boolean enumerates = settings.leafValue() == LeafRule.AUTO || settings.leafValue() == LeafRule.BOUND;
        Optional<FullyObservableValue> found = enumerates ? FullyObservableValue.of(model) : Optional.empty();
        if (found.isPresent()) {
            return new Bounds(
                    model,
                    found.get(),
                    false,
                    0.0,
                    settings.seed(),
                    "upper bound: value of the fully observable problem; default policy: its action in most scenarios");
        }
        double most = largestReward(model, settings.seed());
        double forever = model.discount() < 1.0 ? most / (1.0 - model.discount()) : most * settings.maxDepth();
        return new Bounds(
                model,
                null,
                false,
                Math.max(most, forever),
                settings.seed(),
                "upper bound: the largest reward for ever; " + policyText(model));
    }

    private static String policyText(GenerativeModel model) {
        return "default policy: the model's " + (model.hasRolloutAction() ? "rollout policy" : "proposals");
    }

    private static double largestReward(GenerativeModel model, long seed) {
        State state = model.layout().newState();
        Outcome out = new Outcome();
        RandomStream stream = new RandomStream(seed);
        double largest = Double.NEGATIVE_INFINITY;
        for (int episode = 0; episode < EPISODES; episode++) {
            stream.startEpisode(seed, 3, episode);
            model.initialHistory(state);
            model.sampleInitial(state, stream);
            out.terminal = false;
            for (int step = 0; step < STEPS && !out.terminal; step++) {
                int action = model.proposeAction(state, stream);
                model.step(state, action, stream, out);
                largest = Math.max(largest, out.reward);
                if (!out.terminal) {
                    model.updateHistory(state, action, out.observation);
                }
            }
        }
        return largest;
    }

    /** For people. */
    String text() {
        return text;
    }

    /** Upper bound of what is to come from a state with its history. */
    double upper(State state) {
        return solved != null ? solved.value(state) : heuristic ? model.heuristicValue(state) : largest;
    }

    /** What is to come where nothing is tried any more: the best constant action's return, at most 0. */
    double givingUp() {
        return givingUp;
    }

    /** What the state votes for; draws only where the model's own policy does. */
    int vote(State state, RandomStream stream) {
        int action = solved == null ? -1 : solved.bestAction(state);
        return action >= 0 ? action : model.rolloutAction(state, stream);
    }

    /** Whether every scenario has a vote; else the first one decides. */
    boolean votes() {
        return solved != null;
    }
}
