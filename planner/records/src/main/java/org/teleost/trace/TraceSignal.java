package org.teleost.trace;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Describes one signal of a control trace: values of one kind at every step, row by row.
 *
 * @param name unique within a trace
 * @param unit of the values, empty for a plain number
 * @param rows at least 1; row 0 of a field is the lowest
 * @param columns at least 1
 * @param low smallest value that a picture should distinguish
 * @param high largest value that a picture should distinguish
 * @param left outer edge of the first column in space, NaN for values that lie on no grid in space
 * @param right outer edge of the last column
 * @param bottom outer edge of the first row
 * @param top outer edge of the last row
 */
public record TraceSignal(
        String name,
        String unit,
        int rows,
        int columns,
        double low,
        double high,
        double left,
        double right,
        double bottom,
        double top) {

    /** A signal without a place in space. */
    public static TraceSignal unplaced(String name, String unit, int rows, int columns, double low, double high) {
        return new TraceSignal(name, unit, rows, columns, low, high, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Whether the values lie on a grid in space. */
    public boolean placed() {
        return !Double.isNaN(left);
    }

    /** Number of values. */
    public int size() {
        return Math.multiplyExact(rows, columns);
    }

    Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("unit", unit);
        entries.put("rows", Integer.toString(rows));
        entries.put("columns", Integer.toString(columns));
        entries.put("low", Double.toString(low));
        entries.put("high", Double.toString(high));
        if (placed()) {
            entries.put("left", Double.toString(left));
            entries.put("right", Double.toString(right));
            entries.put("bottom", Double.toString(bottom));
            entries.put("top", Double.toString(top));
        }
        return entries;
    }

    /** @throws IllegalArgumentException if an entry is missing or no number */
    static TraceSignal of(String name, Map<String, String> entries) {
        TraceSignal signal = new TraceSignal(
                name,
                entries.getOrDefault("unit", ""),
                (int) number(name, entries, "rows"),
                (int) number(name, entries, "columns"),
                number(name, entries, "low"),
                number(name, entries, "high"),
                entries.containsKey("left") ? number(name, entries, "left") : Double.NaN,
                entries.containsKey("left") ? number(name, entries, "right") : Double.NaN,
                entries.containsKey("left") ? number(name, entries, "bottom") : Double.NaN,
                entries.containsKey("left") ? number(name, entries, "top") : Double.NaN);
        if (signal.rows < 1 || signal.columns < 1 || (long) signal.rows * signal.columns > SignalCode.MOST_VALUES) {
            throw new IllegalArgumentException("signal " + name + " has rows=" + signal.rows + " columns="
                    + signal.columns + "; allowed are 1 to " + SignalCode.MOST_VALUES + " values");
        }
        return signal;
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
