package org.teleost.viewer.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One recorded step. What the trace does not have is null (belief, health, decision), empty (lanes, texts), NaN (the
 * reward) or -1 (the action).
 *
 * @param t step index
 * @param state true state before the action
 * @param nextState true state after it
 * @param action executed action's id
 * @param actionText executed action in words
 * @param reward reward of the step
 * @param observationText what was observed, in words
 * @param terminal whether the episode ended with this step
 */
public record StepRecord(
        long t,
        Lanes state,
        Lanes nextState,
        BeliefRecord belief,
        HealthRecord health,
        DecisionRecord decision,
        int action,
        String actionText,
        double reward,
        String observationText,
        boolean terminal) {

    /** Parses the JSON of a step; throws an IllegalArgumentException when it is not JSON. */
    public static StepRecord parse(String json) {
        Map<String, Object> members = Json.object(json);
        Map<?, ?> action = object(members.get("action"));
        return new StepRecord(
                integer(members, "t", 0),
                Lanes.of(members.get("state")),
                Lanes.of(members.get("nextState")),
                BeliefRecord.of(members.get("belief")),
                HealthRecord.of(members.get("beliefHealth")),
                DecisionRecord.of(members.get("decision")),
                integer(action, "id", -1),
                text(action, "text"),
                number(members, "reward"),
                text(object(members.get("observation")), "text"),
                Boolean.TRUE.equals(members.get("terminal")));
    }

    static double number(Map<?, ?> members, String name) {
        return members.get(name) instanceof Double number ? number : Double.NaN;
    }

    static int integer(Map<?, ?> members, String name, int otherwise) {
        return members.get(name) instanceof Double number ? (int) Math.round(number) : otherwise;
    }

    static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    static Map<?, ?> object(Object value) {
        return value instanceof Map<?, ?> members ? members : Map.of();
    }

    /** The objects in an array, none when it is no array. */
    static List<Map<?, ?>> objects(Object value) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                objects.add(object(element));
            }
        }
        return objects;
    }
}
