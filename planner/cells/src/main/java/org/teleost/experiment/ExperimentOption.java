package org.teleost.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A typed option of an experiment, {@code --name VALUE}. Immutable; hold it in a constant and read its value with
 * {@link ExperimentInput#value}.
 *
 * @param <T> type of the value
 */
public final class ExperimentOption<T> {
    private final String name;
    private final String label;
    private final String description;
    private final String range;
    private final T defaultValue;
    private final Function<String, T> parser;
    private final Function<T, String> writer;
    private final boolean fixed;

    ExperimentOption(
            String name,
            String label,
            String description,
            String range,
            T defaultValue,
            Function<String, T> parser,
            Function<T, String> writer,
            boolean fixed) {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("name=" + name + "; allowed are lower case words joined by dashes");
        }
        this.name = name;
        this.label = label;
        this.description = description;
        this.range = range;
        this.defaultValue = defaultValue;
        this.parser = parser;
        this.writer = writer;
        this.fixed = fixed;
    }

    /** A whole number from {@code lowest} to {@code highest}. */
    public static ExperimentOption<Integer> whole(
            String name, int defaultValue, int lowest, int highest, String description) {
        String range = lowest + " to " + highest;
        return new ExperimentOption<>(
                name,
                "N",
                description,
                range,
                defaultValue,
                text -> {
                    int value = number(name, text, Integer::valueOf, "a whole number", range);
                    return checked(name, text, range, value, value >= lowest && value <= highest);
                },
                String::valueOf,
                true);
    }

    /** A number from {@code lowest} to {@code highest}. */
    public static ExperimentOption<Double> decimal(
            String name, double defaultValue, double lowest, double highest, String description) {
        String range = shown(lowest) + " to " + shown(highest);
        return new ExperimentOption<>(
                name,
                "X",
                description,
                range,
                defaultValue,
                text -> {
                    double value = number(name, text, Double::valueOf, "a number", range);
                    return checked(name, text, range, value, value >= lowest && value <= highest);
                },
                ExperimentOption::shown,
                true);
    }

    /** Any text; the label stands for it in the help, for example {@code FILE}. */
    public static ExperimentOption<String> text(String name, String defaultValue, String label, String description) {
        return new ExperimentOption<>(
                name, label, description, "", defaultValue, text -> text, Function.identity(), true);
    }

    /** One of a few words. */
    public static ExperimentOption<String> choice(
            String name, String defaultValue, List<String> choices, String description) {
        String range = String.join(", ", choices);
        return new ExperimentOption<>(
                name,
                "WORD",
                description,
                range,
                defaultValue,
                text -> checked(name, text, range, text, choices.contains(text)),
                Function.identity(),
                true);
    }

    /** Off unless named. */
    public static ExperimentOption<Boolean> flag(String name, String description) {
        return new ExperimentOption<>(
                name,
                "",
                description,
                "",
                false,
                text -> checked(name, text, "true, false", text.equals("true"), text.matches("true|false")),
                String::valueOf,
                true);
    }

    /**
     * Values separated by commas, each as {@code element} has it, at least one unless the default is empty.
     *
     * @param element its name, label, description and range serve the list
     */
    public static <E> ExperimentOption<List<E>> list(ExperimentOption<E> element, List<E> defaultValue) {
        List<E> values = List.copyOf(defaultValue);
        return new ExperimentOption<>(
                element.name,
                element.label + ",...",
                element.description,
                element.range,
                values,
                text -> {
                    List<E> list = new ArrayList<>();
                    for (String part : text.split(",", -1)) {
                        list.add(element.parse(part.strip()));
                    }
                    return List.copyOf(list);
                },
                list -> list.stream().map(element.writer).collect(Collectors.joining(",")),
                true);
    }

    /** Threads that share the work, one per processor unless told; changes no result. */
    public static ExperimentOption<Integer> threads() {
        int processors = Runtime.getRuntime().availableProcessors();
        return whole("threads", processors, 1, 256, "Threads that share the work; any number gives the same results.")
                .free();
    }

    /** Seed of all randomness. */
    public static ExperimentOption<Integer> seed() {
        return whole("seed", 1, 0, Integer.MAX_VALUE, "Seed of all randomness.");
    }

    /**
     * The same option, but one that may change between runs into the same folder: it selects cells or is about speed,
     * and does not change what a cell contains.
     */
    public ExperimentOption<T> free() {
        return new ExperimentOption<>(name, label, description, range, defaultValue, parser, writer, false);
    }

    public String name() {
        return name;
    }

    /** What stands for the value in the help; empty for a flag. */
    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    /** Allowed values in words; empty if any. */
    public String range() {
        return range;
    }

    public T defaultValue() {
        return defaultValue;
    }

    /** The default as it would be typed. */
    public String defaultText() {
        return writer.apply(defaultValue);
    }

    /** Whether cells of an earlier run may be taken over only if this value is the same. */
    public boolean fixed() {
        return fixed;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is none; names the option, the text and the range
     */
    public T parse(String text) {
        return parser.apply(text);
    }

    /** The value as it would be typed. */
    public String write(T value) {
        return writer.apply(value);
    }

    private static <N> N number(String name, String text, Function<String, N> read, String what, String range) {
        try {
            return read.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--" + name + "=" + text + " is not " + what + "; allowed range " + range, e);
        }
    }

    private static <V> V checked(String name, String text, String range, V value, boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException(
                    "--" + name + "=" + text + "; allowed " + (range.contains(" to ") ? "range " : "are ") + range);
        }
        return value;
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
