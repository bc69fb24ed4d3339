package org.teleost.leaf;

import java.util.Arrays;
import org.teleost.model.State;

/** What some states had in their lanes: values of the halves of the int lanes, and ranges of the float lanes. */
final class SeenLanes {
    private static final int MOST_SAMPLES = 1 << 16;

    /** One in so many values of a float lane lies below its range, and one above. */
    private static final int TAIL = 50;

    /** The number of each value in the order of their appearance, from 1; 0 for those never seen. */
    private final short[][] number;

    private final int[] count;
    private final int[] first;
    private final int[] varied;
    private final int[] highest;
    private final float[][] floats;
    private int samples;

    SeenLanes(int lanes, int floatLanes) {
        floats = new float[floatLanes][MOST_SAMPLES];
        number = new short[2 * lanes][1 << 16];
        count = new int[2 * lanes];
        first = new int[2 * lanes];
        varied = new int[2 * lanes];
        highest = new int[2 * lanes];
    }

    /**
     * Half of an int lane with few values.
     *
     * @param numbers number by value, null where values are their own numbers
     * @param size more than the largest number; a power of two where values are their own numbers
     */
    record Few(int lane, int shift, short[] numbers, int size) {
        int number(State state) {
            int value = state.ints[lane] >>> shift & 0xFFFF;
            return numbers == null ? value & size - 1 : numbers[value];
        }
    }

    void add(State state) {
        if (samples < MOST_SAMPLES) {
            for (int lane = 0; lane < floats.length; lane++) {
                floats[lane][samples] = state.floats[lane];
            }
            samples++;
        }
        for (int half = 0; half < count.length; half++) {
            int value = state.ints[half / 2] >>> half % 2 * 16 & 0xFFFF;
            if (count[half] == 0) {
                first[half] = value;
            }
            varied[half] |= value ^ first[half];
            highest[half] = Math.max(highest[half], value);
            if (number[half][value] == 0 && count[half] < Short.MAX_VALUE) {
                number[half][value] = (short) ++count[half];
            }
        }
    }

    /** Halves of int lanes, the low one first. */
    int halves() {
        return count.length;
    }

    /** Number of different values of a half. */
    int values(int half) {
        return count[half];
    }

    /** The bits of a half that were not always the same. */
    int varied(int half) {
        return varied[half];
    }

    /** A half by numbers: values that lie dense are their own, with room for those that were not seen. */
    Few few(int half) {
        int dense = Integer.highestOneBit(2 * highest[half] + 1) * 2;
        boolean direct = dense <= 8 * count[half] + 64;
        return new Few(half / 2, half % 2 * 16, direct ? null : number[half], direct ? dense : count[half] + 1);
    }

    /** Two values of a float lane that few lie below and above. */
    float[] range(int lane) {
        float[] sorted = Arrays.copyOf(floats[lane], samples);
        Arrays.sort(sorted);
        int tail = samples / TAIL;
        return new float[] {sorted[tail], sorted[samples - 1 - tail]};
    }
}
