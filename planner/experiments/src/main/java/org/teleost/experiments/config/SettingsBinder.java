package org.teleost.experiments.config;

import java.util.Map;
import org.teleost.settings.SettingKey;
import org.teleost.settings.SettingSheet;
import org.teleost.settings.Settings;

/** Changes settings by the names of their keys; a message says where the value was written. */
public final class SettingsBinder {
    private SettingsBinder() {}

    /** A copy of {@code base} with the given values; all are applied at once, so their order is irrelevant. */
    public static <S extends Settings<S, B>, B> S bind(S base, Map<String, Setting> settings) {
        SettingSheet<B> sheet = base.sheet();
        try {
            return base.with(builder -> settings.values()
                    .forEach(setting -> sheet.set(builder, setting.key(), parse(sheet.key(setting.key()), setting))));
        } catch (ConfigException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(place(e.getMessage(), settings) + e.getMessage(), e);
        }
    }

    private static Object parse(SettingKey key, Setting setting) {
        try {
            return ValueParser.parse(key.type(), key.name(), setting.value());
        } catch (IllegalArgumentException e) {
            String what = e.getMessage().startsWith(key.name()) ? "" : key.name() + ": ";
            String hint = key.hint().startsWith("allowed range") ? "; " + key.hint() : "";
            throw new ConfigException(setting.place() + ": " + what + e.getMessage() + hint, e);
        }
    }

    /** The settings name the key they refuse first; the place of that key, or of the only setting there is. */
    private static String place(String message, Map<String, Setting> settings) {
        String text = String.valueOf(message);
        for (Setting setting : settings.values()) {
            if (text.startsWith(setting.key() + "=")) {
                return setting.place() + ": ";
            }
        }
        return settings.size() == 1 ? settings.values().iterator().next().place() + ": " : "";
    }
}
