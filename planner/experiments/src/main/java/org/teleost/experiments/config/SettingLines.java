package org.teleost.experiments.config;

import java.util.List;
import java.util.Map;
import org.teleost.settings.SettingKey;

/** The declarations of settings as text, for the screen and for the documents. */
public final class SettingLines {
    private static final int COLUMN = 28;

    private SettingLines() {}

    /** A line per key: its value, what is allowed, and what it means. */
    public static List<String> of(List<SettingKey> keys, Map<String, Object> values) {
        int names = keys.stream().mapToInt(key -> key.name().length()).max().orElse(0);
        List<String> texts = keys.stream().map(key -> value(key, values)).toList();
        int widest = texts.stream().mapToInt(String::length).max().orElse(0);
        String format = "  %-" + names + "s  %-" + Math.min(widest, 20) + "s  %-" + COLUMN + "s  %s";
        return keys.stream()
                .map(key -> String.format(format, key.name(), value(key, values), column(key), explanation(key)))
                .toList();
    }

    /** A Markdown table of these keys, with {@code defaults} by name. */
    public static String table(List<SettingKey> keys, Map<String, Object> defaults) {
        StringBuilder text = new StringBuilder("| Key | Default | Allowed | Meaning |\n|---|---|---|---|\n");
        for (SettingKey key : keys) {
            text.append("| `")
                    .append(key.name())
                    .append("` | ")
                    .append(key.standardText(defaults.get(key.name())))
                    .append(" | ")
                    .append(allowed(key))
                    .append(" | ")
                    .append(meaning(key))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String value(SettingKey key, Map<String, Object> values) {
        return key.textOf(values.get(key.name()));
    }

    /** What is allowed if that is short; the rest follows the meaning. */
    private static String column(SettingKey key) {
        String allowed = allowed(key);
        return allowed.length() <= COLUMN ? allowed : "";
    }

    private static String explanation(SettingKey key) {
        return meaning(key) + (column(key).isEmpty() && !allowed(key).isEmpty() ? "; " + allowed(key) : "");
    }

    private static String meaning(SettingKey key) {
        return key.meaning() + (key.term().isEmpty() ? "" : " (" + key.term() + ")");
    }

    /** What may be written, with its unit. */
    public static String allowed(SettingKey key) {
        return (key.allowed() + " " + key.unit().replace("bytes", "")).trim();
    }
}
