package org.teleost.solvers.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.Names;

/**
 * The first part of a file in Cassandra's format: discount, values, states, actions and observations in any order, then
 * the start.
 */
final class PomdpPreamble {
    final double discount;
    final boolean cost;
    final Names states;
    final Names actions;

    /** Null for an MDP. */
    final Names observations;

    final double[] start;

    /** States that some old files declare as terminal; empty in the grammar proper. */
    final Set<Integer> terminal = new HashSet<>();

    private final PomdpCursor cursor;
    private final SourceText source;

    private Double readDiscount;
    private Boolean readCost;
    private Names readStates;
    private Names readActions;
    private Names readObservations;
    private final List<Integer> readTerminal = new ArrayList<>();

    /** Reads up to the first T, O or R. */
    PomdpPreamble(PomdpCursor cursor) {
        this.cursor = cursor;
        source = cursor.source;
        while (parameter()) {
            // each call reads one line of the preamble
        }
        if (readDiscount == null) {
            missing("discount: 0.95", "taken as 1");
            readDiscount = 1.0;
        }
        if (readCost == null) {
            missing("values: reward", "taken as reward");
            readCost = false;
        }
        if (readStates == null || readActions == null) {
            throw cursor.unexpected(
                    "'" + (readStates == null ? "states" : "actions") + ":'",
                    "every file declares its states and actions before the start and the first T");
        }
        discount = readDiscount;
        cost = readCost;
        states = readStates;
        actions = readActions;
        observations = readObservations;
        for (int state : readTerminal) {
            if (state >= states.count()) {
                throw source.error(
                        cursor.place(), "E: " + state + " is not a state; states are 0 to " + (states.count() - 1));
            }
            terminal.add(state);
        }
        start = cursor.kind() == Token.START ? start() : uniform();
    }

    private void missing(String line, String repair) {
        String key = line.substring(0, line.indexOf(':'));
        source.lenience(cursor.place(), "the line '" + key + ":' is missing before this", "write " + line, repair);
    }

    private boolean parameter() {
        int at = cursor.place();
        Token key = cursor.kind();
        switch (key) {
            case DISCOUNT, VALUES, STATES, ACTIONS, OBSERVATIONS -> {
                cursor.scanner.advance();
                cursor.colon(key.name().toLowerCase(java.util.Locale.ROOT) + ": ...");
            }
            case NAME -> {
                if (source.lenient && cursor.scanner.text().equals("E") && cursor.scanner.colonFollows()) {
                    terminalStates(at);
                    return true;
                }
                throw wrongLine();
            }
            case START, T, O, R, END -> {
                return false;
            }
            default -> throw wrongLine();
        }
        switch (key) {
            case DISCOUNT -> readDiscount = once(readDiscount, readDiscount(), key, at);
            case VALUES -> readCost = once(readCost, readCost(), key, at);
            case STATES -> readStates = once(readStates, names("state"), key, at);
            case ACTIONS -> readActions = once(readActions, names("action"), key, at);
            default -> readObservations = once(readObservations, names("observation"), key, at);
        }
        return true;
    }

    private FormatException wrongLine() {
        return cursor.unexpected(
                "'discount', 'values', 'states', 'actions', 'observations', 'start', 'T', 'O' or 'R'",
                "the preamble is lines such as 'states: left right', then an optional start, then T, O and R");
    }

    private <X> X once(X before, X now, Token key, int at) {
        if (before != null) {
            source.lenience(at, "a second " + key.text + " line", "remove one of them", "the last one counts");
        }
        return now;
    }

    private void terminalStates(int at) {
        source.warn(at, "'E:' is not in the grammar; taken as terminal states, absorbing and without reward");
        cursor.scanner.advance();
        cursor.scanner.advance();
        while (cursor.kind() == Token.INT) {
            readTerminal.add((int) Math.min(Integer.MAX_VALUE, cursor.scanner.number));
            cursor.scanner.advance();
        }
    }

    private double readDiscount() {
        int at = cursor.place();
        double value = cursor.signed("the discount");
        if (!(value >= 0.0 && value <= 1.0)) {
            throw source.error(at, "discount " + value + " is outside [0, 1]; write for example 0.95");
        }
        return value;
    }

    private boolean readCost() {
        Token kind = cursor.kind();
        if (kind == Token.NAME
                && (cursor.scanner.text().equals("rewards")
                        || cursor.scanner.text().equals("costs"))) {
            String meant =
                    cursor.scanner.text().substring(0, cursor.scanner.text().length() - 1);
            source.lenience(
                    cursor.place(),
                    "read " + cursor.scanner.shown() + ", expected 'reward' or 'cost'",
                    "write values: " + meant,
                    "taken as " + meant);
            cursor.scanner.advance();
            return meant.equals("cost");
        }
        if (kind != Token.REWARD && kind != Token.COST) {
            throw cursor.unexpected("'reward' or 'cost'", "write values: reward");
        }
        cursor.scanner.advance();
        return kind == Token.COST;
    }

    private Names names(String what) {
        if (cursor.kind() == Token.INT) {
            if (cursor.scanner.number < 1 || cursor.scanner.number > Limits.NAMES) {
                throw cursor.unexpected("1 to " + Limits.NAMES + " " + what + "s", "the limit is " + Limits.NAMES);
            }
            Names numbered = Names.numbered((int) cursor.scanner.number);
            cursor.scanner.advance();
            return numbered;
        }
        List<String> list = new ArrayList<>();
        Set<String> known = new HashSet<>();
        while (cursor.kind() == Token.NAME && !(source.lenient && cursor.scanner.colonFollows())) {
            if (!known.add(cursor.scanner.text())) {
                throw cursor.unexpected("another " + what, "that name was given before: names must differ");
            }
            list.add(cursor.scanner.text());
            Limits.check(what + "s", list.size(), Limits.NAMES);
            cursor.scanner.advance();
        }
        if (list.isEmpty()) {
            String wayOut = cursor.kind().isReserved()
                    ? "it is a reserved word: choose another name"
                    : "names begin with a letter and hold letters, digits, _ and -";
            throw cursor.unexpected("the number of " + what + "s or their names", wayOut);
        }
        return Names.of(list);
    }

    private double[] uniform() {
        double[] all = new double[states.count()];
        Arrays.fill(all, 1.0 / states.count());
        return all;
    }

    private double[] start() {
        cursor.scanner.advance();
        Token kind = cursor.kind();
        if (kind == Token.INCLUDE || kind == Token.EXCLUDE) {
            cursor.scanner.advance();
            cursor.colon("start include: STATE ...");
            return uniformOver(listed(kind == Token.INCLUDE));
        }
        cursor.colon("start: ...");
        if (cursor.kind() == Token.UNIFORM) {
            cursor.scanner.advance();
            return uniform();
        }
        if (cursor.kind() == Token.NAME) {
            boolean[] chosen = new boolean[states.count()];
            chosen[cursor.one(states, "state")] = true;
            if (cursor.kind() == Token.NAME) {
                source.lenience(
                        cursor.place(),
                        "read a second state " + cursor.scanner.shown() + " after 'start:', which takes one",
                        "write start include: ...",
                        "taken as start include");
                while (cursor.kind() == Token.NAME) {
                    chosen[cursor.one(states, "state")] = true;
                }
            }
            return uniformOver(chosen);
        }
        return probabilities();
    }

    private boolean[] listed(boolean include) {
        boolean[] chosen = new boolean[states.count()];
        Arrays.fill(chosen, !include);
        if (cursor.kind() != Token.NAME && cursor.kind() != Token.INT) {
            throw cursor.unexpected("a state", "write at least one state");
        }
        while (cursor.kind() == Token.NAME || cursor.kind() == Token.INT) {
            chosen[cursor.one(states, "state")] = include;
        }
        return chosen;
    }

    private double[] uniformOver(boolean[] chosen) {
        int count = 0;
        for (boolean c : chosen) {
            count += c ? 1 : 0;
        }
        if (count == 0) {
            throw cursor.unexpected("a start with at least one state", "exclude fewer states");
        }
        double[] all = new double[chosen.length];
        for (int s = 0; s < all.length; s++) {
            all[s] = chosen[s] ? 1.0 / count : 0.0;
        }
        return all;
    }

    private double[] probabilities() {
        int at = cursor.place();
        int count = states.count();
        boolean whole = cursor.kind() == Token.INT;
        double only = cursor.scanner.number;
        double[] all = new double[count];
        int given = 0;
        double sum = 0.0;
        while (cursor.kind().isNumber()) {
            if (given == count) {
                throw cursor.unexpected("'T', 'O' or 'R'", "the start has " + count + " probabilities already");
            }
            whole &= cursor.kind() == Token.INT;
            only = given == 0 ? cursor.scanner.number : only;
            all[given] = given == 0 && whole ? cursor.unsigned("a probability") : cursor.probability();
            sum += all[given++];
        }
        if (given == 1 && count > 1 && whole) {
            return single(at, only);
        }
        if (given < count) {
            throw cursor.unexpected(
                    "probability " + (given + 1) + " of " + count,
                    "write one per state, or start: uniform, start: NAME, start include: NAMES");
        }
        return checkedStart(at, all, sum);
    }

    /** {@code start: 5} is documented as state 5, though the grammar reads a list of one probability. */
    private double[] single(int at, double state) {
        if (state >= states.count()) {
            throw source.error(
                    at, "state " + (long) state + " is not a state; states are 0 to " + (states.count() - 1));
        }
        source.warn(
                at,
                "'start: " + (int) state + "' is taken as the state of that number; other readers take it as a"
                        + " list of one probability");
        double[] all = new double[states.count()];
        all[(int) state] = 1.0;
        return all;
    }

    private double[] checkedStart(int at, double[] all, double sum) {
        if (Math.abs(sum - 1.0) > SourceText.SUM_TOLERANCE) {
            if (!(sum > 0.0)) {
                throw source.error(at, "the start's probabilities sum to 0; they must sum to 1");
            }
            source.lenience(
                    at, "the start's probabilities sum to " + sum, "they must sum to 1 within 1e-5", "scaled to sum 1");
            for (int s = 0; s < all.length; s++) {
                all[s] /= sum;
            }
        }
        return all;
    }
}
