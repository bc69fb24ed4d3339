package org.teleost.plan;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Numbers that tune a solver, by name; whoever reads them gives default and range, and what nobody read is refused. */
public final class SolverOptions {
    private final Map<String, String> values;
    private final TreeSet<String> known = new TreeSet<>();

    /** @param values texts by key */
    public SolverOptions(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    /** Everything at its default. */
    public static SolverOptions defaults() {
        return new SolverOptions(Map.of());
    }

    /**
     * The number under a key.
     *
     * @throws IllegalArgumentException when it is no number from {@code low} to {@code high}
     */
    public double number(String key, double byDefault, double low, double high) {
        known.add(key);
        String text = values.get(key);
        if (text == null) {
            return byDefault;
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + "=" + text + "; allowed range " + low + " to " + high);
        }
        return value;
    }

    /** The whole number under a key, with the same error. */
    public int whole(String key, int byDefault, int low, int high) {
        double value = number(key, byDefault, low, high);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    key + "=" + values.get(key) + "; allowed are whole numbers from " + low + " to " + high);
        }
        return (int) value;
    }

    /** Refuses keys that nobody has asked for. */
    public void refuseOthers(String solver) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("solver " + solver + " has no option '" + key + "'"
                        + (known.isEmpty() ? "" : "; options: " + String.join(", ", known)));
            }
        }
    }
}
