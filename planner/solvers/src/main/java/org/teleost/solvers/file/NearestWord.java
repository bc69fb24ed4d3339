package org.teleost.solvers.file;

import org.teleost.solvers.tabular.Names;

/** Finds the name that a misspelt one was meant to be. */
final class NearestWord {
    private static final int MOST_NAMES = 20_000;
    private static final int MOST_LENGTH = 64;

    private NearestWord() {}

    /** The way out for an unknown name: the closest one, or what there is. */
    static String hint(String word, Names names) {
        if (names.areNumbers()) {
            return "they are numbers from 0 to " + (names.count() - 1);
        }
        String best = null;
        int least = Math.max(2, word.length() / 3) + 1;
        for (int i = 0; i < Math.min(names.count(), MOST_NAMES) && word.length() <= MOST_LENGTH; i++) {
            String name = names.get(i);
            if (Math.abs(name.length() - word.length()) < least) {
                int distance = distance(word, name);
                if (distance < least) {
                    least = distance;
                    best = name;
                }
            }
        }
        return best != null
                ? "did you mean '" + best + "'?"
                : "the first of " + names.count() + " is '" + names.get(0) + "'";
    }

    /** Edits (insert, delete, replace) from one word to the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
