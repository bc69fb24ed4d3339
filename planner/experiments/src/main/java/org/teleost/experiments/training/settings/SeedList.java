package org.teleost.experiments.training.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Seeds as text: {@code 7}, {@code 1,2,3}, {@code 1..5} or both joined by commas. */
final class SeedList {
    private static final int MOST = 1000;

    private SeedList() {}

    /**
     * The seeds in order.
     *
     * @throws IllegalArgumentException if the text is no such list, holds a seed twice or more than 1000
     */
    static List<Long> parse(String text) {
        Set<Long> seeds = new LinkedHashSet<>();
        for (String part : text.split(",", -1)) {
            int dots = part.indexOf("..");
            long first = number(dots < 0 ? part : part.substring(0, dots), text);
            long last = dots < 0 ? first : number(part.substring(dots + 2), text);
            if (last < first || last - first >= MOST || last - first < 0) {
                throw refused(text, "a range rises and has at most " + MOST + " seeds");
            }
            for (long seed = first; seed <= last; seed++) {
                if (!seeds.add(seed)) {
                    throw refused(text, "seed " + seed + " is there twice");
                }
            }
        }
        if (seeds.size() > MOST) {
            throw refused(text, "at most " + MOST + " seeds");
        }
        return List.copyOf(new ArrayList<>(seeds));
    }

    private static long number(String part, String text) {
        try {
            long seed = Long.parseLong(part.trim());
            if (seed >= 0 && seed <= Integer.MAX_VALUE) {
                return seed;
            }
        } catch (NumberFormatException e) {
            throw refused(text, "'" + part.trim() + "' is not a whole number");
        }
        throw refused(text, "seeds lie between 0 and " + Integer.MAX_VALUE);
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("seeds=" + text + "; " + why + "; write for example 1,2,3 or 1..5");
    }
}
