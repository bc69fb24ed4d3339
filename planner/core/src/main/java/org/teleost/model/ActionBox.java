package org.teleost.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.teleost.random.RandomStream;

/**
 * A continuous action space: the product of intervals low[i] to high[i], one named coordinate each. A model declares it
 * with {@link StateLayout#withActions} and finds the coordinates of the action in {@link State#action}. Immutable.
 */
public final class ActionBox {
    /** No coordinates: the actions are ids. */
    public static final ActionBox NONE = new ActionBox(List.of(), new float[0], new float[0]);

    private final List<String> names;
    private final float[] low;
    private final float[] high;

    private ActionBox(List<String> names, float[] low, float[] high) {
        this.names = List.copyOf(names);
        this.low = low;
        this.high = high;
    }

    /** An interval; more with {@link #and}. */
    public static ActionBox of(String name, double low, double high) {
        return NONE.and(name, low, high);
    }

    /** This box times one more interval. */
    public ActionBox and(String name, double lowest, double highest) {
        if (!(lowest < highest) || Double.isInfinite(lowest) || Double.isInfinite(highest)) {
            throw new IllegalArgumentException(
                    "action coordinate " + name + ": low=" + lowest + " high=" + highest + "; low must be below high");
        }
        int n = low.length;
        String[] allNames = names.toArray(new String[n + 1]);
        allNames[n] = name;
        float[] lows = Arrays.copyOf(low, n + 1);
        float[] highs = Arrays.copyOf(high, n + 1);
        lows[n] = (float) lowest;
        highs[n] = (float) highest;
        return new ActionBox(List.of(allNames), lows, highs);
    }

    /** Names of the coordinates. */
    public List<String> names() {
        return names;
    }

    /** Number of coordinates, 0 where actions are ids. */
    public int size() {
        return low.length;
    }

    /** Least value of a coordinate. */
    public float low(int i) {
        return low[i];
    }

    /** Greatest value of a coordinate. */
    public float high(int i) {
        return high[i];
    }

    /** Length of a coordinate's interval. */
    public float side(int i) {
        return high[i] - low[i];
    }

    /** Draws uniformly from the box. */
    public void sample(float[] action, RandomStream stream) {
        for (int i = 0; i < low.length; i++) {
            action[i] = clip(i, low[i] + (float) stream.nextDouble() * side(i));
        }
    }

    /** The nearest value of the coordinate that the box holds. */
    public float clip(int i, float value) {
        return Math.max(low[i], Math.min(high[i], value));
    }

    /** Throws when there are not as many coordinates as the box has, or one lies outside. */
    public void check(float[] action) {
        if (action.length != low.length) {
            throw new IllegalArgumentException(
                    "action has " + action.length + " coordinates; " + low.length + " are needed: " + names);
        }
        for (int i = 0; i < low.length; i++) {
            if (!(action[i] >= low[i] && action[i] <= high[i])) {
                throw new IllegalArgumentException("action coordinate " + names.get(i) + "=" + action[i]
                        + "; allowed range " + low[i] + " to " + high[i]);
            }
        }
    }

    /** Coordinates by name, for people. */
    public String text(float[] action) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < low.length; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(names.get(i))
                    .append('=')
                    .append(String.format(Locale.ROOT, "%.3g", action[i]));
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActionBox box
                && names.equals(box.names)
                && Arrays.equals(low, box.low)
                && Arrays.equals(high, box.high);
    }

    @Override
    public int hashCode() {
        return names.hashCode() * 31 + Arrays.hashCode(low);
    }
}
