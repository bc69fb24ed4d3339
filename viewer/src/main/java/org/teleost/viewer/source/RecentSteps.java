package org.teleost.viewer.source;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Steps of a trace, of which the last few stay parsed. Owned by one thread.
 *
 * @param <T> a parsed step
 */
final class RecentSteps<T> {
    /** Parsed steps kept, enough for stepping to and fro. */
    private static final int KEPT = 64;

    /** Text of a step, empty when it is not there. */
    @FunctionalInterface
    interface Texts {
        Optional<String> step(long index) throws IOException;
    }

    private final Function<String, T> parser;
    private final ToLongFunction<T> number;
    private final Set<String> unreadable;
    private final Map<Long, T> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * @param parser throws {@link IllegalArgumentException} for a text that is no step
     * @param number which step a parsed one says that it is
     * @param unreadable takes a line for each such step
     */
    RecentSteps(Function<String, T> parser, ToLongFunction<T> number, Set<String> unreadable) {
        this.parser = parser;
        this.number = number;
        this.unreadable = unreadable;
    }

    /** A step, read from {@code texts} unless it is known; empty when it is not there or unreadable. */
    Optional<T> step(long index, Texts texts) throws IOException {
        T known = recent.get(index);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> text = texts.step(index);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            T step = parser.apply(text.get());
            if (number.applyAsLong(step) != index) {
                throw new IllegalArgumentException("it says that it is step " + number.applyAsLong(step));
            }
            recent.put(index, step);
            return Optional.of(step);
        } catch (IllegalArgumentException e) {
            unreadable.add("step " + index + " is unreadable: " + e.getMessage());
            return Optional.empty();
        }
    }
}
