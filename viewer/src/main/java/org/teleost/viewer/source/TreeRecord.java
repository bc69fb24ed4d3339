package org.teleost.viewer.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The recorded part of a decision's belief tree: row 0 is the root, beliefs and actions take turns, parents come before
 * their children, siblings are sorted by falling visits. Arrays have one entry per row and must not be changed.
 *
 * @param total beliefs and actions of the whole tree
 * @param parents row of the parent, -1 for the root
 * @param actions action id, -1 for a belief
 * @param texts the action or the observation that led to the belief, in words; empty for the root
 * @param visits N(b) or N(b,a)
 * @param values V(b) or Q(b,a)
 * @param probabilities of actions under the reference policy, NaN for beliefs
 */
public record TreeRecord(
        long total,
        int[] parents,
        int[] actions,
        String[] texts,
        double[] visits,
        double[] values,
        double[] probabilities) {
    private static final double NEWEST = 1;

    /** Number of recorded rows. */
    public int rows() {
        return parents.length;
    }

    /** Whether a row is an action; else it is a belief. */
    public boolean isAction(int row) {
        return actions[row] >= 0;
    }

    /**
     * Parses the JSON of a tree message.
     *
     * @return empty when it is of a newer version
     * @throws IllegalArgumentException when it is not JSON or its columns do not fit together
     */
    public static Optional<TreeRecord> parse(String json) {
        Map<String, Object> members = Json.object(json);
        if (StepRecord.number(members, "version") > NEWEST) {
            return Optional.empty();
        }
        double[] parents = column(members, "parent", -1);
        int rows = parents.length;
        double[] actions = column(members, "action", rows);
        double[] observations = column(members, "observation", rows);
        TreeRecord tree = new TreeRecord(
                Math.round(StepRecord.number(members, "total")),
                new int[rows],
                new int[rows],
                new String[rows],
                column(members, "visits", rows),
                column(members, "value", rows),
                column(members, "probability", rows));
        Map<Integer, String> actionTexts = new HashMap<>();
        for (Map<?, ?> action : StepRecord.objects(members.get("actions"))) {
            actionTexts.put(StepRecord.integer(action, "id", -1), StepRecord.text(action, "text"));
        }
        String[] observationTexts = StepRecord.objects(members.get("observations")).stream()
                .map(observation -> StepRecord.text(observation, "text"))
                .toArray(String[]::new);
        for (int row = 0; row < rows; row++) {
            tree.parents[row] = parent(parents[row], row);
            tree.actions[row] = (int) actions[row];
            int place = (int) observations[row];
            tree.texts[row] = tree.isAction(row)
                    ? actionTexts.getOrDefault(tree.actions[row], "action " + tree.actions[row])
                    : place >= 0 && place < observationTexts.length ? observationTexts[place] : "";
        }
        return Optional.of(tree);
    }

    private static int parent(double recorded, int row) {
        int parent = (int) recorded;
        if (row == 0 ? parent != -1 : parent < 0 || parent >= row) {
            throw new IllegalArgumentException(
                    "parent of tree row " + row + " is " + parent + "; expected -1 for row 0, else a row before it");
        }
        return parent;
    }

    /** A column of numbers; {@code rows} -1 accepts any length. */
    private static double[] column(Map<?, ?> members, String name, int rows) {
        if (members.get(name) instanceof double[] column && (rows < 0 || column.length == rows)) {
            return column;
        }
        throw new IllegalArgumentException(
                "tree column " + name + " is missing or has another length than column parent");
    }
}
