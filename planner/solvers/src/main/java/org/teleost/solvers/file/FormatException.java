package org.teleost.solvers.file;

/** A file breaks its grammar; the message begins with {@code FILE:LINE:COLUMN} and ends with the way out. */
public final class FormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    /** Line and column count from 1; 0 where the file as a whole is meant. */
    public FormatException(String file, int line, int column, String message) {
        super(file + (line > 0 ? ":" + line + ":" + column : "") + ": " + message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
