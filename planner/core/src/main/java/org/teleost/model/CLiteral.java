package org.teleost.model;

import java.util.regex.Pattern;

/** Numbers as C literals that a compiler reads back to the same bits. */
final class CLiteral {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private CLiteral() {}

    static String of(long value) {
        if (value == (int) value && value != Integer.MIN_VALUE) {
            return parenthesised(Long.toString(value));
        }
        // C has no negative literals: the smallest number is an expression
        return value == Long.MIN_VALUE ? "(-9223372036854775807LL - 1)" : parenthesised(value + "LL");
    }

    static String of(double value) {
        requireFinite(value);
        return parenthesised(Double.toHexString(value));
    }

    static String of(float value) {
        requireFinite(value);
        return parenthesised(Float.toHexString(value) + "f");
    }

    static void requireIdentifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name=" + name + "; use letters, digits and underscores, a letter first, as in C");
        }
    }

    private static String parenthesised(String literal) {
        return literal.startsWith("-") ? "(" + literal + ")" : literal;
    }

    private static void requireFinite(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "constant=" + value + "; C has no such literal, pass it in a table or use TL_INFINITY in the twin");
        }
    }
}
