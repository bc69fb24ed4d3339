package org.teleost.plan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one decision may spend: wall time, simulated episodes, passes, or the first of several to run out. A budget
 * without a time limit gives the same decision, bit for bit, on any number of threads.
 *
 * @param nanos wall time in nanoseconds, {@link Long#MAX_VALUE} for no limit
 * @param episodes number of episodes, {@link Long#MAX_VALUE} for no limit
 * @param passes number of planning passes, {@link Integer#MAX_VALUE} for no limit
 */
public record Budget(long nanos, long episodes, int passes) {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ns|us|ms|s|ep|episodes|passes)");

    public Budget {
        if (nanos < 1 || episodes < 1 || passes < 1) {
            throw new IllegalArgumentException("budget nanos=" + nanos + " episodes=" + episodes + " passes=" + passes
                    + "; each limit must be at least 1");
        }
        if (nanos == Long.MAX_VALUE && episodes == Long.MAX_VALUE && passes == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("unlimited budget; limit time, episodes or passes");
        }
    }

    public static Budget ofMillis(double millis) {
        return new Budget(Math.round(millis * 1e6), Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    public static Budget ofEpisodes(long episodes) {
        return new Budget(Long.MAX_VALUE, episodes, Integer.MAX_VALUE);
    }

    public static Budget ofPasses(int passes) {
        return new Budget(Long.MAX_VALUE, Long.MAX_VALUE, passes);
    }

    /** True when a wall-clock limit is set. */
    public boolean timed() {
        return nanos != Long.MAX_VALUE;
    }

    /** Parses {@code 100ms}, {@code 0.5s}, {@code 20000ep}, {@code 30passes} or several joined by commas. */
    public static Budget parse(String text) {
        long nanos = Long.MAX_VALUE;
        long episodes = Long.MAX_VALUE;
        int passes = Integer.MAX_VALUE;
        for (String part : text.trim().toLowerCase(Locale.ROOT).split(",", -1)) {
            Matcher matcher = PART.matcher(part.trim());
            if (!matcher.matches() || !(Double.parseDouble(matcher.group(1)) > 0)) {
                throw new IllegalArgumentException("budget '" + text
                        + "' is not understood; write a positive amount with a unit: 100ms, 1s, 20000ep or 30passes");
            }
            double amount = Double.parseDouble(matcher.group(1));
            String unit = matcher.group(2);
            boolean repeated =
                    switch (unit) {
                        case "ns", "us", "ms", "s" -> nanos != Long.MAX_VALUE;
                        case "passes" -> passes != Integer.MAX_VALUE;
                        default -> episodes != Long.MAX_VALUE;
                    };
            if (repeated) {
                throw new IllegalArgumentException("budget '" + text + "' limits one thing twice, the second time by '"
                        + part.trim() + "'; give each of time, episodes and passes at most once, as in 100ms,20000ep");
            }
            switch (unit) {
                case "ns" -> nanos = Math.round(amount);
                case "us" -> nanos = Math.round(amount * 1e3);
                case "ms" -> nanos = Math.round(amount * 1e6);
                case "s" -> nanos = Math.round(amount * 1e9);
                case "passes" -> passes = (int) Math.min(Integer.MAX_VALUE - 1L, Math.round(amount));
                default -> episodes = Math.round(amount);
            }
        }
        return new Budget(nanos, episodes, passes);
    }

    /** The form that {@link #parse} reads. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (nanos != Long.MAX_VALUE) {
            text.append(nanosText());
        }
        if (episodes != Long.MAX_VALUE) {
            text.append(text.isEmpty() ? "" : ",").append(episodes).append("ep");
        }
        if (passes != Integer.MAX_VALUE) {
            text.append(text.isEmpty() ? "" : ",").append(passes).append("passes");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }

    /** In the largest unit that says it exactly. */
    private String nanosText() {
        if (nanos % 1_000_000 == 0) {
            return nanos / 1_000_000 + "ms";
        }
        return nanos % 1_000 == 0 ? nanos / 1_000 + "us" : nanos + "ns";
    }
}
