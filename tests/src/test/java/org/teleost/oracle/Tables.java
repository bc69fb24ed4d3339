package org.teleost.oracle;

/** An {@link ExactModel} compiled to sparse tables, with the belief update. */
public final class Tables {
    public final int states;
    public final int actions;
    public final int observations;
    public final double discount;

    /** [action][state][k]: where it goes and how likely. */
    public final int[][][] next;

    public final double[][][] probability;

    /** R [action][state]. */
    public final double[][] reward;

    /** Z [action][observation][nextState]. */
    public final double[][][] observation;

    public final SparseBelief root;

    /** One answer to an action: its probability and the belief after it. */
    public record Branch(double probability, SparseBelief belief) {}

    public Tables(ExactModel model) {
        states = model.stateCount();
        actions = model.actionCount();
        observations = model.observationCount();
        discount = model.discount();
        next = new int[actions][states][];
        probability = new double[actions][states][];
        reward = new double[actions][states];
        observation = new double[actions][observations][states];
        for (int a = 0; a < actions; a++) {
            for (int s = 0; s < states; s++) {
                reward[a][s] = model.reward(s, a);
                compileRow(model, a, s);
                for (int o = 0; o < observations; o++) {
                    observation[a][o][s] = model.observation(o, a, s);
                }
            }
        }
        root = SparseBelief.of(model.initialBelief(), 1.0);
    }

    private void compileRow(ExactModel model, int a, int s) {
        double[] row = new double[states];
        for (int t = 0; t < states; t++) {
            row[t] = model.transition(s, a, t);
        }
        SparseBelief compact = SparseBelief.of(row, 1.0);
        next[a][s] = compact.states;
        probability[a][s] = compact.probabilities;
    }

    /** R(b, a). */
    public double reward(SparseBelief belief, int action) {
        return belief.dot(reward[action]);
    }

    /** Branches by observation; null where impossible. Probabilities sum to 1 - P(end). */
    public Branch[] branches(SparseBelief belief, int action) {
        double[] propagated = new double[states];
        for (int i = 0; i < belief.states.length; i++) {
            int s = belief.states[i];
            for (int k = 0; k < next[action][s].length; k++) {
                propagated[next[action][s][k]] += belief.probabilities[i] * probability[action][s][k];
            }
        }
        Branch[] branches = new Branch[observations];
        double[] masses = new double[states];
        for (int o = 0; o < observations; o++) {
            double total = 0.0;
            for (int t = 0; t < states; t++) {
                masses[t] = propagated[t] * observation[action][o][t];
                total += masses[t];
            }
            branches[o] = total > 0.0 ? new Branch(total, SparseBelief.of(masses, total)) : null;
        }
        return branches;
    }
}
