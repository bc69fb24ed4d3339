package org.teleost.experiments.computation.figure;

import java.util.Arrays;
import java.util.Locale;

/** Round values along a range. */
final class Ticks {
    private static final double[] ROUND = {1.0, 2.0, 2.5, 5.0, 10.0};

    private Ticks() {}

    /** Round values inside {@code [low, high]}, about {@code count} of them, at a constant distance. */
    static double[] between(double low, double high, int count) {
        if (!(high > low)) {
            return new double[] {low};
        }
        double raw = (high - low) / Math.max(1, count);
        double power = Math.pow(10.0, Math.floor(Math.log10(raw)));
        double step = power * ROUND[ROUND.length - 1];
        for (double candidate : ROUND) {
            if (candidate * power >= raw * 0.999) {
                step = candidate * power;
                break;
            }
        }
        int first = (int) Math.ceil(low / step - 1e-9);
        int last = (int) Math.floor(high / step + 1e-9);
        double[] ticks = new double[Math.max(0, last - first + 1)];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }

    /** Texts with as many decimals as it takes to tell them apart, and no more. */
    static String[] texts(double[] values) {
        for (int decimals = 0; decimals <= 8; decimals++) {
            String format = "%." + decimals + "f";
            double scale = Math.pow(10.0, decimals);
            double size = Arrays.stream(values).map(Math::abs).max().orElse(1.0);
            if (Arrays.stream(values).allMatch(v -> Math.abs(v * scale - Math.rint(v * scale)) < 1e-6 * scale * size)) {
                return Arrays.stream(values)
                        .mapToObj(v -> String.format(Locale.ROOT, format, v == 0.0 ? 0.0 : v))
                        .toArray(String[]::new);
            }
        }
        return Arrays.stream(values)
                .mapToObj(v -> String.format(Locale.ROOT, "%.3g", v))
                .toArray(String[]::new);
    }
}
