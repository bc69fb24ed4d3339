package org.teleost.solvers.file;

import org.teleost.solvers.tabular.Names;

/** What the grammar of Cassandra's format is made of: expected tokens, numbers, and references to names. */
final class PomdpCursor {
    /** A wildcard among references. */
    static final int ANY = -1;

    final SourceText source;
    final PomdpScanner scanner;

    PomdpCursor(SourceText source) {
        this.source = source;
        scanner = new PomdpScanner(source);
    }

    Token kind() {
        return scanner.kind;
    }

    int place() {
        return scanner.start;
    }

    /** An error at the current token. */
    FormatException unexpected(String expected, String wayOut) {
        return source.error(scanner.start, "read " + scanner.shown() + ", expected " + expected + "; " + wayOut);
    }

    void colon(String form) {
        if (scanner.kind != Token.COLON) {
            throw unexpected("':'", "write " + form);
        }
        scanner.advance();
    }

    /** A number without a sign. */
    double unsigned(String what) {
        if (!scanner.kind.isNumber()) {
            String wayOut = scanner.kind == Token.MINUS || scanner.kind == Token.PLUS
                    ? "probabilities carry no sign: write it without"
                    : "write a number such as 0.25";
            throw unexpected(what, wayOut);
        }
        return finite();
    }

    /** A number after any sign; the sign is a token of its own. */
    double signed(String what) {
        boolean negative = scanner.kind == Token.MINUS;
        if (negative || scanner.kind == Token.PLUS) {
            scanner.advance();
        }
        if (!scanner.kind.isNumber()) {
            throw unexpected(what, "write a number such as -1.5");
        }
        double value = finite();
        return negative ? -value : value;
    }

    private double finite() {
        if (Double.isInfinite(scanner.number)) {
            throw unexpected("a number of at most 1.79e308", "write a smaller one");
        }
        double value = scanner.number;
        scanner.advance();
        return value;
    }

    /** A probability. */
    double probability() {
        if (scanner.kind == Token.PLUS) {
            source.lenience(scanner.start, "probabilities carry no sign", "write it without", "the sign is left out");
            scanner.advance();
        }
        int at = scanner.start;
        double value = unsigned("a probability");
        if (value > 1.0 + SourceText.SUM_TOLERANCE) {
            throw source.error(at, "probability " + value + " is above 1; write one in [0, 1]");
        }
        return value;
    }

    boolean numberFollows() {
        return scanner.kind.isNumber() || scanner.kind == Token.MINUS || scanner.kind == Token.PLUS;
    }

    /** A name, its number, or {@link #ANY} for {@code *}. */
    int reference(Names names, String what) {
        if (scanner.kind == Token.STAR) {
            scanner.advance();
            return ANY;
        }
        return one(names, what);
    }

    /** A name or its number. */
    int one(Names names, String what) {
        int found;
        if (scanner.kind == Token.INT) {
            if (scanner.number >= names.count()) {
                throw unexpected(
                        "a " + what + " from 0 to " + (names.count() - 1), "the file declares " + names.count());
            }
            found = (int) scanner.number;
        } else if (scanner.kind == Token.NAME) {
            found = names.find(scanner.text());
            if (found < 0) {
                throw unexpected("a " + what, NearestWord.hint(scanner.text(), names));
            }
        } else {
            String wayOut = scanner.kind.isReserved()
                    ? "it is a reserved word: use the " + what + "'s number"
                    : "write a name, a number from 0 to " + (names.count() - 1) + ", or *";
            throw unexpected("a " + what, wayOut);
        }
        scanner.advance();
        return found;
    }
}
