package org.teleost.experiments.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes such as {@code 256m} or {@code 2g}; powers of 1024. */
public final class ByteSize {
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([kmgt]?)i?b?");

    private ByteSize() {}

    /** Bytes of {@code text}; without a unit the number is in bytes. */
    public static long parse(String text) {
        Matcher matcher = SIZE.matcher(text.trim().toLowerCase(Locale.ROOT).replace("_", ""));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a size; write for example 256m or 2g");
        }
        int power = " kmgt".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2));
        double bytes = Double.parseDouble(matcher.group(1)) * Math.pow(1024, power);
        return bytes >= Long.MAX_VALUE ? Long.MAX_VALUE : Math.round(bytes);
    }

    /** Short text for people, for example {@code 256m}. */
    public static String text(long bytes) {
        String units = "kmgt";
        for (int power = 4; power >= 1; power--) {
            long unit = 1L << 10 * power;
            if (bytes >= unit) {
                String amount = bytes % unit == 0
                        ? Long.toString(bytes / unit)
                        : String.format(Locale.ROOT, "%.1f", (double) bytes / unit);
                return amount + units.charAt(power - 1);
            }
        }
        return bytes + " bytes";
    }
}
