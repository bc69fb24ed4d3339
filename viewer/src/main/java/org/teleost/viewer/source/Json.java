package org.teleost.viewer.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses the JSON of step records: objects become maps, arrays of numbers and nulls become {@code double[]} (null as
 * NaN), other arrays become lists, numbers become Double. Throws {@link IllegalArgumentException} with the offset when
 * the text is not JSON; nesting is limited.
 */
final class Json {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** Parses an object. */
    static Map<String, Object> object(String text) {
        Json json = new Json(text);
        json.space();
        Map<String, Object> result = json.object();
        json.space();
        if (json.at != text.length()) {
            throw json.wrong("end of text expected");
        }
        return result;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        enter('{');
        Map<String, Object> members = new LinkedHashMap<>();
        if (!leave('}')) {
            do {
                space();
                String name = string();
                space();
                expect(':');
                space();
                members.put(name, value());
            } while (more('}'));
        }
        return members;
    }

    /** Most arrays are long columns of numbers; they never box. */
    private Object array() {
        enter('[');
        if (leave(']')) {
            return new double[0];
        }
        char first = peek();
        return first == '-' || first >= '0' && first <= '9' || first == 'n' ? numbers() : values();
    }

    private double[] numbers() {
        double[] numbers = new double[16];
        int count = 0;
        do {
            space();
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            if (peek() == 'n') {
                word("null", null);
                numbers[count++] = Double.NaN;
            } else {
                numbers[count++] = number();
            }
        } while (more(']'));
        return Arrays.copyOf(numbers, count);
    }

    private List<Object> values() {
        List<Object> values = new ArrayList<>();
        do {
            space();
            values.add(value());
        } while (more(']'));
        return values;
    }

    private double number() {
        int start = at;
        long digits = 0;
        boolean plain = true;
        boolean negative = peek() == '-';
        at += negative ? 1 : 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + c - '0';
            } else if (c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-') {
                plain = false;
            } else {
                break;
            }
            at++;
        }
        int length = at - start;
        if (length == (negative ? 1 : 0)) {
            throw wrong("value expected");
        }
        if (plain && length <= 15) {
            return negative ? -digits : digits;
        }
        try {
            return Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw wrong("number expected");
        }
    }

    private String string() {
        expect('"');
        int end = at;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '"') {
            String plain = text.substring(at, end);
            at = end + 1;
            return plain;
        }
        return escaped();
    }

    private String escaped() {
        StringBuilder result = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return result.toString();
            }
            result.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() {
        char c = next();
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> c;
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw wrong("four hexadecimal digits expected");
            }
            code = 16 * code + digit;
        }
        return (char) code;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("value expected");
        }
        at += word.length();
        return value;
    }

    private void enter(char open) {
        expect(open);
        if (++depth > DEEPEST) {
            throw wrong("nested deeper than " + DEEPEST);
        }
        space();
    }

    private boolean leave(char close) {
        if (peek() != close) {
            return false;
        }
        at++;
        depth--;
        return true;
    }

    private boolean more(char close) {
        space();
        if (leave(close)) {
            return false;
        }
        expect(',');
        return true;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("'" + wanted + "' expected");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("text ends early");
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void space() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("not JSON at offset " + at + " of " + text.length() + ": " + what);
    }
}
