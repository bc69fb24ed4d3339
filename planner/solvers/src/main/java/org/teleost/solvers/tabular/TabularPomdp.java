package org.teleost.solvers.tabular;

/**
 * A finite POMDP as sparse tables. Rows of {@code transition} and {@code observation} are {@code action * states +
 * state}, where an observation's state is the successor. Immutable.
 *
 * @param name for messages
 * @param discount in [0, 1]
 * @param cost whether the file states costs; the rewards here are their negatives
 * @param start probability of each state at the start
 * @param transition T(s' | s, a)
 * @param observation Z(o | s', a)
 * @param reward R(a, s, s', o)
 * @param observedPart per state the number of what is always seen of it, beside the observation and before the first
 *     action, too; null when nothing is
 * @param expected R(s, a), by rows like the transitions: the mean of R over next states and observations
 */
public record TabularPomdp(
        String name,
        double discount,
        boolean cost,
        Names states,
        Names actions,
        Names observations,
        double[] start,
        SparseTable transition,
        SparseTable observation,
        Rewards reward,
        int[] observedPart,
        double[] expected) {

    /** A table whose expected rewards follow from the others. */
    public static TabularPomdp of(
            String name,
            double discount,
            boolean cost,
            Names states,
            Names actions,
            Names observations,
            double[] start,
            SparseTable transition,
            SparseTable observation,
            Rewards reward) {
        double[] expected = expected(states.count(), actions.count(), transition, observation, reward);
        return new TabularPomdp(
                name,
                discount,
                cost,
                states,
                actions,
                observations,
                start,
                transition,
                observation,
                reward,
                null,
                expected);
    }

    /** R(s, a) = sum over s' of T(s' | s, a) times the sum over o of Z(o | s', a) R(a, s, s', o). */
    private static double[] expected(
            int states, int actions, SparseTable transition, SparseTable observation, Rewards reward) {
        double[] expected = new double[states * actions];
        boolean next = reward.usesNext();
        boolean seen = reward.usesObservation();
        for (int row = 0; row < expected.length; row++) {
            int action = row / states;
            int state = row - action * states;
            if (!next && !seen) {
                expected[row] = reward.at(action, state, 0, 0);
                continue;
            }
            double sum = 0.0;
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                int to = transition.column[k];
                double mean = seen
                        ? meanOverObservations(action, state, to, action * states + to, observation, reward)
                        : reward.at(action, state, to, 0);
                sum += transition.value[k] * mean;
            }
            expected[row] = sum;
        }
        return expected;
    }

    private static double meanOverObservations(
            int action, int state, int to, int row, SparseTable observation, Rewards reward) {
        double mean = 0.0;
        for (int k = observation.start[row]; k < observation.start[row + 1]; k++) {
            mean += observation.value[k] * reward.at(action, state, to, observation.column[k]);
        }
        return mean;
    }

    /** The same problem in which a part of each state is seen. */
    public TabularPomdp withObservedPart(int[] part) {
        return new TabularPomdp(
                name,
                discount,
                cost,
                states,
                actions,
                observations,
                start,
                transition,
                observation,
                reward,
                part,
                expected);
    }

    /** The same problem with another start. */
    public TabularPomdp withStart(double[] other) {
        return new TabularPomdp(
                name,
                discount,
                cost,
                states,
                actions,
                observations,
                other,
                transition,
                observation,
                reward,
                observedPart,
                expected);
    }

    /** The same problem with another discount. */
    public TabularPomdp withDiscount(double other) {
        return new TabularPomdp(
                name,
                other,
                cost,
                states,
                actions,
                observations,
                start,
                transition,
                observation,
                reward,
                observedPart,
                expected);
    }

    /** The same problem with rows that sum to 1 exactly, so that bounds are bounds; expected rewards stay. */
    public TabularPomdp normalised() {
        return new TabularPomdp(
                name,
                discount,
                cost,
                states,
                actions,
                observations,
                start,
                transition.normalised(),
                observation.normalised(),
                reward,
                observedPart,
                expected);
    }

    /** Number of different observed parts, 1 when nothing of a state is seen. */
    public int observedParts() {
        int most = 0;
        for (int s = 0; observedPart != null && s < observedPart.length; s++) {
            most = Math.max(most, observedPart[s]);
        }
        return most + 1;
    }

    /** What is always seen of a state, 0 when nothing is. */
    public int partOf(int state) {
        return observedPart == null ? 0 : observedPart[state];
    }

    /** Number of the first of the observations that come with what is seen of a state, in all parts together. */
    public int firstSeen(int state) {
        return partOf(state) * observationCount();
    }

    public int stateCount() {
        return states.count();
    }

    public int actionCount() {
        return actions.count();
    }

    public int observationCount() {
        return observations.count();
    }

    /** Row of a state and action. */
    public int row(int action, int state) {
        return action * states.count() + state;
    }
}
