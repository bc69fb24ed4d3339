package org.teleost.leaf;

import java.util.Optional;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;

/** Where a planner's leaf values come from, once the choice is made; shared by its workers. */
public final class LeafSource {
    private final GenerativeModel model;
    private final LeafRule rule;
    private final String text;
    private final FullyObservableValue bound;
    private final RolloutPolicy policy;

    private LeafSource(GenerativeModel model, LeafRule rule, String text, FullyObservableValue bound) {
        this.model = model;
        this.rule = rule;
        this.text = text;
        this.bound = bound;
        policy = rule == LeafRule.ROLLOUT ? new RolloutPolicy(model.actionCount()) : null;
    }

    /**
     * Settles the rule for a model; {@link LeafRule#AUTO} and {@link LeafRule#BOUND} may enumerate its states, which
     * takes up to a few seconds.
     *
     * @throws IllegalArgumentException for {@link LeafRule#BOUND} when the states are too many
     */
    public static LeafSource open(GenerativeModel model, LeafRule rule) {
        return switch (rule) {
            case MODEL -> new LeafSource(model, rule, "the model's own leaf value", null);
            case ZERO -> new LeafSource(model, rule, "leaves are worth 0", null);
            case ROLLOUT -> rollout(model, "as asked for");
            case BOUND ->
                bound(model)
                        .orElseThrow(() -> new IllegalArgumentException("leafValue=BOUND: the states of " + model.name()
                                + " are too many to enumerate; leafValue=AUTO takes rollouts there"));
            case AUTO ->
                model.hasHeuristicValue()
                        ? open(model, LeafRule.MODEL)
                        : bound(model)
                                .orElseGet(() ->
                                        rollout(model, "no leaf value of the model's, too many states to enumerate"));
        };
    }

    private static LeafSource rollout(GenerativeModel model, String why) {
        String policy = model.hasRolloutAction() ? "the model's rollout policy" : "a policy that improves itself";
        return new LeafSource(model, LeafRule.ROLLOUT, "rollouts by " + policy + " (" + why + ")", null);
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
                model, LeafRule.BOUND, "value of the fully observable problem, " + value.states() + " states", value));
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
        return rule == LeafRule.BOUND || own && model.deviceModel().isEmpty();
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
            case ZERO -> (State state, int action, long observation, RandomStream stream) -> 0.0;
            default -> (State state, int action, long observation, RandomStream stream) -> model.heuristicValue(state);
        };
    }
}
