package org.teleost.experiments.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.teleost.plan.Budget;
import org.teleost.settings.SettingKey;

/** Reads the text of one value as the type of a record component; errors say what was expected. */
final class ValueParser {
    private ValueParser() {}

    static Object parse(Class<?> type, String key, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == Budget.class) {
            return Budget.parse(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        if (type == List.class) {
            return wholeNumbers(text);
        }
        if (type == boolean.class) {
            return truth(text);
        }
        if (type == long.class && key.endsWith("Bytes")) {
            return ByteSize.parse(text);
        }
        return number(type, text.trim().replace("_", ""), text);
    }

    /** The lists of settings records are lists of whole numbers. */
    private static List<Integer> wholeNumbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split("[,x]", -1)) {
            numbers.add((Integer) number(int.class, part.trim().replace("_", ""), part));
        }
        return numbers;
    }

    private static Object number(Class<?> type, String plain, String text) {
        try {
            if (type == int.class) {
                return Math.toIntExact(Long.parseLong(plain));
            } else if (type == long.class) {
                return Long.parseLong(plain);
            } else if (type == double.class) {
                return Double.parseDouble(plain);
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is too large", e);
        } catch (NumberFormatException e) {
            if (type != double.class && plain.matches("[+-]?[0-9]+")) {
                throw new IllegalArgumentException("'" + text + "' is too large", e);
            }
            String wanted = type == double.class ? "a number" : "a whole number";
            throw new IllegalArgumentException("'" + text + "' is not " + wanted, e);
        }
        throw new IllegalArgumentException("a value of type " + type.getSimpleName() + " can't be written as text");
    }

    private static Object truth(String text) {
        String plain = text.trim().toLowerCase(Locale.ROOT);
        if (plain.equals("true") || plain.equals("false")) {
            return Boolean.valueOf(plain);
        }
        throw new IllegalArgumentException("'" + text + "' is not true or false");
    }

    private static Object constant(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().replace("_", "").equalsIgnoreCase(text.replaceAll("[-_]", ""))) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not one of "
                + Arrays.stream(type.getEnumConstants()).map(SettingKey::text).collect(Collectors.joining(", ")));
    }
}
