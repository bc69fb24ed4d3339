package org.teleost.solvers.file;

import java.util.Map;

/** Kinds of tokens in Cassandra's format; the reserved words are case-sensitive. */
enum Token {
    END("the end of the file"),
    NAME("a name"),
    INT("a whole number"),
    FLOAT("a number"),
    COLON("':'"),
    STAR("'*'"),
    PLUS("'+'"),
    MINUS("'-'"),
    OTHER("something else"),
    DISCOUNT("'discount'"),
    VALUES("'values'"),
    STATES("'states'"),
    ACTIONS("'actions'"),
    OBSERVATIONS("'observations'"),
    START("'start'"),
    T("'T'"),
    O("'O'"),
    R("'R'"),
    UNIFORM("'uniform'"),
    IDENTITY("'identity'"),
    RESET("'reset'"),
    REWARD("'reward'"),
    COST("'cost'"),
    INCLUDE("'include'"),
    EXCLUDE("'exclude'");

    private static final Map<String, Token> RESERVED = Map.ofEntries(
            Map.entry("discount", DISCOUNT),
            Map.entry("values", VALUES),
            Map.entry("states", STATES),
            Map.entry("actions", ACTIONS),
            Map.entry("observations", OBSERVATIONS),
            Map.entry("start", START),
            Map.entry("T", T),
            Map.entry("O", O),
            Map.entry("R", R),
            Map.entry("uniform", UNIFORM),
            Map.entry("identity", IDENTITY),
            Map.entry("reset", RESET),
            Map.entry("reward", REWARD),
            Map.entry("cost", COST),
            Map.entry("include", INCLUDE),
            Map.entry("exclude", EXCLUDE));

    final String text;

    Token(String text) {
        this.text = text;
    }

    /** The reserved word or {@link #NAME}. */
    static Token ofWord(String word) {
        return word.length() > 12 ? NAME : RESERVED.getOrDefault(word, NAME);
    }

    boolean isReserved() {
        return RESERVED.containsValue(this);
    }

    boolean isNumber() {
        return this == INT || this == FLOAT;
    }
}
