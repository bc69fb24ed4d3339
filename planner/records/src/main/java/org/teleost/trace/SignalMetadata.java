package org.teleost.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.teleost.problem.Signal;
import org.teleost.problem.Signal.Extent;

/** How the description of a signal stands in a trace: a metadata record of its own, written and read here. */
final class SignalMetadata {
    private static final String UNIT = "unit";
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";
    private static final String LOW = "low";
    private static final String HIGH = "high";
    private static final String LEFT = "left";
    private static final String RIGHT = "right";
    private static final String BOTTOM = "bottom";
    private static final String TOP = "top";

    private SignalMetadata() {}

    /** Name of the record. */
    static String name(String signal) {
        return "teleost.signal." + signal;
    }

    static Map<String, String> write(Signal signal) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(UNIT, signal.unit());
        entries.put(ROWS, Integer.toString(signal.rows()));
        entries.put(COLUMNS, Integer.toString(signal.columns()));
        entries.put(LOW, Double.toString(signal.low()));
        entries.put(HIGH, Double.toString(signal.high()));
        Extent extent = signal.extent();
        if (extent != null) {
            entries.put(LEFT, Double.toString(extent.left()));
            entries.put(RIGHT, Double.toString(extent.right()));
            entries.put(BOTTOM, Double.toString(extent.bottom()));
            entries.put(TOP, Double.toString(extent.top()));
        }
        return entries;
    }

    /** @throws IllegalArgumentException if an entry is missing, no number, or makes no sense */
    static Signal read(String name, Map<String, String> entries) {
        Extent extent = !entries.containsKey(LEFT)
                ? null
                : new Extent(
                        number(name, entries, LEFT),
                        number(name, entries, RIGHT),
                        number(name, entries, BOTTOM),
                        number(name, entries, TOP));
        return new Signal(
                name,
                entries.getOrDefault(UNIT, ""),
                (int) number(name, entries, ROWS),
                (int) number(name, entries, COLUMNS),
                (float) number(name, entries, LOW),
                (float) number(name, entries, HIGH),
                extent);
    }

    private static double number(String name, Map<String, String> entries, String key) {
        try {
            return Double.parseDouble(entries.getOrDefault(key, "missing"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "signal " + name + " has " + key + "=" + entries.get(key) + "; a number is needed", e);
        }
    }
}
