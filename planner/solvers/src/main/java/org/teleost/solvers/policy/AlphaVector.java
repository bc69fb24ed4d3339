package org.teleost.solvers.policy;

/**
 * A linear function of the belief and the action that earns at least its value.
 *
 * @param action the first action of the plan behind it
 * @param states the states that it is about, ascending; it says nothing of beliefs with others. Null for all states
 * @param values value of each of these states
 */
public record AlphaVector(int action, int[] states, double[] values) {

    /**
     * The mean over the belief, negative infinity when the belief holds a state that the vector says nothing of.
     *
     * @param belief states with their probabilities, ascending
     */
    public double at(SparseBelief belief) {
        double sum = 0.0;
        if (states == null) {
            for (int i = 0; i < belief.count(); i++) {
                sum += belief.weight(i) * values[belief.state(i)];
            }
            return sum;
        }
        int k = 0;
        for (int i = 0; i < belief.count(); i++) {
            while (k < states.length && states[k] < belief.state(i)) {
                k++;
            }
            if (k == states.length || states[k] != belief.state(i)) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += belief.weight(i) * values[k];
        }
        return sum;
    }
}
