package org.teleost.envs.finray.sinusoid;

import java.util.ArrayList;
import java.util.List;
import org.teleost.envs.finray.FinRay;

/**
 * Sinusoids to try: every amplitude with every phase and every multiple of the frequency.
 *
 * @param amplitudes in radians, rising
 * @param phases in degrees, rising
 * @param multiples of the root's frequency, rising
 */
public record SinusoidGrid(List<Double> amplitudes, List<Double> phases, List<Integer> multiples) {
    /** @throws IllegalArgumentException if a list is empty or does not rise, or a sinusoid is out of its bounds */
    public SinusoidGrid {
        amplitudes = List.copyOf(amplitudes);
        phases = List.copyOf(phases);
        multiples = List.copyOf(multiples);
        requireRising("amplitudes", amplitudes);
        requireRising("phases", phases);
        requireRising("multiples", multiples);
        for (int multiple : multiples) {
            new Sinusoid(amplitudes.get(0), phases.get(0), multiple);
        }
        new Sinusoid(amplitudes.get(amplitudes.size() - 1), phases.get(phases.size() - 1), multiples.get(0));
    }

    private static void requireRising(String name, List<? extends Number> values) {
        boolean rising = !values.isEmpty();
        for (int i = 1; i < values.size(); i++) {
            rising &= values.get(i - 1).doubleValue() < values.get(i).doubleValue();
        }
        if (!rising) {
            throw new IllegalArgumentException("grid needs rising " + name + ": " + name + "=" + values);
        }
    }

    /** Amplitudes evenly up to the largest, phases evenly around the circle from 0. */
    public static SinusoidGrid even(int amplitudes, int phases, double largestAmplitude, List<Integer> multiples) {
        List<Double> heights = new ArrayList<>();
        for (int i = 1; i <= amplitudes; i++) {
            heights.add(rounded(largestAmplitude * i / amplitudes));
        }
        List<Double> angles = new ArrayList<>();
        for (int i = 0; i < phases; i++) {
            angles.add(rounded(360.0 * i / phases));
        }
        return new SinusoidGrid(heights, angles, multiples);
    }

    /** All sinusoids, multiple by multiple, amplitude by amplitude, phase by phase. */
    public List<Sinusoid> sinusoids() {
        List<Sinusoid> all = new ArrayList<>();
        for (int multiple : multiples) {
            for (double amplitude : amplitudes) {
                for (double phase : phases) {
                    all.add(new Sinusoid(amplitude, phase, multiple));
                }
            }
        }
        return all;
    }

    /**
     * The sinusoids around one of the grid's, at a fraction of its spacing, as far as their bounds allow.
     *
     * @param fraction of the spacing, for example 0.5
     */
    public List<Sinusoid> around(Sinusoid centre, double fraction) {
        double height = fraction * spacing(amplitudes, centre.amplitude());
        double angle = fraction * spacing(phases, 360.0);
        List<Sinusoid> neighbours = new ArrayList<>();
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                double amplitude = rounded(centre.amplitude() + i * height);
                double phase = rounded((centre.phase() + j * angle + 360.0) % 360.0);
                if ((i != 0 || j != 0) && amplitude > 0.0 && amplitude <= FinRay.LARGEST_OFFSET) {
                    neighbours.add(new Sinusoid(amplitude, phase, centre.multiple()));
                }
            }
        }
        return neighbours;
    }

    /** Mean distance of neighbours, {@code only} for a single value. */
    private static double spacing(List<Double> values, double only) {
        int last = values.size() - 1;
        return last == 0 ? only : (values.get(last) - values.get(0)) / last;
    }

    /** Without the tail that sums of binary fractions leave, so that the same sinusoid has one name. */
    private static double rounded(double value) {
        return Math.round(value * 1e9) / 1e9;
    }
}
