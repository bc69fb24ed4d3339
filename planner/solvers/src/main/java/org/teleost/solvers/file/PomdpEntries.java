package org.teleost.solvers.file;

import java.util.Arrays;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.Names;
import org.teleost.solvers.tabular.RewardRules;
import org.teleost.solvers.tabular.TableBuilder;
import org.teleost.solvers.tabular.TooLargeException;

/**
 * The second part of a file in Cassandra's format: the entries T, O and R, of which later ones override earlier ones.
 */
final class PomdpEntries {
    private static final int ANY = PomdpCursor.ANY;

    final TableBuilder transition;

    /** Null for an MDP. */
    final TableBuilder observation;

    final RewardRules rewards = new RewardRules();

    /** Place of the last entry that wrote to a row, -1 for none. */
    final int[] transitionPlace;

    final int[] observationPlace;

    private final PomdpCursor cursor;
    private final PomdpPreamble preamble;
    private final Names states;
    private final Names actions;
    private final Names observations;
    private final double sign;
    private final double[] numbers;

    /** Reads to the end of the file. */
    PomdpEntries(PomdpCursor cursor, PomdpPreamble preamble) {
        this.cursor = cursor;
        this.preamble = preamble;
        states = preamble.states;
        actions = preamble.actions;
        observations = preamble.observations;
        sign = preamble.cost ? -1.0 : 1.0;
        long rows = (long) actions.count() * states.count();
        transition = new TableBuilder("T", rows, states.count());
        observation = observations == null ? null : new TableBuilder("O", rows, observations.count());
        transitionPlace = new int[(int) rows];
        observationPlace = new int[observations == null ? 0 : (int) rows];
        Arrays.fill(transitionPlace, -1);
        Arrays.fill(observationPlace, -1);
        numbers = new double[Math.max(states.count(), observations == null ? 0 : observations.count())];
        int at = 0;
        try {
            while (cursor.kind() != Token.END) {
                at = cursor.place();
                entry(at);
            }
        } catch (TooLargeException e) {
            throw cursor.source.error(at, e.getMessage());
        }
    }

    private void entry(int at) {
        Token kind = cursor.kind();
        if (kind != Token.T && kind != Token.O && kind != Token.R) {
            String wayOut = cursor.numberFollows()
                    ? "the entry before has all its numbers already"
                    : "the preamble and the start stand before the first T, O and R";
            throw cursor.unexpected("'T', 'O', 'R' or the end of the file", wayOut);
        }
        cursor.scanner.advance();
        cursor.colon(kind + ": ACTION ...");
        int action = cursor.reference(actions, "action");
        switch (kind) {
            case T -> probabilities(at, action, states, "state", transition, transitionPlace);
            case O -> {
                if (observations == null) {
                    throw cursor.source.error(at, "an O entry in a file without observations; write observations: ...");
                }
                probabilities(at, action, observations, "observation", observation, observationPlace);
            }
            default -> reward(action);
        }
    }

    /** {@code : s : c p}, {@code : s} and a row, or a matrix. */
    private void probabilities(int at, int action, Names columns, String what, TableBuilder table, int[] places) {
        if (cursor.kind() != Token.COLON) {
            matrix(at, action, columns, what, table, places);
            return;
        }
        cursor.scanner.advance();
        int state = cursor.reference(states, "state");
        if (cursor.kind() != Token.COLON) {
            row(at, action, state, columns, what, table, places);
            return;
        }
        cursor.scanner.advance();
        int column = cursor.reference(columns, what);
        if (cursor.kind() == Token.COLON) {
            cursor.source.lenience(
                    cursor.place(), "read ':' before the probability", "remove it", "the colon is left out");
            cursor.scanner.advance();
        }
        double value = cursor.probability();
        if (value != 0.0) {
            checkSize(table, action, state, column == ANY ? columns.count() : 1);
        }
        for (int a = first(action); a <= last(action, actions); a++) {
            for (int s = first(state); s <= last(state, states); s++) {
                int r = a * states.count() + s;
                places[r] = at;
                if (column == ANY && value == 0.0) {
                    table.clear(r);
                    continue;
                }
                for (int c = first(column); c <= last(column, columns); c++) {
                    table.set(r, c, value);
                }
            }
        }
    }

    private void row(int at, int action, int state, Names columns, String what, TableBuilder table, int[] places) {
        boolean uniform = cursor.kind() == Token.UNIFORM;
        boolean reset = cursor.kind() == Token.RESET && table == transition;
        if (uniform || reset) {
            cursor.scanner.advance();
        } else {
            numbers(columns.count(), "probability", what, true);
        }
        double[] values = reset ? preamble.start : numbers;
        checkSize(table, action, state, uniform ? columns.count() : 1);
        for (int a = first(action); a <= last(action, actions); a++) {
            for (int s = first(state); s <= last(state, states); s++) {
                write(at, a * states.count() + s, uniform ? null : values, table, places);
            }
        }
    }

    private void matrix(int at, int action, Names columns, String what, TableBuilder table, int[] places) {
        boolean uniform = cursor.kind() == Token.UNIFORM;
        boolean identity = cursor.kind() == Token.IDENTITY;
        if (identity && table == observation) {
            identityOfObservations();
        }
        if (uniform || identity) {
            cursor.scanner.advance();
        } else if (!cursor.numberFollows()) {
            throw cursor.unexpected(
                    "':', a matrix" + (table == transition ? ", 'uniform' or 'identity'" : " or 'uniform'"),
                    "a matrix has a row of " + columns.count() + " " + what + "s for each of " + states.count()
                            + " states");
        }
        checkSize(table, action, ANY, uniform ? columns.count() : 1);
        for (int s = 0; s < states.count(); s++) {
            if (!uniform && !identity) {
                numbers(columns.count(), "probability", what, true);
            }
            for (int a = first(action); a <= last(action, actions); a++) {
                int r = a * states.count() + s;
                if (identity) {
                    table.clear(r);
                    table.set(r, s, 1.0);
                    places[r] = at;
                } else {
                    write(at, r, uniform ? null : numbers, table, places);
                }
            }
        }
    }

    /** The grammar has no identity for O; where there are as many observations as states, it is clear what is meant. */
    private void identityOfObservations() {
        if (observations.count() != states.count()) {
            throw cursor.unexpected(
                    "':', a matrix or 'uniform'",
                    "'identity' needs as many observations as states, here " + observations.count() + " and "
                            + states.count());
        }
        cursor.source.lenience(
                cursor.place(),
                "O knows no 'identity'",
                "write the matrix",
                "each state shows the observation of its number");
    }

    /** Refuses at once what one entry alone would make too large. */
    private void checkSize(TableBuilder table, int action, int state, int columns) {
        long rows = (action == ANY ? (long) actions.count() : 1L) * (state == ANY ? states.count() : 1L);
        Limits.check((table == transition ? "T" : "O") + " entries", rows * columns, Limits.ENTRIES);
    }

    private static void write(int at, int row, double[] values, TableBuilder table, int[] places) {
        places[row] = at;
        if (values == null) {
            table.uniform(row);
        } else {
            table.setRow(row, values);
        }
    }

    /** Fills {@link #numbers} with so many. */
    private void numbers(int count, String kind, String what, boolean probability) {
        for (int i = 0; i < count; i++) {
            if (!cursor.numberFollows()) {
                throw cursor.unexpected(kind + " " + (i + 1) + " of " + count, "a row has one number per " + what);
            }
            numbers[i] = probability ? cursor.probability() : sign * cursor.signed("a reward");
        }
    }

    private void reward(int action) {
        if (cursor.kind() != Token.COLON) {
            if (observations != null) {
                throw cursor.unexpected("':' and a state", "write R: action : state : next-state : observation value");
            }
            for (int s = 0; s < states.count(); s++) {
                rewardRow(action, s, ANY);
            }
            return;
        }
        cursor.scanner.advance();
        int state = cursor.reference(states, "state");
        if (cursor.kind() != Token.COLON) {
            if (observations == null) {
                rewardRow(action, state, ANY);
                return;
            }
            for (int next = 0; next < states.count(); next++) {
                rewardRow(action, state, next);
            }
            return;
        }
        cursor.scanner.advance();
        int next = cursor.reference(states, "state");
        if (observations == null) {
            rewards.add(action, state, next, ANY, rewardValue());
        } else if (cursor.kind() != Token.COLON) {
            rewardRow(action, state, next);
        } else {
            cursor.scanner.advance();
            int seen = cursor.reference(observations, "observation");
            rewards.add(action, state, next, seen, rewardValue());
        }
    }

    private double rewardValue() {
        if (cursor.kind() == Token.COLON) {
            cursor.source.lenience(cursor.place(), "read ':' before the reward", "remove it", "the colon is left out");
            cursor.scanner.advance();
        }
        return sign * cursor.signed("a reward");
    }

    /** A row over observations, or over next states in an MDP. */
    private void rewardRow(int action, int state, int next) {
        Names columns = observations == null ? states : observations;
        numbers(columns.count(), "reward", observations == null ? "next state" : "observation", false);
        for (int c = 0; c < columns.count(); c++) {
            if (observations == null) {
                rewards.add(action, state, c, ANY, numbers[c]);
            } else {
                rewards.add(action, state, next, c, numbers[c]);
            }
        }
    }

    private static int first(int index) {
        return index == ANY ? 0 : index;
    }

    private static int last(int index, Names names) {
        return index == ANY ? names.count() - 1 : index;
    }
}
