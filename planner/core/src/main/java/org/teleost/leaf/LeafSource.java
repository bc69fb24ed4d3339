package org.teleost.leaf;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.teleost.model.GenerativeModel;
import org.teleost.model.SampledActions;
import org.teleost.model.State;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;

/** Where a planner's leaf values come from, once the choice is made; shared by its workers. */
public final class LeafSource {
    /** Share of their size by which one value has to be the better guide. */
    private static final double CLEARLY = 0.1;

    /** Models whose learned value is clearly the better guide, as long as they live. */
    private static final Map<GenerativeModel, Boolean> LEARNED_GUIDES =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final GenerativeModel model;
    private final LeafRule rule;
    private final String text;
    private final FullyObservableValue bound;
    private final LearnedValue learned;
    private final RolloutPolicy policy;

    private LeafSource(
            GenerativeModel model, LeafRule rule, String text, FullyObservableValue bound, LearnedValue learned) {
        this.model = model;
        this.rule = rule;
        this.text = text;
        this.bound = bound;
        this.learned = learned;
        policy = rule == LeafRule.ROLLOUT ? new RolloutPolicy(model.actionCount()) : null;
    }

    /**
     * Settles the rule for a model; {@link LeafRule#AUTO} and {@link LeafRule#BOUND} may enumerate its states, which
     * takes up to a few seconds.
     *
     * @throws IllegalArgumentException for {@link LeafRule#BOUND} when the states are too many, and where a value can't
     *     know how long actions last
     */
    public static LeafSource open(GenerativeModel model, LeafRule rule) {
        if (model.hasDurations() && (rule == LeafRule.BOUND || rule == LeafRule.LEARNED)) {
            throw new IllegalArgumentException("leafValue=" + rule + ": the actions of " + model.name()
                    + " have durations, which such a value does not know; leafValue=AUTO, MODEL or ROLLOUT works");
        }
        return switch (rule) {
            case MODEL -> new LeafSource(model, rule, "the model's own leaf value", null, null);
            case ZERO -> new LeafSource(model, rule, "leaves are worth 0", null, null);
            case ROLLOUT -> rollout(model, "as asked for");
            case BOUND ->
                bound(model)
                        .orElseThrow(() -> new IllegalArgumentException("leafValue=BOUND: the states of " + model.name()
                                + " are too many to enumerate; leafValue=LEARNED or AUTO learns a value there"));
            case LEARNED -> learned(model);
            case AUTO -> model.hasHeuristicValue() ? open(model, LeafRule.MODEL) : found(model);
        };
    }

    /**
     * The enumerated value where it is exact, and where it merges states unless the learned one is clearly the better
     * guide through the fully observable problem; the learned one where states are too many.
     */
    private static LeafSource found(GenerativeModel model) {
        if (model.hasDurations()) {
            return rollout(model, "no leaf value of the model's, and its actions have durations");
        }
        if (SimulatorSpeed.isSlow(model)) {
            return rollout(model, "no leaf value of the model's, and its steps are too slow to learn one");
        }
        Optional<LeafSource> bound = bound(model);
        boolean exact = model.layout().floats().isEmpty();
        if (bound.isPresent() && exact) {
            return bound.get();
        }
        if (bound.isEmpty() && model.hasRolloutAction()) {
            return rollout(model, "no leaf value of the model's, too many states to enumerate");
        }
        try {
            LeafSource learned = learned(model);
            if (bound.isEmpty()) {
                return learned;
            }
            LeafSource merged = bound.get();
            boolean guides = LEARNED_GUIDES.computeIfAbsent(
                    model, unused -> clearlyBetter(learned.guidance(), merged.guidance()));
            return guides ? learned : merged;
        } catch (RuntimeException | StackOverflowError e) {
            // a model that fails while it is learned fails in the search, too, which says where
            return bound.orElseGet(() -> rollout(model, "its leaf value can't be learned"));
        }
    }

    private static boolean clearlyBetter(double learned, double merged) {
        return learned > merged + CLEARLY * (Math.abs(learned) + Math.abs(merged));
    }

    /** Mean return of one step of look-ahead where the state is seen. */
    private double guidance() {
        LeafEstimator estimator = newEstimator();
        RandomStream unused = new RandomStream(0);
        return GreedyReturn.of(SampledActions.orIds(model), state -> estimator.estimate(state, -1, 0, unused));
    }

    private static LeafSource learned(GenerativeModel model) {
        LearnedValue value = LearnedValue.of(model);
        return new LeafSource(model, LeafRule.LEARNED, "value of the fully observable problem, learned", null, value);
    }

    private static LeafSource rollout(GenerativeModel model, String why) {
        String policy = model.hasRolloutAction() ? "the model's rollout policy" : "a policy that improves itself";
        return new LeafSource(model, LeafRule.ROLLOUT, "rollouts by " + policy + " (" + why + ")", null, null);
    }

    /** Empty also when the model fails: the search will say where and how. */
    private static Optional<LeafSource> bound(GenerativeModel model) {
        Optional<FullyObservableValue> found;
        try {
            found = FullyObservableValue.of(model);
        } catch (RuntimeException | StackOverflowError e) {
            found = Optional.empty();
        }
        return found.map(value -> new LeafSource(
                model,
                LeafRule.BOUND,
                "value of the fully observable problem, " + value.states() + " states",
                value,
                null));
    }

    /** The settled rule, never {@link LeafRule#AUTO}. */
    public LeafRule rule() {
        return rule;
    }

    /** For people: which value it is, and why. */
    public String text() {
        return text;
    }

    /** Whether all particles of a history have the same leaf value. */
    public boolean isShared() {
        return rule == LeafRule.MODEL && model.heuristicIsShared();
    }

    /**
     * Whether the leaf value is a function of the state that can serve as the potential of shaped rewards, r + gamma
     * h(s') - h(s) (Ng, Harada and Russell 1999): expectations keep their order, and what the particles differ in drops
     * out of the comparison of actions.
     */
    public boolean shapes() {
        boolean own = rule == LeafRule.MODEL && model.hasHeuristicValue() && !model.heuristicIsShared();
        // devices don't shape, and a model's twin plans as the model does
        return rule == LeafRule.BOUND
                || rule == LeafRule.LEARNED
                || own && model.deviceModel().isEmpty();
    }

    /** The rollouts' policy, null without rollouts. */
    public RolloutPolicy policy() {
        return policy;
    }

    /** An estimator for one worker. */
    public LeafEstimator newEstimator() {
        return switch (rule) {
            case ROLLOUT -> new Rollout(model, policy);
            case BOUND -> (State state, int action, long observation, RandomStream stream) -> bound.value(state);
            case LEARNED -> learnedEstimator();
            case ZERO -> (State state, int action, long observation, RandomStream stream) -> 0.0;
            default -> (State state, int action, long observation, RandomStream stream) -> model.heuristicValue(state);
        };
    }

    private LeafEstimator learnedEstimator() {
        int[] cells = learned.newCells();
        return (State state, int action, long observation, RandomStream stream) -> learned.value(state, cells);
    }
}
