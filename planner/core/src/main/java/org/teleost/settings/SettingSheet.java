package org.teleost.settings;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All keys of one kind of settings, read from a builder's public fields.
 *
 * @param <B> the builder: public, its public fields declared with {@link Key} in the order in which people read them
 */
public final class SettingSheet<B> {
    private final Supplier<B> builder;
    private final Map<String, SettingKey> keys = new LinkedHashMap<>();

    private SettingSheet(Supplier<B> builder) {
        this.builder = builder;
        List<Field> fields =
                new ArrayList<>(Arrays.asList(builder.get().getClass().getFields()));
        for (Field field : fields) {
            if (!field.isAnnotationPresent(Key.class)) {
                throw new IllegalStateException(field + " lacks @Key");
            }
            keys.put(field.getName(), new SettingKey(field));
        }
    }

    /** The sheet of the builder that {@code builder} makes, filled with the defaults. */
    public static <B> SettingSheet<B> of(Supplier<B> builder) {
        return new SettingSheet<>(builder);
    }

    /** All keys, in order. */
    public List<SettingKey> keys() {
        return List.copyOf(keys.values());
    }

    /** Names of all keys, in order. */
    public List<String> names() {
        return List.copyOf(keys.keySet());
    }

    /** The key of this name; throws {@link IllegalArgumentException} with the names there are. */
    public SettingKey key(String name) {
        SettingKey key = keys.get(name);
        if (key == null) {
            throw new IllegalArgumentException("unknown key '" + name + "'; keys: " + String.join(", ", keys.keySet()));
        }
        return key;
    }

    /** A builder with the defaults. */
    public B defaults() {
        return builder.get();
    }

    /** Values by name, in order. */
    public Map<String, Object> values(B from) {
        Map<String, Object> values = new LinkedHashMap<>();
        keys.forEach((name, key) -> values.put(name, key.value(from)));
        return values;
    }

    /** Sets one value, which must be of the key's type. */
    public void set(B into, String name, Object value) {
        key(name).set(into, value);
    }

    B copy(B from) {
        B copy = builder.get();
        keys.values().forEach(key -> key.set(copy, key.value(from)));
        return copy;
    }

    void check(B values) {
        keys.values().forEach(key -> key.check(key.value(values)));
    }
}
