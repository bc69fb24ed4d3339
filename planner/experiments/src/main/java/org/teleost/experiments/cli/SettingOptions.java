package org.teleost.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.config.SettingLines;
import org.teleost.settings.SettingKey;
import org.teleost.settings.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options of a command that set one key each. Their help is the key's declaration, and their values stay text: the
 * settings that they end up in know types and ranges.
 */
final class SettingOptions {
    private final CommandSpec command;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(SettingKey key, boolean turnsOff, OptionSpec option) {}

    /** For options that {@code command} gets. */
    SettingOptions(CommandSpec command) {
        this.command = command;
    }

    /**
     * An option for the key of {@code base} that it is named after: {@code --first-episode} for {@code firstEpisode},
     * {@code --no-trace} for {@code trace}.
     */
    SettingOptions add(String option, String label, Settings<?, ?> base) {
        return add(option, label, base, keyOf(option));
    }

    /** An option for a key of another name. */
    SettingOptions add(String option, String label, Settings<?, ?> base, String name) {
        SettingKey key = base.sheet().key(name);
        boolean flag = key.type() == boolean.class;
        OptionSpec spec = OptionSpec.builder(option)
                .type(flag ? boolean.class : String.class)
                .arity(flag ? "0" : "1")
                .paramLabel(label)
                .description(help(key, key.standardText(base.values().get(name)), flag)
                        .replace("%", "%%"))
                .build();
        command.addOption(spec);
        entries.add(new Entry(key, option.startsWith("--no-"), spec));
        return this;
    }

    /** What the command line gave. */
    List<Setting> given() {
        List<Setting> given = new ArrayList<>();
        for (Entry entry : entries) {
            Object value = entry.option.getValue();
            if (value != null && !value.equals(false)) {
                String text = value.equals(true) ? Boolean.toString(!entry.turnsOff) : value.toString();
                given.add(new Setting(entry.key.name(), text, entry.option.longestName()));
            }
        }
        return given;
    }

    /** True if {@code option} is one of these. */
    boolean has(OptionSpec option) {
        return entries.stream().anyMatch(entry -> entry.option.longestName().equals(option.longestName()));
    }

    private static String keyOf(String option) {
        StringBuilder name = new StringBuilder();
        for (String word : option.replaceFirst("^--(no-)?", "").split("-", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    private static String help(SettingKey key, String standard, boolean flag) {
        String meaning = key.meaning().substring(0, 1).toUpperCase(Locale.ROOT)
                + key.meaning().substring(1);
        if (flag) {
            return standard.equals("true") ? "Not: " + key.meaning() + "." : meaning + ".";
        }
        String allowed = SettingLines.allowed(key);
        return meaning + (allowed.isEmpty() ? "" : ": " + allowed) + " (default " + standard + ").";
    }
}
