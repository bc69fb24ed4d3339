package org.teleost.experiments.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Text on its way to a terminal. Names in files and answers of other programs may hold anything; what would move the
 * cursor, rename the window, reach the clipboard or turn the direction of writing is shown as backslash, u and its
 * number, which JSON reads as the character that it stands for. Line ends, tabs and colours pass, and a carriage return
 * where a printed text begins.
 */
final class PrintableText extends Writer {
    private static final char ESCAPE = 0x1B;

    private final PrintStream out;

    private PrintableText(PrintStream out) {
        this.out = out;
    }

    /** A writer that shows controls escaped; it reports what the stream could not write. */
    static PrintWriter over(PrintStream out) {
        return new PrintWriter(new PrintableText(out), true);
    }

    static String escaped(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (passes(c) || c == '\r' && (i == 0 || i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                result.append(c);
            } else if (isColour(text, i)) {
                int end = text.indexOf('m', i);
                result.append(text, i, end + 1);
                i = end;
            } else {
                result.append(String.format("\\" + "u%04x", (int) c));
            }
        }
        return result.toString();
    }

    private static boolean passes(char c) {
        boolean turnsDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return c == '\n' || c == '\t' || !Character.isISOControl(c) && !turnsDirection;
    }

    /** ESC [ digits and semicolons m. */
    private static boolean isColour(String text, int at) {
        if (!text.startsWith(ESCAPE + "[", at)) {
            return false;
        }
        int end = at + 2;
        while (end < text.length() && (text.charAt(end) == ';' || Character.isDigit(text.charAt(end)))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == 'm';
    }

    @Override
    public void write(char[] text, int from, int length) {
        out.print(escaped(new String(text, from, length)));
    }

    @Override
    public void write(String text, int from, int length) {
        out.print(escaped(text.substring(from, from + length)));
    }

    @Override
    public void flush() throws IOException {
        if (out.checkError()) {
            throw new IOException("output was lost");
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
