package org.teleost.solvers.tabular;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of states, actions or observations in their order; numbered ones are called 0 to n - 1. */
public final class Names {
    private final int count;
    private final List<String> list;
    private final Map<String, Integer> index;

    private Names(int count, List<String> list) {
        this.count = count;
        this.list = list;
        index = list == null ? Map.of() : new HashMap<>(2 * count);
        for (int i = 0; list != null && i < count; i++) {
            if (index.putIfAbsent(list.get(i), i) != null) {
                throw new IllegalArgumentException("name '" + list.get(i) + "' appears twice; names must differ");
            }
        }
    }

    /** Names 0 to {@code count - 1}; takes no memory per name. */
    public static Names numbered(int count) {
        return new Names(count, null);
    }

    /**
     * The given names.
     *
     * @throws IllegalArgumentException when one appears twice
     */
    public static Names of(List<String> names) {
        return new Names(names.size(), List.copyOf(names));
    }

    public int count() {
        return count;
    }

    /** Whether the names are nothing but numbers that count from 0. */
    public boolean areNumbers() {
        return list == null;
    }

    /** The name of number {@code i}. */
    public String get(int i) {
        return list == null ? Integer.toString(i) : list.get(i);
    }

    /** Number of a name, -1 when there is none; numbers in digits are not looked up here. */
    public int find(String name) {
        return index.getOrDefault(name, -1);
    }

    /** All given names; empty for numbered ones. */
    public List<String> given() {
        return list == null ? List.of() : list;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Names names && names.count == count && given().equals(names.given());
    }

    @Override
    public int hashCode() {
        return 31 * count + given().hashCode();
    }
}
