package org.teleost.model;

import java.util.Optional;
import org.teleost.random.RandomStream;

/**
 * A POMDP (S, A, O, T, Z, R, gamma) as a simulator of one particle at a time.
 *
 * <p>Write scalar code on the lanes of a {@link State}; the engine batches it over threads. An implementation is an
 * immutable description shared by all threads: every method must be free of side effects on the model, and all
 * randomness must come from the stream it is given. Only the first eight methods are needed; the defaults of the others
 * are correct for every model, and overriding them makes planning better or explanations readable.
 */
public interface GenerativeModel {

    /** Unbounded observations: {@link Outcome#observation} is a 64-bit key. */
    long KEYED_OBSERVATIONS = 0;

    /** Name for messages and traces. */
    String name();

    /** The lanes of a state. */
    StateLayout layout();

    /**
     * Number of actions; ids are 0 to actionCount - 1. A model whose layout has an {@link ActionBox} says 1: it is
     * always asked for action 0, whose coordinates are in {@link State#action}.
     */
    int actionCount();

    /** Number of observations, or {@link #KEYED_OBSERVATIONS}. */
    long observationCount();

    /** Discount gamma in (0, 1]. */
    double discount();

    /**
     * How long the action took that led to {@code nextState}, which is not terminal, in steps of {@link #discount}:
     * what follows counts discount^duration. Positive and finite; it may be random, if a lane of the state says how
     * long the step was, and is asked after {@link #step} and before {@link #updateHistory}. With an {@link ActionBox}
     * the coordinates are in {@link State#action}. The default is 1.
     */
    default double duration(int action, State nextState) {
        return 1.0;
    }

    /** Whether actions have durations of their own, as for {@link #hasHeuristicValue}. */
    default boolean hasDurations() {
        return Overrides.declares(getClass(), "duration", int.class, State.class);
    }

    /** Draws a state from the initial belief into {@code state}; lanes hold garbage before. */
    void sampleInitial(State state, RandomStream stream);

    /** Simulates T, Z and R: replaces {@code state} by the next state and fills {@code out}. */
    void step(State state, int action, RandomStream stream, Outcome out);

    /**
     * log Z(observation | nextState, action) given that the episode goes on, since no belief is updated after the last
     * step; negative infinity when impossible. Needs no normalisation constant, as long as what is missing is the same
     * for all next states.
     */
    double logLikelihood(long observation, int action, State nextState);

    /**
     * Estimate of the optimal discounted return from {@code state}, added where an episode stops. May read the history
     * lanes. Never called on a terminal state.
     */
    default double heuristicValue(State state) {
        return 0.0;
    }

    /**
     * True when {@link #heuristicValue} reads only what all particles of one history share: it is then evaluated once
     * per node.
     */
    default boolean heuristicIsShared() {
        return false;
    }

    /**
     * Whether {@link #heuristicValue} says something; without it the planner finds leaf values of its own. The default
     * looks whether the method is overridden; a model that forwards to another forwards this, too.
     */
    default boolean hasHeuristicValue() {
        return Overrides.declares(getClass(), "heuristicValue", State.class);
    }

    /**
     * Draws the action of a simple policy that rollouts follow beyond the tree; may read the history lanes. The default
     * is {@link #proposeAction}, and a planner that finds it not overridden learns a policy of its own.
     */
    default int rolloutAction(State state, RandomStream stream) {
        return proposeAction(state, stream);
    }

    /** Whether {@link #rolloutAction} is a policy of the model's, as for {@link #hasHeuristicValue}. */
    default boolean hasRolloutAction() {
        return Overrides.declares(getClass(), "rolloutAction", State.class, RandomStream.class);
    }

    /**
     * Draws an action worth trying where the search has no statistics yet (an action prior). Every legal action must
     * have a positive probability. The default is uniform over the legal actions. With an {@link ActionBox} it writes
     * the coordinates to {@link State#action} and returns 0; the default is uniform over the box. There it may read
     * only what all particles of a history share, since several particles try the action that was drawn.
     */
    default int proposeAction(State state, RandomStream stream) {
        if (state.action.length > 0) {
            layout().action().sample(state.action, stream);
            return 0;
        }
        int count = actionCount();
        int first = stream.nextInt(count);
        for (int tries = 0; tries < 8; tries++) {
            if (isLegal(state, first)) {
                return first;
            }
            first = stream.nextInt(count);
        }
        for (int i = 0; i < count; i++) {
            int action = first + i < count ? first + i : first + i - count;
            if (isLegal(state, action)) {
                return action;
            }
        }
        throw new IllegalStateException("no legal action; isLegal must allow at least one action in every state");
    }

    /** Whether {@link #proposeAction} knows more than which actions are legal, as for {@link #hasHeuristicValue}. */
    default boolean hasProposal() {
        return Overrides.declares(getClass(), "proposeAction", State.class, RandomStream.class);
    }

    /**
     * Sizes of the parts that an action id is a tuple of, the last part counting fastest: 25 and 25 where the id is 25
     * a + b. Their product is {@link #actionCount}. The planner then learns of each part by itself. The default is one
     * part.
     */
    default int[] actionFactors() {
        return new int[] {actionCount()};
    }

    /** Whether the action may be taken. Must give the same answer for all particles that share a history. */
    default boolean isLegal(State state, int action) {
        return true;
    }

    /** Writes the history lanes of the empty history. */
    default void initialHistory(State state) {}

    /**
     * Advances the history lanes after {@code action} was answered by {@code observation}. May read the other lanes of
     * the next state only where they are the same in every particle that agrees with this history.
     */
    default void updateHistory(State nextState, int action, long observation) {}

    /**
     * Advances the history lanes after an action whose observation never came. The default takes {@code simulated},
     * what one particle observed in its own simulation, which is right for lanes that follow from the actions (a
     * position); a model whose lanes add up evidence overrides this and leaves those as they are.
     */
    default void updateHistoryUnobserved(State nextState, int action, long simulated) {
        updateHistory(nextState, action, simulated);
    }

    /**
     * Redraws what the history leaves free in a particle, without changing the belief's distribution; called on
     * duplicates after resampling. Returns false when the model has no such move.
     */
    default boolean rejuvenate(State state, RandomStream stream) {
        return false;
    }

    /**
     * The same model as CUDA C, for planning on a GPU: every function must compute what its namesake here computes, bit
     * for bit, with the same random draws in the same order. Empty when the model has no such twin; it is then planned
     * on the host.
     */
    default Optional<DeviceModel> deviceModel() {
        return Optional.empty();
    }

    /**
     * How the problem looks, for viewers that know nothing of it: JSON that names the lanes across and upwards and
     * places marks, as docs/viewer.md shows; empty for nothing to say.
     */
    default String describeScene() {
        return "";
    }

    /** Text for people. */
    default String actionText(int action) {
        return "a" + action;
    }

    /** Text for people of an action with coordinates; the default lists them by name. */
    default String actionText(float[] action) {
        return layout().action().text(action);
    }

    /** Text for people. */
    default String observationText(long observation) {
        return "o" + observation;
    }

    /** Text for people; the default lists the lanes by name. */
    default String stateText(State state) {
        StringBuilder text = new StringBuilder();
        StateLayout layout = layout();
        for (int i = 0; i < state.ints.length; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(layout.ints().get(i))
                    .append('=')
                    .append(state.ints[i]);
        }
        for (int i = 0; i < state.floats.length; i++) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(layout.floats().get(i))
                    .append('=')
                    .append(state.floats[i]);
        }
        return text.toString();
    }
}
