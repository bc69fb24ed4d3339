package org.teleost.viewer.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the planner answered.
 *
 * @param action chosen action id
 * @param value estimate of the belief's value, NaN when not recorded
 * @param gap value of the chosen action minus the best other
 * @param actions explained actions, as ranked by the planner
 * @param observations likely observations after the chosen action
 * @param tree counters of the search tree by name
 * @param planningNanos time that planning took
 * @param overshootNanos time past the deadline
 * @param veto text of the action that a safety filter refused and why, empty for none
 */
public record DecisionRecord(
        int action,
        double value,
        double gap,
        List<ActionRow> actions,
        List<ObservationRow> observations,
        Map<String, Double> tree,
        double planningNanos,
        double overshootNanos,
        String veto) {

    /**
     * One action.
     *
     * @param value estimated return; NaN when never tried
     * @param visits simulated episodes that began with it
     * @param probability share that the search gives it
     */
    public record ActionRow(int id, String text, double value, double visits, double probability) {}

    /** The explained actions as the planner ranks them, the chosen one first wherever a shield found it. */
    public List<ActionRow> ranked() {
        List<ActionRow> ranked = new ArrayList<>(actions);
        for (ActionRow row : actions) {
            if (row.id() == action) {
                ranked.remove(row);
                ranked.add(0, row);
                break;
            }
        }
        return ranked;
    }

    /** One predicted observation. */
    public record ObservationRow(String text, double probability) {}

    /** Null when the step has no decision. */
    static DecisionRecord of(Object recorded) {
        if (!(recorded instanceof Map<?, ?> members)) {
            return null;
        }
        return new DecisionRecord(
                StepRecord.integer(members, "action", -1),
                StepRecord.number(members, "value"),
                StepRecord.number(members, "gap"),
                actions(members.get("actions")),
                observations(members.get("observations")),
                counters(members.get("tree")),
                StepRecord.number(members, "planningNanos"),
                StepRecord.number(members, "overshootNanos"),
                veto(members.get("veto")));
    }

    private static List<ActionRow> actions(Object recorded) {
        List<ActionRow> rows = new ArrayList<>();
        for (Map<?, ?> row : StepRecord.objects(recorded)) {
            rows.add(new ActionRow(
                    StepRecord.integer(row, "id", -1),
                    StepRecord.text(row, "text"),
                    StepRecord.number(row, "value"),
                    StepRecord.number(row, "visits"),
                    StepRecord.number(row, "probability")));
        }
        return List.copyOf(rows);
    }

    private static List<ObservationRow> observations(Object recorded) {
        List<ObservationRow> rows = new ArrayList<>();
        for (Map<?, ?> row : StepRecord.objects(recorded)) {
            rows.add(new ObservationRow(StepRecord.text(row, "text"), StepRecord.number(row, "probability")));
        }
        return List.copyOf(rows);
    }

    private static Map<String, Double> counters(Object recorded) {
        Map<String, Double> counters = new LinkedHashMap<>();
        if (recorded instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (value instanceof Double number) {
                    counters.put(name.toString(), number);
                }
            });
        }
        return counters;
    }

    private static String veto(Object recorded) {
        return recorded instanceof Map<?, ?> members
                ? StepRecord.text(members, "text") + ": " + StepRecord.text(members, "reason")
                : "";
    }
}
