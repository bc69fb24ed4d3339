package org.teleost.solvers.file;

import java.util.Arrays;
import org.teleost.solvers.tabular.Names;
import org.teleost.solvers.tabular.RewardRules;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TableBuilder;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.tabular.TooLargeException;

/**
 * Reads Cassandra's {@code .pomdp} as pomdp-solve does. Strict: anything outside the grammar, and rows that don't sum
 * to 1 within 1e-5, are errors with their place. A lenient reading repairs what is known from real files, each with a
 * warning.
 */
public final class PomdpReader {
    private final SourceText source;
    private final PomdpPreamble preamble;
    private final PomdpEntries entries;

    private PomdpReader(SourceText source) {
        this.source = source;
        PomdpCursor cursor = new PomdpCursor(source);
        try {
            preamble = new PomdpPreamble(cursor);
            entries = new PomdpEntries(cursor, preamble);
        } catch (TooLargeException e) {
            throw source.error(cursor.place(), e.getMessage());
        }
    }

    /**
     * The model in a file's text.
     *
     * @throws FormatException with file, line and column
     */
    public static TabularPomdp read(SourceText source) {
        return new PomdpReader(source).model();
    }

    private TabularPomdp model() {
        int states = preamble.states.count();
        boolean seen = preamble.observations == null;
        for (int state : preamble.terminal) {
            makeTerminal(state);
        }
        SparseTable transition = checked(entries.transition.build(), entries.transition, entries.transitionPlace, "T");
        SparseTable observation = seen
                ? identity(preamble.actions.count(), states)
                : checked(entries.observation.build(), entries.observation, entries.observationPlace, "O");
        Names observations = seen ? preamble.states : preamble.observations;
        try {
            return TabularPomdp.of(
                    source.title(),
                    preamble.discount,
                    preamble.cost,
                    preamble.states,
                    preamble.actions,
                    observations,
                    preamble.start,
                    transition,
                    observation,
                    entries.rewards);
        } catch (TooLargeException e) {
            throw source.error(0, e.getMessage());
        }
    }

    private void makeTerminal(int state) {
        for (int action = 0; action < preamble.actions.count(); action++) {
            int row = action * preamble.states.count() + state;
            entries.transition.clear(row);
            entries.transition.set(row, state, 1.0);
        }
        entries.rewards.add(RewardRules.ANY, state, RewardRules.ANY, RewardRules.ANY, 0.0);
    }

    private static SparseTable identity(int actions, int states) {
        int[] start = new int[actions * states + 1];
        int[] column = new int[actions * states];
        double[] value = new double[actions * states];
        Arrays.fill(value, 1.0);
        for (int row = 0; row < column.length; row++) {
            start[row + 1] = row + 1;
            column[row] = row % states;
        }
        return new SparseTable(states, start, column, value);
    }

    /** The table itself when every row sums to 1, else one with the repairs of a lenient reading. */
    private SparseTable checked(SparseTable table, TableBuilder builder, int[] places, String kind) {
        boolean repaired = false;
        for (int row = 0; row < table.rows(); row++) {
            double sum = table.sum(row);
            if (Math.abs(sum - 1.0) <= SourceText.SUM_TOLERANCE) {
                continue;
            }
            repaired = true;
            int action = row / preamble.states.count();
            int state = row % preamble.states.count();
            String of = kind + " of action " + preamble.actions.get(action)
                    + (kind.equals("T") ? ", state " : ", next state ") + preamble.states.get(state);
            if (places[row] < 0) {
                source.lenience(source.bytes.length, "no entry for " + of, "every row must sum to 1", repair(kind));
            } else {
                source.lenience(
                        places[row],
                        of + " sums to " + sum,
                        "every row must sum to 1 within 1e-5",
                        sum > 0.0 ? "scaled to sum 1" : repair(kind));
            }
            repair(table, row, sum, builder, kind.equals("T") ? state : -1);
        }
        return repaired ? builder.build() : table;
    }

    private static String repair(String kind) {
        return kind.equals("T") ? "taken as staying in the state" : "taken as uniform";
    }

    private static void repair(SparseTable table, int row, double sum, TableBuilder builder, int state) {
        if (sum > 0.0) {
            for (int k = table.start[row]; k < table.start[row + 1]; k++) {
                builder.set(row, table.column[k], table.value[k] / sum);
            }
        } else if (state >= 0) {
            builder.clear(row);
            builder.set(row, state, 1.0);
        } else {
            builder.uniform(row);
        }
    }
}
