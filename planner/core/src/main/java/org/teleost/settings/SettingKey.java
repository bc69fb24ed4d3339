package org.teleost.settings;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One key of settings: its name, its type, and what {@link Key} says of it. */
public final class SettingKey {
    private static final String BYTES = "bytes";
    private static final String UNITS = "kmgt";

    private final Field field;
    private final Key key;

    SettingKey(Field field) {
        this.field = field;
        key = field.getAnnotation(Key.class);
    }

    public String name() {
        return field.getName();
    }

    public Class<?> type() {
        return field.getType();
    }

    public String meaning() {
        return key.meaning();
    }

    /** Unit, or empty. */
    public String unit() {
        return key.unit();
    }

    /** The literature's name for it, or empty. */
    public String term() {
        return key.term();
    }

    /** What may be written, for example {@code 1 to 256} or {@code mean, max}; empty if anything may. */
    public String allowed() {
        if (!key.allowed().isEmpty()) {
            return key.allowed();
        } else if (type().isEnum()) {
            return Arrays.stream(type().getEnumConstants())
                    .map(SettingKey::text)
                    .collect(Collectors.joining(", "));
        } else if (type() == boolean.class) {
            return "true, false";
        }
        return bounded() ? range() : "";
    }

    /** {@link #allowed} as the end of a message: {@code allowed range 1 to 256}; empty if anything may be written. */
    public String hint() {
        String allowed = allowed();
        return allowed.isEmpty()
                ? ""
                : bounded() && key.allowed().isEmpty() ? "allowed range " + allowed : "allowed: " + allowed;
    }

    /** Text of a value, in the spelling of a configuration file. */
    public static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        } else if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        } else if (value instanceof Double number) {
            return shortest(number);
        }
        return String.valueOf(value);
    }

    /** Text of a default: the value, or words where it isn't the same everywhere. */
    public String standardText(Object value) {
        return key.standard().isEmpty() ? textOf(value) : key.standard();
    }

    /** {@link #text} of a value of this key; bytes in the largest unit that says them exactly, {@code 256m}. */
    public String textOf(Object value) {
        return value instanceof Number number && key.unit().equals(BYTES) ? number(number.doubleValue()) : text(value);
    }

    Object value(Object builder) {
        try {
            return field.get(builder);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " must be public", e);
        }
    }

    void set(Object builder, Object value) {
        try {
            field.set(builder, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " must be public", e);
        }
    }

    /** @throws IllegalArgumentException if the value is missing or out of range */
    void check(Object value) {
        if (value == null) {
            throw new IllegalArgumentException(name() + " is missing" + (hint().isEmpty() ? "" : "; " + hint()));
        }
        if (bounded()) {
            double number = ((Number) value).doubleValue();
            boolean low = key.aboveLow() ? number > key.low() : number >= key.low();
            boolean high = key.belowHigh() ? number < key.high() : number <= key.high();
            if (!low || !high) {
                throw new IllegalArgumentException(name() + "=" + textOf(value) + "; " + hint());
            }
        }
    }

    /** Primitive numbers with a bound on one side at least. */
    private boolean bounded() {
        boolean number = type().isPrimitive() && type() != boolean.class && type() != char.class;
        return number && !(Double.isInfinite(key.low()) && Double.isInfinite(key.high()) && !key.belowHigh());
    }

    private String range() {
        String low = Double.isInfinite(key.low()) ? "" : (key.aboveLow() ? "above " : "") + number(key.low());
        String high = Double.isInfinite(key.high()) ? "" : (key.belowHigh() ? "below " : "") + number(key.high());
        if (high.isEmpty()) {
            return key.aboveLow() ? low : "at least " + low;
        } else if (low.isEmpty()) {
            return key.belowHigh() ? high : "at most " + high;
        }
        return low + (key.aboveLow() && !key.belowHigh() ? " up to " : " to ") + high;
    }

    private String number(double value) {
        if (key.unit().equals(BYTES)) {
            for (int power = UNITS.length(); power >= 1; power--) {
                double unit = Math.pow(1024, power);
                if (value >= unit && value % unit == 0) {
                    return (long) (value / unit) + UNITS.substring(power - 1, power);
                }
            }
        }
        return shortest(value);
    }

    /** Whole numbers without a point, large and small powers of ten as 1e9. */
    private static String shortest(double value) {
        if (value >= 1e7 && value == Math.pow(10, Math.rint(Math.log10(value)))) {
            return "1e" + (int) Math.rint(Math.log10(value));
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }
}
