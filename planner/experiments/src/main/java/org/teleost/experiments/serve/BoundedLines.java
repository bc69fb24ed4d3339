package org.teleost.experiments.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Reads lines of a bounded length, whatever a client sends: the rest of a longer one is passed over. */
public final class BoundedLines {
    private final Reader reader;
    private final int longest;

    /** @param longest characters after which a line is cut */
    public BoundedLines(Reader reader, int longest) {
        this.reader = new BufferedReader(reader);
        this.longest = longest;
    }

    /** The next line, cut to {@code longest + 1} characters; null at the end. */
    public String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int read = reader.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.length() <= longest) {
                line.append((char) read);
            }
            read = reader.read();
        }
        return line.toString();
    }
}
