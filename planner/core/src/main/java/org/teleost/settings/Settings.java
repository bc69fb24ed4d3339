package org.teleost.settings;

import java.util.Map;
import java.util.function.Consumer;

/**
 * An immutable set of values: a builder that was checked, copied and put away. {@link #with} gives a changed copy:
 * {@code settings.with(s -> s.eta = 3)}.
 *
 * @param <S> the settings themselves
 * @param <B> their builder, see {@link SettingSheet}
 */
public abstract class Settings<S extends Settings<S, B>, B> {
    /** The values; nobody changes them. */
    protected final B values;

    private final SettingSheet<B> sheet;

    /** @throws IllegalArgumentException if a value is out of its range; the message names key, value and range */
    protected Settings(SettingSheet<B> sheet, B values) {
        sheet.check(values);
        this.sheet = sheet;
        this.values = sheet.copy(values);
    }

    /** Settings with these values. */
    protected abstract S of(B changed);

    /** A copy with the changes made to the builder. */
    public final S with(Consumer<? super B> change) {
        B copy = sheet.copy(values);
        change.accept(copy);
        return of(copy);
    }

    /** The declarations of all keys. */
    public final SettingSheet<B> sheet() {
        return sheet;
    }

    /** All values by name, in the order of their declaration. */
    public final Map<String, Object> values() {
        return sheet.values(values);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Settings<?, ?> settings
                && settings.getClass() == getClass()
                && settings.values().equals(values());
    }

    @Override
    public final int hashCode() {
        return values().hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + values();
    }
}
