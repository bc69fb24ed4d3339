package org.teleost.experiments.config;

/**
 * One key and its text, and where it was written.
 *
 * @param place for messages: {@code mars.yaml line 3} or {@code --threads}
 */
public record Setting(String key, String value, String place) {

    /** Splits the argument of {@code --set}. */
    public static Setting ofAssignment(String text) {
        int split = text.indexOf('=');
        if (split < 1) {
            throw new ConfigException("--set " + text + ": write --set key=value, for example --set eta=2");
        }
        return new Setting(
                text.substring(0, split).trim(), text.substring(split + 1).trim(), "--set");
    }
}
