package org.teleost.viewer.scene.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers on an axis.
 *
 * @param values ascending
 * @param texts one for each
 */
public record Ticks(List<Double> values, List<String> texts) {
    public Ticks {
        values = List.copyOf(values);
        texts = List.copyOf(texts);
    }

    /** Multiples of 1, 2 or 5 times a power of ten within a range, {@code most} or fewer but at least one or two. */
    public static Ticks of(Range range, int most) {
        double step = step(range.width() / most);
        List<Double> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        long first = (long) Math.ceil(range.low() / step - 1e-9);
        long last = (long) Math.floor(range.high() / step + 1e-9);
        for (long i = first; i <= last; i++) {
            values.add(i * step);
            texts.add(text(i * step, step));
        }
        return new Ticks(values, texts);
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double share = least / power;
        return power * (share <= 1 + 1e-9 ? 1 : share <= 2 + 1e-9 ? 2 : share <= 5 + 1e-9 ? 5 : 10);
    }

    private static String text(double value, double step) {
        double size = Math.max(Math.abs(value), step);
        if (value == 0 && step >= 1000) {
            return "0";
        }
        if (step >= 1000) {
            return size >= 1e6 ? trimmed(value / 1e6, step / 1e6) + "M" : trimmed(value / 1e3, step / 1e3) + "k";
        }
        return size >= 1e5 || step < 1e-4 ? String.format(Locale.ROOT, "%.1e", value) : trimmed(value, step);
    }

    /** As many digits behind the point as the step needs. */
    private static String trimmed(double value, double step) {
        int digits = (int) Math.max(0, Math.min(9, Math.ceil(-Math.log10(step) - 1e-9)));
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
