package org.teleost.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.teleost.model.GenerativeModel;
import org.teleost.tree.TreeSample;

/**
 * What the planner means to do next, and then: the best branch of its tree to some depth, with the probability of each
 * observation on it.
 *
 * @param observation what leads here, 0 for the first step
 * @param probability how often it does, given the action before
 * @param action what would be done, -1 where the tree does not say
 * @param visits simulated episodes that took the action here
 * @param value Q of the action
 * @param next what would be done after it, by falling probability of the observations
 */
public record Preview(long observation, double probability, int action, long visits, double value, List<Preview> next) {
    /** Rows of a tree that a preview reads. */
    public static final int ROWS = 2_000;

    /** Observations that are told apart after an action. */
    private static final int WIDTH = 3;

    /** Fewer visits say nothing of what is best. */
    private static final long FEWEST = 8;

    public Preview {
        next = List.copyOf(next);
    }

    /**
     * Reads the branch off the most visited part of a tree.
     *
     * @param first the action that was decided
     * @param depth actions to look ahead, the first included, at least 1
     */
    public static Preview of(TreeSample tree, int first, int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("depth=" + depth + "; at least 1");
        }
        for (int row = 1; row < tree.rows(); row++) {
            if (tree.parent(row) == 0 && tree.action(row) == first) {
                return after(tree, 0, 1.0, row, depth);
            }
        }
        return new Preview(0, 1.0, first, 0, Double.NaN, List.of());
    }

    private static Preview after(TreeSample tree, long observation, double probability, int edge, int depth) {
        List<Preview> next = new ArrayList<>();
        for (int row = edge + 1; row < tree.rows() && depth > 1; row++) {
            if (tree.parent(row) == edge) {
                double share = (double) tree.visits(row) / tree.visits(edge);
                int best = best(tree, row);
                next.add(
                        best < 0
                                ? new Preview(tree.observation(row), share, -1, 0, Double.NaN, List.of())
                                : after(tree, tree.observation(row), share, best, depth - 1));
            }
        }
        next.sort(Comparator.comparingDouble(Preview::probability).reversed());
        return new Preview(
                observation,
                probability,
                tree.action(edge),
                tree.visits(edge),
                tree.value(edge),
                next.subList(0, Math.min(WIDTH, next.size())));
    }

    /** The likeliest action of a belief's policy among those that were tried a few times, -1 for none. */
    private static int best(TreeSample tree, int belief) {
        int best = -1;
        for (int row = belief + 1; row < tree.rows(); row++) {
            boolean tried = tree.parent(row) == belief && tree.visits(row) >= FEWEST;
            if (tried && (best < 0 || tree.probability(row) > tree.probability(best))) {
                best = row;
            }
        }
        return best;
    }

    /** A sentence for people: {@code listen; then, if growl-left (85 %): listen, if growl-right (15 %): listen}. */
    public String text(GenerativeModel model) {
        return sentence(model, "; then, ");
    }

    private String sentence(GenerativeModel model, String link) {
        StringBuilder text = new StringBuilder(model.actionText(action));
        String separator = link;
        for (Preview branch : next) {
            if (branch.action < 0) {
                continue;
            }
            text.append(separator)
                    .append("if ")
                    .append(model.observationText(branch.observation))
                    .append(String.format(Locale.ROOT, " (%.0f %%): ", 100.0 * branch.probability));
            boolean more = !branch.next.isEmpty();
            text.append(more ? "[" : "")
                    .append(branch.sentence(model, ", then, "))
                    .append(more ? "]" : "");
            separator = ", ";
        }
        return text.toString();
    }
}
