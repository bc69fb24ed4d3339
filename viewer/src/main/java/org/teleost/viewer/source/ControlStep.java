package org.teleost.viewer.source;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step of an episode of continuous control. The record after the last step has an observation and no more: its
 * action is empty, its reward NaN.
 *
 * @param t step index
 * @param observation before the action; not to be changed
 * @param action in the environment's units; not to be changed
 * @param info measurements of the step by name
 */
public record ControlStep(
        long t,
        double[] observation,
        double[] action,
        double reward,
        Map<String, Double> info,
        boolean terminated,
        boolean truncated) {

    /** Parses the JSON of a step; throws an IllegalArgumentException when it is not JSON. */
    static ControlStep parse(String json) {
        Map<String, Object> members = Json.object(json);
        Map<String, Double> info = new LinkedHashMap<>();
        StepRecord.object(members.get("info")).forEach((name, value) -> {
            if (value instanceof Double number) {
                info.put(name.toString(), number);
            }
        });
        return new ControlStep(
                StepRecord.integer(members, "t", 0),
                numbers(members.get("observation")),
                numbers(members.get("action")),
                StepRecord.number(members, "reward"),
                info,
                Boolean.TRUE.equals(members.get("terminated")),
                Boolean.TRUE.equals(members.get("truncated")));
    }

    private static double[] numbers(Object recorded) {
        return recorded instanceof double[] numbers ? numbers : new double[0];
    }

    /** Whether an action follows; false after the last step. */
    public boolean acts() {
        return action.length > 0;
    }

    /** The same step as the rest of the viewer knows it. */
    StepRecord shell() {
        StringBuilder json = new StringBuilder("{\"t\":").append(t);
        if (Double.isFinite(reward)) {
            json.append(",\"reward\":").append(reward);
        }
        return StepRecord.parse(
                json.append(",\"terminal\":").append(terminated).append('}').toString());
    }
}
