package org.teleost.experiments.folder;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Records as CSV rows: a column per component, in order. Values hold no commas (numbers, booleans, enum constants,
 * names), so nothing is quoted; NaN is an empty field.
 */
public final class RecordCsv<R extends Record> {
    private final Class<R> type;
    private final RecordComponent[] components;

    public RecordCsv(Class<R> type) {
        this.type = type;
        components = type.getRecordComponents();
    }

    public List<String> header() {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : components) {
            names.add(component.getName());
        }
        return names;
    }

    public List<String> row(R record) {
        List<String> fields = new ArrayList<>();
        try {
            for (RecordComponent component : components) {
                fields.add(text(component.getAccessor().invoke(record)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return fields;
    }

    public static String text(Object value) {
        return value instanceof Double d && d.isNaN() ? "" : String.valueOf(value);
    }

    /** The record of one row; throws IllegalArgumentException when a column is missing or unreadable. */
    public R parse(Map<String, String> fields) {
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            if (!fields.containsKey(name)) {
                throw new IllegalArgumentException("column " + name + " is missing");
            }
            types[i] = components[i].getType();
            values[i] = value(types[i], fields.get(name));
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Class<?> type, String text) {
        if (type == int.class) {
            return Integer.valueOf(text);
        } else if (type == long.class) {
            return Long.valueOf(text);
        } else if (type == double.class) {
            return text.isEmpty() ? Double.valueOf(Double.NaN) : Double.valueOf(text);
        } else if (type == boolean.class) {
            return Boolean.valueOf(text);
        } else if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (constant.toString().equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("'" + text + "' is not a " + type.getSimpleName());
        }
        return text;
    }
}
