package org.teleost.envs.finray.wave;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.scoring.OffsetControl;

/**
 * A wave of the offset in step with the root's heave, whatever the ray does; reached through actions like any other
 * control, so within the same bounds and in straight lines between decisions.
 *
 * @param parameters of the family, each within 360
 */
public record Wave(WaveFamily family, List<Double> parameters) implements OffsetControl {
    private static final double LARGEST = 360.0;

    /** @throws IllegalArgumentException if the parameters are not the family's */
    public Wave {
        parameters = List.copyOf(parameters);
        if (parameters.size() != family.parameters()
                || parameters.stream().anyMatch(value -> !(Math.abs(value) <= LARGEST))) {
            throw new IllegalArgumentException("wave does not fit: family=" + family.label() + " parameters="
                    + parameters + " wanted=" + family.parameters() + " numbers within 360");
        }
    }

    /** The wave of these parameters, rounded to 1e-4 so that its text says all of it. */
    static Wave rounded(WaveFamily family, double[] parameters) {
        List<Double> values = new ArrayList<>();
        for (double value : parameters) {
            values.add(Math.round(value * 1e4) / 1e4);
        }
        return new Wave(family, values);
    }

    /** Reads {@link #text}. */
    public static Wave parse(String text) {
        int colon = text.indexOf(':');
        for (WaveFamily family : WaveFamily.values()) {
            if (colon > 0 && family.label().equals(text.substring(0, colon))) {
                List<Double> values = new ArrayList<>();
                try {
                    for (String number : text.substring(colon + 1).split(";", -1)) {
                        values.add(Double.parseDouble(number));
                    }
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("not a wave: '" + text + "'", e);
                }
                return new Wave(family, values);
            }
        }
        throw new IllegalArgumentException("not a wave: '" + text
                + "'; it looks like clipped:2.0;65.0, trapezoid:1.9;60.0 or harmonics: and six numbers");
    }

    /** Family and parameters, {@code clipped:2.0000;65.0000}. */
    public String text() {
        StringBuilder text = new StringBuilder(family.label());
        char separator = ':';
        for (double value : parameters) {
            text.append(separator).append(String.format(Locale.ROOT, "%.4f", value));
            separator = ';';
        }
        return text.toString();
    }

    /** The offset at a time of the flow, within its bounds. */
    public double offset(double time) {
        double[] values = parameters.stream().mapToDouble(Double::doubleValue).toArray();
        double free = family.offset(values, FinRay.OMEGA * time);
        return Math.max(-FinRay.LARGEST_OFFSET, Math.min(FinRay.LARGEST_OFFSET, free));
    }

    @Override
    public double action(FinRay ray) {
        return FinRay.actionTowards(ray.offset(), offset(ray.time() + FinRay.DECISION));
    }
}
