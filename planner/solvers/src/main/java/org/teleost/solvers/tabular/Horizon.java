package org.teleost.solvers.tabular;

import java.util.List;

/**
 * A problem that ends after some steps, as a table: its states are pairs of the time and a state, and the last time is
 * absorbing and without reward. The time is seen. So every solver of endless problems solves finite ones, and a
 * discount of 1 is no trouble.
 */
public final class Horizon {
    private Horizon() {}

    /**
     * The problem with so many steps.
     *
     * @param steps 1 or more
     * @throws TooLargeException when the table is larger than allowed
     */
    public static TabularPomdp of(TabularPomdp model, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("horizon " + steps + "; a problem has 1 step or more");
        }
        int states = model.stateCount();
        long count = (steps + 1L) * states;
        Limits.check("states of all times", count, Limits.NAMES);
        Limits.check("states of all times x actions", count * model.actionCount(), Limits.ROWS);
        Limits.check("entries of all times", (steps + 1L) * model.transition().entries(), Limits.ENTRIES);
        Limits.check("entries of all times", (steps + 1L) * model.observation().entries(), Limits.ENTRIES);
        double[] start = new double[(int) count];
        System.arraycopy(model.start(), 0, start, 0, states);
        int[] seen = new int[(int) count];
        int parts = model.observedParts();
        for (int i = 0; i < seen.length; i++) {
            seen[i] = i / states * parts + model.partOf(i % states);
        }
        return TabularPomdp.of(
                        model.name() + "-" + steps + "-steps",
                        model.discount(),
                        model.cost(),
                        Names.product("states of all times", List.of(Names.numbered(steps + 1), model.states())),
                        model.actions(),
                        model.observations(),
                        start,
                        repeated(model, model.transition(), steps, true),
                        repeated(model, model.observation(), steps, false),
                        new Timed(model.reward(), states, steps))
                .withObservedPart(seen);
    }

    /** The rows once per time; columns of transitions belong to the next time, and the last one stays. */
    private static SparseTable repeated(TabularPomdp model, SparseTable table, int steps, boolean moves) {
        int states = model.stateCount();
        int count = (steps + 1) * states;
        int kept = moves ? states * model.actionCount() : table.entries();
        int entries = steps * table.entries() + kept;
        int[] start = new int[count * model.actionCount() + 1];
        int[] column = new int[entries];
        double[] value = new double[entries];
        int at = 0;
        for (int row = 0; row < start.length - 1; row++) {
            int time = row % count / states;
            int state = row % states;
            if (moves && time == steps) {
                column[at] = steps * states + state;
                value[at++] = 1.0;
            } else {
                int from = model.row(row / count, state);
                for (int k = table.start[from]; k < table.start[from + 1]; k++) {
                    column[at] = table.column[k] + (moves ? (time + 1) * states : 0);
                    value[at++] = table.value[k];
                }
            }
            start[row + 1] = at;
        }
        return new SparseTable(moves ? count : table.columns, start, column, value);
    }

    /** The rewards of every time but the last. */
    private record Timed(Rewards rewards, int states, int steps) implements Rewards {
        @Override
        public double at(int action, int state, int next, int observation) {
            return state / states == steps ? 0.0 : rewards.at(action, state % states, next % states, observation);
        }

        @Override
        public boolean usesNext() {
            return rewards.usesNext();
        }

        @Override
        public boolean usesObservation() {
            return rewards.usesObservation();
        }
    }
}
