package org.teleost.viewer.source;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One state as its recorded lanes by name: integer lanes, float lanes and history lanes together, in the model's order.
 */
public record Lanes(Map<String, Double> values) {

    /** No lanes. */
    public static final Lanes NONE = new Lanes(Map.of());

    public boolean has(String lane) {
        return values.containsKey(lane);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Value of a lane, NaN when it was not recorded. */
    public double value(String lane) {
        return values.getOrDefault(lane, Double.NaN);
    }

    /** Value of an integer lane, 0 when it was not recorded. */
    public int integer(String lane) {
        return values.containsKey(lane) ? (int) Math.round(values.get(lane)) : 0;
    }

    static Lanes of(Object recorded) {
        Map<String, Double> lanes = new LinkedHashMap<>();
        if (recorded instanceof Map<?, ?> groups) {
            for (String group : new String[] {"ints", "floats", "history"}) {
                addGroup(groups.get(group), lanes);
            }
        }
        return lanes.isEmpty() ? NONE : new Lanes(lanes);
    }

    private static void addGroup(Object group, Map<String, Double> lanes) {
        if (group instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (value instanceof Double number) {
                    lanes.put(name.toString(), number);
                }
            });
        }
    }
}
