package org.teleost.viewer.app;

import java.util.Optional;
import java.util.function.LongSupplier;

/** A line of text that is shown for a few seconds. Owned by one thread. */
final class Notice {
    private static final double SECONDS = 4.0;

    private final LongSupplier nanoTime;
    private String text = "";
    private long until;

    /** @param nanoTime clock */
    Notice(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Shows the text from now on, in place of an earlier one. */
    void show(String line) {
        text = line;
        until = nanoTime.getAsLong() + (long) (1e9 * SECONDS);
    }

    /** Whether a text was shown in the last picture or is about to be. */
    boolean shown() {
        return !text.isEmpty();
    }

    /** The text to show now. */
    Optional<String> text() {
        if (!text.isEmpty() && nanoTime.getAsLong() > until) {
            text = "";
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
