package org.teleost.experiments.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes components of a record by name. Ranges are the record's own: its constructor throws {@code key=value; allowed
 * range ...} and the binder adds where the value was written. A new component needs no code.
 */
public final class RecordBinder<R extends Record> {
    private final Class<R> type;
    private final Map<String, RecordComponent> components = new LinkedHashMap<>();

    public RecordBinder(Class<R> type) {
        this.type = type;
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(component.getName(), component);
        }
    }

    /** Component names in order. */
    public List<String> keys() {
        return List.copyOf(components.keySet());
    }

    /** The values of {@code record} by name. */
    public Map<String, Object> values(R record) {
        Map<String, Object> values = new LinkedHashMap<>();
        components.forEach((key, component) -> values.put(key, read(component, record)));
        return values;
    }

    /** A copy of {@code base} with the given settings; all are applied at once, so their order is irrelevant. */
    public R bind(R base, Map<String, Setting> settings) {
        Map<String, Object> values = values(base);
        for (Setting setting : settings.values()) {
            Class<?> wanted = components.get(setting.key()).getType();
            try {
                values.put(setting.key(), ValueParser.parse(wanted, setting.key(), setting.value()));
            } catch (IllegalArgumentException e) {
                String range = range(base, setting.key());
                String what = e.getMessage().startsWith(setting.key()) ? "" : setting.key() + ": ";
                throw new ConfigException(
                        setting.place() + ": " + what + e.getMessage() + (range.isEmpty() ? "" : "; " + range), e);
            }
        }
        try {
            return create(values);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(place(e.getMessage(), settings) + e.getMessage(), e);
        }
    }

    /** {@code allowed range 1 to 256}, found by asking the record to accept the impossible; empty when it would. */
    public String range(R base, String key) {
        Class<?> wanted = components.get(key).getType();
        Object impossible = wanted == int.class
                ? (Object) Integer.MIN_VALUE
                : wanted == long.class ? (Object) Long.MIN_VALUE : wanted == double.class ? Double.NaN : null;
        if (impossible == null) {
            return "";
        }
        Map<String, Object> values = values(base);
        values.put(key, impossible);
        try {
            create(values);
            return "";
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int split = message.indexOf("; ");
            return message.startsWith(key + "=") && split > 0 ? message.substring(split + 2) : "";
        }
    }

    /** The record names the key it refuses first; the place of that key, or of the only setting there is. */
    private static String place(String message, Map<String, Setting> settings) {
        String text = String.valueOf(message);
        for (Setting setting : settings.values()) {
            if (text.startsWith(setting.key() + "=")) {
                return setting.place() + ": ";
            }
        }
        return settings.size() == 1 ? settings.values().iterator().next().place() + ": " : "";
    }

    private R create(Map<String, Object> values) {
        List<Class<?>> types = new ArrayList<>();
        components.values().forEach(component -> types.add(component.getType()));
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types.toArray(new Class<?>[0]));
            return constructor.newInstance(values.values().toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
