package org.teleost.solvers.tabular;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of states, actions or observations in their order; numbered ones are called 0 to n - 1. */
public final class Names {
    private final int count;
    private final List<String> list;
    private final List<Names> factors;
    private final Map<String, Integer> index;

    private Names(int count, List<String> list, List<Names> factors) {
        this.count = count;
        this.factors = factors;
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
        return new Names(count, null, List.of());
    }

    /**
     * The given names.
     *
     * @throws IllegalArgumentException when one appears twice
     */
    public static Names of(List<String> names) {
        return new Names(names.size(), List.copyOf(names), List.of());
    }

    /**
     * The tuples of several lists, the first list slowest, as names joined by {@code -}; a single list is itself.
     *
     * @throws TooLargeException for more than {@link Limits#NAMES}
     */
    public static Names product(String what, List<Names> factors) {
        long count = 1;
        for (Names factor : factors) {
            count *= factor.count();
            Limits.check(what, count, Limits.NAMES);
        }
        return factors.size() == 1 ? factors.get(0) : new Names((int) count, null, List.copyOf(factors));
    }

    public int count() {
        return count;
    }

    /** Whether the names are nothing but numbers that count from 0. */
    public boolean areNumbers() {
        return list == null && factors.isEmpty();
    }

    /** The name of number {@code i}. */
    public String get(int i) {
        if (list != null) {
            return list.get(i);
        }
        if (factors.isEmpty()) {
            return Integer.toString(i);
        }
        StringBuilder text = new StringBuilder();
        int rest = i;
        for (int f = factors.size() - 1; f >= 0; f--) {
            int size = factors.get(f).count();
            text.insert(0, (f > 0 ? "-" : "") + factors.get(f).get(rest % size));
            rest /= size;
        }
        return text.toString();
    }

    /** Number of a name, -1 when there is none; numbers in digits are not looked up here. */
    public int find(String name) {
        return index.getOrDefault(name, -1);
    }

    /** All given names; empty for numbered ones and tuples. */
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
