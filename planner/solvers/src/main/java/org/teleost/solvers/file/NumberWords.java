package org.teleost.solvers.file;

/** Reads a text file word by word, with places. */
final class NumberWords {
    final SourceText source;

    /** First byte of the current word, and the one after it. */
    int start;

    int end;

    NumberWords(SourceText source) {
        this.source = source;
        advance();
    }

    /** Moves to the next word; blanks, line ends and comments separate. */
    void advance() {
        int at = end;
        byte[] bytes = source.bytes;
        while (at < bytes.length && (bytes[at] <= ' ' && bytes[at] >= 0 || bytes[at] == '#')) {
            if (bytes[at] == '#') {
                while (at < bytes.length && bytes[at] != '\n') {
                    at++;
                }
            } else {
                at++;
            }
        }
        start = at;
        while (at < bytes.length && (bytes[at] > ' ' || bytes[at] < 0) && bytes[at] != '#') {
            at++;
        }
        end = at;
    }

    boolean atEnd() {
        return start >= source.bytes.length;
    }

    /** Whether the current word is the last of its line. */
    boolean lastOfLine() {
        for (int at = end; at < source.bytes.length; at++) {
            if (source.bytes[at] == '\n') {
                return true;
            } else if (source.bytes[at] > ' ') {
                return false;
            }
        }
        return true;
    }

    String text() {
        return new String(source.bytes, start, end - start, java.nio.charset.StandardCharsets.UTF_8);
    }

    FormatException unexpected(String expected, String wayOut) {
        String read = atEnd() ? "the end of the file" : "'" + PomdpxReader.shown(text()) + "'";
        return source.error(start, "read " + read + ", expected " + expected + "; " + wayOut);
    }

    double number(String what) {
        double value = Double.NaN;
        if (!atEnd() && end - start < 400) {
            try {
                value = Double.parseDouble(text());
            } catch (NumberFormatException e) {
                throw unexpected(what, "write a number such as -1.5");
            }
        }
        if (!Double.isFinite(value)) {
            throw unexpected(what, "write a number such as -1.5");
        }
        advance();
        return value;
    }

    int whole(String what, int below) {
        int value = -1;
        if (!atEnd() && end - start < 11 && text().matches("[0-9]+")) {
            long read = Long.parseLong(text());
            value = read < below ? (int) read : -1;
        }
        if (value < 0) {
            throw unexpected(what + " from 0 to " + (below - 1), "the problem has " + below);
        }
        advance();
        return value;
    }
}
