package org.teleost.solvers.file;

import java.nio.charset.StandardCharsets;

/**
 * Splits a file in Cassandra's format into tokens, as the scanner of pomdp-solve does: a FLOAT begins with a digit and
 * may end in its dot, signs are tokens, {@code #} begins a comment, blanks and line ends only separate. One token is
 * current.
 */
final class PomdpScanner {
    final SourceText source;

    /** The current token: kind, first byte, number. */
    Token kind;

    int start;
    double number;

    private final byte[] bytes;
    private int end;

    PomdpScanner(SourceText source) {
        this.source = source;
        bytes = source.bytes;
        if (bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF) {
            end = 3;
        }
        advance();
    }

    /** Moves to the next token. */
    void advance() {
        start = blank(end);
        if (start == bytes.length) {
            end = start;
            kind = Token.END;
            return;
        }
        byte c = bytes[start];
        if (isDigit(c)) {
            scanNumber();
            if (end < bytes.length && (isLetter(bytes[end]) || bytes[end] == '_')) {
                source.lenience(start, "a name can't begin with a digit", "begin it with a letter", "taken as a name");
                scanWord();
                kind = Token.NAME;
            }
        } else if (isLetter(c)) {
            scanWord();
            kind = end - start == 1 && c != 'T' && c != 'O' && c != 'R' ? Token.NAME : Token.ofWord(text());
        } else {
            scanSign(c);
        }
    }

    private void scanWord() {
        end = start + 1;
        while (end < bytes.length && isNamePart(bytes[end])) {
            end++;
        }
    }

    private void scanSign(byte c) {
        end = start + 1;
        kind = switch (c) {
            case ':' -> Token.COLON;
            case '*' -> Token.STAR;
            case '+' -> Token.PLUS;
            case '-' -> Token.MINUS;
            default -> Token.OTHER;
        };
        if (c == '.' && end < bytes.length && isDigit(bytes[end])) {
            source.lenience(
                    start, "a number can't begin with a dot", "write a zero before it", "taken with a zero before it");
            scanNumber();
        }
    }

    /** digits, digits '.' digits*, either with an exponent. */
    private void scanNumber() {
        int at = start;
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        for (; at < bytes.length && isDigit(bytes[at]); at++) {
            mantissa = digits < 18 ? 10 * mantissa + bytes[at] - '0' : mantissa;
            digits += mantissa == 0 ? 0 : 1;
        }
        kind = Token.INT;
        int whole = at;
        if (at < bytes.length && (bytes[at] == '.' || decimalComma(at))) {
            kind = Token.FLOAT;
            for (at++; at < bytes.length && isDigit(bytes[at]); at++) {
                mantissa = digits < 18 ? 10 * mantissa + bytes[at] - '0' : mantissa;
                digits += mantissa == 0 ? 0 : 1;
                scale--;
            }
        }
        int power = exponentEnd(at);
        if (power > at) {
            kind = Token.FLOAT;
        }
        end = power;
        // 15 digits and powers to 10^22 are exact in double, so one operation rounds as it should
        if (digits <= 15 && scale >= -22 && power == at) {
            number = scale == 0 ? mantissa : mantissa / POWERS[-scale];
        } else {
            number = Double.parseDouble(text().replace(',', '.'));
        }
        if (kind == Token.INT && whole - start > 15) {
            number = Double.parseDouble(text());
        }
    }

    private boolean decimalComma(int at) {
        boolean comma = bytes[at] == ',' && at + 1 < bytes.length && isDigit(bytes[at + 1]);
        if (comma) {
            source.lenience(at, "read ',' in a number", "write a dot", "taken as a decimal point");
        }
        return comma;
    }

    private int exponentEnd(int from) {
        int at = from;
        if (at >= bytes.length || bytes[at] != 'e' && bytes[at] != 'E') {
            return from;
        }
        at++;
        if (at < bytes.length && (bytes[at] == '+' || bytes[at] == '-')) {
            at++;
        }
        if (at >= bytes.length || !isDigit(bytes[at])) {
            return from;
        }
        while (at < bytes.length && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    private int blank(int from) {
        int at = from;
        while (at < bytes.length) {
            byte c = bytes[at];
            if (c == '#') {
                while (at < bytes.length && bytes[at] != '\n') {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Whether the token after the current one is a colon. */
    boolean colonFollows() {
        int at = blank(end);
        return at < bytes.length && bytes[at] == ':';
    }

    /** Text of the current token. */
    String text() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** The current token for an error message. */
    String shown() {
        if (kind == Token.END) {
            return kind.text;
        }
        int stop = end;
        // a character of several bytes, or a word that a digit began, is shown as a whole
        while (kind == Token.OTHER && stop < bytes.length && (bytes[stop] & 0xC0) == 0x80) {
            stop++;
        }
        String text = new String(bytes, start, Math.min(stop, start + 60) - start, StandardCharsets.UTF_8);
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.append(Character.isISOControl(c) ? "?" : Character.toString(c)));
        return "'" + plain + (stop > start + 60 ? "..." : "") + "'";
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isNamePart(byte c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '-';
    }

    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1.0;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10.0 * POWERS[i - 1];
        }
    }
}
