package org.teleost.solvers.bench;

import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.BeliefUpdate;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.tabular.TerminalStates;

/** What actions are worth at exact beliefs where vectors say what follows; one thread. */
final class ActionValues {
    private final TabularPomdp table;
    private final AlphaSet vectors;
    private final BeliefUpdate update;
    private final boolean[] terminal;

    ActionValues(TabularPomdp table, AlphaSet vectors) {
        this.table = table;
        this.vectors = vectors;
        update = new BeliefUpdate(table);
        terminal = TerminalStates.of(table);
    }

    /** The belief given that the episode has not ended, null when it must have. */
    SparseBelief goingOn(SparseBelief belief) {
        double[] dense = new double[table.stateCount()];
        double sum = 0.0;
        for (int i = 0; i < belief.count(); i++) {
            if (!terminal[belief.state(i)]) {
                dense[belief.state(i)] = belief.weight(i);
                sum += belief.weight(i);
            }
        }
        return sum > 0.0 ? SparseBelief.of(dense) : null;
    }

    /** Q_V(b, a) = R(b, a) + gamma sum_o P(o, not ended | b, a) V(b'). */
    double of(SparseBelief belief, int action) {
        double[] probability = new double[table.observationCount() * table.observedParts()];
        double value = 0.0;
        for (int i = 0; i < belief.count(); i++) {
            int row = table.row(action, belief.state(i));
            value += belief.weight(i) * table.expected()[row];
            for (int k = table.transition().start[row]; k < table.transition().start[row + 1]; k++) {
                int next = table.transition().column[k];
                if (!terminal[next]) {
                    see(action, next, belief.weight(i) * table.transition().value[k], probability);
                }
            }
        }
        for (int kind = 0; kind < probability.length; kind++) {
            if (probability[kind] > 0.0) {
                SparseBelief after = goingOn(update.after(belief, action, kind));
                value += table.discount() * probability[kind] * vectors.value(after);
            }
        }
        return value;
    }

    private void see(int action, int next, double weight, double[] probability) {
        int part = table.firstSeen(next);
        int seen = table.row(action, next);
        for (int j = table.observation().start[seen]; j < table.observation().start[seen + 1]; j++) {
            probability[part + table.observation().column[j]] += weight * table.observation().value[j];
        }
    }
}
