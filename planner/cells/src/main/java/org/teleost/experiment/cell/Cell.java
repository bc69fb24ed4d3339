package org.teleost.experiment.cell;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A finished piece of an experiment.
 *
 * @param key tells it from the others, for example {@code amplitude=0.3 phase=45}
 * @param numbers lists of results by name, one element for a plain number; NaN and infinities are kept
 * @param texts results in words by name
 * @param files content of files by name; a store puts them beside its own and forgets them
 */
public record Cell(String key, Map<String, double[]> numbers, Map<String, String> texts, Map<String, byte[]> files) {
    public Cell {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key='" + key + "'; allowed is any text that is not blank");
        }
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** A cell without results, for {@link #with}. */
    public static Cell of(String key) {
        return new Cell(key, Map.of(), Map.of(), Map.of());
    }

    /** A copy with a number, or a list of them. */
    public Cell with(String name, double... values) {
        Map<String, double[]> more = new LinkedHashMap<>(numbers);
        more.put(name, values.clone());
        return new Cell(key, more, texts, files);
    }

    /** A copy with a text. */
    public Cell with(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(texts);
        more.put(name, text);
        return new Cell(key, numbers, more, files);
    }

    /** A copy with a file. */
    public Cell withFile(String name, byte[] content) {
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put(name, content);
        return new Cell(key, numbers, texts, more);
    }

    /** A copy without files. */
    public Cell withoutFiles() {
        return files.isEmpty() ? this : new Cell(key, numbers, texts, Map.of());
    }

    /** A plain number. */
    public double number(String name) {
        double[] values = numbers(name);
        if (values.length != 1) {
            throw new IllegalArgumentException(
                    "cell '" + key + "': " + name + " has " + values.length + " numbers, wanted one");
        }
        return values[0];
    }

    /** A list of numbers; do not change it. */
    public double[] numbers(String name) {
        return found(name, numbers);
    }

    /** A text. */
    public String text(String name) {
        return found(name, texts);
    }

    private <V> V found(String name, Map<String, V> values) {
        V value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "cell '" + key + "' has no " + name + "; it has " + String.join(", ", values.keySet()));
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Cell cell)
                || !key.equals(cell.key)
                || !texts.equals(cell.texts)
                || !numbers.keySet().equals(cell.numbers.keySet())) {
            return false;
        }
        return numbers.entrySet().stream()
                .allMatch(entry -> Arrays.equals(entry.getValue(), cell.numbers.get(entry.getKey())));
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
