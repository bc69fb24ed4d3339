package org.teleost.experiments.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Suggests what a misspelt name was meant to be. */
public final class NearestName {
    private NearestName() {}

    /** The closest of {@code names} in edit distance, or one that starts alike; empty when nothing is close. */
    public static Optional<String> of(String name, Collection<String> names) {
        String wanted = plain(name);
        String best = null;
        int bestDistance = Math.max(2, wanted.length() / 3) + 1;
        for (String candidate : names) {
            int distance = distance(wanted, plain(candidate));
            boolean sameStart = wanted.length() >= 3 && plain(candidate).startsWith(wanted);
            if (sameStart && distance >= bestDistance && best == null) {
                best = candidate;
            } else if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code ; did you mean 'x'?} or nothing. */
    public static String hint(String name, Collection<String> names) {
        return of(name, names).map(n -> "; did you mean '" + n + "'?").orElse("");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Edits (insert, delete, replace, swap neighbours) that turn {@code a} into {@code b}. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
