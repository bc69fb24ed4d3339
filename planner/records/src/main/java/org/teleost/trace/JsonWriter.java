package org.teleost.trace;

/**
 * Writes JSON (RFC 8259) into a text. Commas are placed by themselves; the caller keeps objects and arrays balanced.
 * Numbers that JSON lacks (NaN and the infinities) become null.
 */
final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder(4096);

    void clear() {
        text.setLength(0);
    }

    String text() {
        return text.toString();
    }

    JsonWriter open(char bracket) {
        separate();
        text.append(bracket);
        return this;
    }

    JsonWriter close(char bracket) {
        text.append(bracket);
        return this;
    }

    /** A member's name; its value must follow. */
    JsonWriter name(String name) {
        value(name);
        text.append(':');
        return this;
    }

    JsonWriter value(double number) {
        separate();
        if (Double.isFinite(number)) {
            text.append(number);
        } else {
            text.append("null");
        }
        return this;
    }

    JsonWriter value(float number) {
        separate();
        if (Float.isFinite(number)) {
            text.append(number);
        } else {
            text.append("null");
        }
        return this;
    }

    JsonWriter value(long number) {
        separate();
        text.append(number);
        return this;
    }

    JsonWriter value(boolean truth) {
        separate();
        text.append(truth);
        return this;
    }

    JsonWriter value(String string) {
        separate();
        if (string == null) {
            text.append("null");
            return this;
        }
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            escape(string.charAt(i));
        }
        text.append('"');
        return this;
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                // control characters must be escaped; lone surrogates have no UTF-8 form
                if (c < 0x20 || c == 0x7F || Character.isSurrogate(c)) {
                    text.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        text.append(HEX.charAt(c >>> shift & 0xF));
                    }
                } else {
                    text.append(c);
                }
            }
        }
    }

    /** Puts a comma unless the value is the first of its object or array or follows a name. */
    private void separate() {
        int length = text.length();
        if (length > 0 && "{[:".indexOf(text.charAt(length - 1)) < 0) {
            text.append(',');
        }
    }
}
