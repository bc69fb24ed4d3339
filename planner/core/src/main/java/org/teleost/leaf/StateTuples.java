package org.teleost.leaf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Which cells of a table a state turns on, found by looking at the states of random episodes: values of int lanes with
 * few values, single bits of the others, pairs of these (n-tuples, Bledsoe and Browning 1959), and overlapping tilings
 * of the float lanes (Albus 1975). A function of states is then a sum of cells. Immutable.
 */
final class StateTuples {
    private static final int EPISODES = 4_000;
    private static final int LONGEST = 6;

    /** One in so many values of a float lane lies below its range, and one above. */
    private static final int TAIL = 50;

    private static final double TURNS = 0.15;

    /** An int lane of which a half has more values is read bit by bit. */
    private static final int MOST_VALUES = 600;

    private static final int MOST_PAIR = 1 << 20;
    private static final int MOST_JOINT = 1 << 13;
    private static final int MOST_TUPLES = 400;

    /** Bins per lane of the tilings, how many tilings each, and cells of one. */
    private static final int[] BINS = {4, 9, 19};

    private static final int TILINGS = 4;

    /** Room of a tiling beyond the range, as a share of it. */
    private static final float BEYOND = 0.05f;

    private static final int TILING_CELLS = 1 << 17;
    private static final int PAIR_CELLS = 1 << 12;

    /** Pairs of float lanes that are tiled, neighbours first. */
    private static final int MOST_TILED_PAIRS = 48;

    /** Cells of all tuples of int lanes. */
    private static final int MOST_CELLS = 1 << 23;

    /** More float lanes than this are looked at in pairs. */
    private static final int MOST_TOGETHER = 5;

    /** Half of an int lane with few values: the number of each value, 0 for those never seen. */
    private record Few(int lane, int shift, short[] number, int size) {}

    /** One bit of an int lane. */
    private record Bit(int lane, int at) {}

    private final List<Few> few = new ArrayList<>();
    private final List<Bit> bits = new ArrayList<>();
    private final float[] low;
    private final float[] perRange;

    /** Tuples of lanes with few values and bits: up to two indexes of {@link #few} and one of {@link #bits}, or -1. */
    private final List<int[]> tuples = new ArrayList<>();

    private final int[] tupleStart = new int[MOST_TUPLES];
    private final List<int[]> together = new ArrayList<>();
    private int tilingStart;
    private int tilingCells;
    private int cells;
    private boolean joint;

    private StateTuples(int floatLanes) {
        low = new float[floatLanes];
        perRange = new float[floatLanes];
    }

    /** Looks at the states of random episodes of the model. */
    static StateTuples of(GenerativeModel model, long seed) {
        State state = model.layout().newState();
        StateTuples found = new StateTuples(state.floats.length);
        State before = model.layout().newState();
        Seen seen = new Seen(state.ints.length, state.floats.length);
        Outcome out = new Outcome();
        RandomStream stream = new RandomStream(seed);
        for (int episode = 0; episode < EPISODES; episode++) {
            stream.startEpisode(seed, 0, episode);
            model.initialHistory(state);
            model.sampleInitial(state, stream);
            seen.add(state);
            int action = model.proposeAction(state, stream);
            for (int step = 1 << stream.nextInt(LONGEST + 1); step > 0; step--) {
                before.copyFrom(state);
                model.step(state, action, stream, out);
                if (out.terminal) {
                    break;
                }
                model.updateHistory(state, action, out.observation);
                seen.add(state);
                // whoever keeps going gets further
                boolean moved = !Arrays.equals(before.ints, state.ints) || !Arrays.equals(before.floats, state.floats);
                if (!moved || !model.isLegal(state, action) || stream.nextBoolean(TURNS)) {
                    action = model.proposeAction(state, stream);
                }
            }
        }
        found.build(seen);
        return found;
    }

    private void build(Seen seen) {
        for (int lane = 0; lane < low.length; lane++) {
            float[] sorted = Arrays.copyOf(seen.values[lane], seen.samples);
            Arrays.sort(sorted);
            int tail = seen.samples / TAIL;
            low[lane] = sorted[tail];
            float range = sorted[seen.samples - 1 - tail] - low[lane];
            perRange[lane] = range > 0.0f ? 1.0f / range : 0.0f;
        }
        for (int half = 0; half < seen.count.length; half++) {
            boolean packed = Math.max(seen.count[half], seen.count[half ^ 1]) > MOST_VALUES;
            if (seen.count[half] > 1 && !packed) {
                few.add(seen.few(half));
            } else if (packed) {
                for (int bit = 0; bit < 16; bit++) {
                    if ((seen.varied[half] >>> bit & 1) != 0) {
                        bits.add(new Bit(half / 2, half % 2 * 16 + bit));
                    }
                }
            }
        }
        long product = 1;
        for (Few lane : few) {
            product = Math.min(1L << 40, product * lane.size());
        }
        joint = few.size() > 1 && product <= MOST_JOINT;
        chooseTuples();
        tilingStart = cells;
        chooseTilings();
        tilingCells = together.size() > 1 ? PAIR_CELLS : TILING_CELLS;
        cells += together.size() * BINS.length * TILINGS * tilingCells;
    }

    private void chooseTuples() {
        for (int i = 0; i < few.size(); i++) {
            addTuple(i, -1, -1);
            for (int j = i + 1; j < few.size(); j++) {
                addTuple(i, j, -1);
            }
        }
        for (int bit = 0; bit < bits.size(); bit++) {
            addTuple(-1, -1, bit);
            for (int i = 0; i < few.size(); i++) {
                addTuple(i, -1, bit);
            }
        }
        for (int bit = 0; bit < bits.size() && few.size() == 2; bit++) {
            addTuple(0, 1, bit);
        }
    }

    private void addTuple(int first, int second, int bit) {
        int[] tuple = {first, second, bit};
        boolean fits = second < 0 || size(tuple) <= (bit < 0 ? MOST_PAIR : MOST_JOINT);
        if (fits && tuples.size() < MOST_TUPLES && cells + size(tuple) <= MOST_CELLS) {
            tupleStart[tuples.size()] = cells;
            tuples.add(tuple);
            cells += size(tuple);
        }
    }

    private int size(int[] tuple) {
        int size = tuple[2] < 0 ? 1 : 2;
        size *= tuple[0] < 0 ? 1 : few.get(tuple[0]).size();
        return size * (tuple[1] < 0 ? 1 : few.get(tuple[1]).size());
    }

    private void chooseTilings() {
        int lanes = low.length;
        if (lanes == 0) {
            return;
        }
        if (lanes <= MOST_TOGETHER) {
            int[] all = new int[lanes];
            Arrays.setAll(all, i -> i);
            together.add(all);
            return;
        }
        for (int apart = 1; apart < lanes; apart++) {
            for (int i = 0; i + apart < lanes && together.size() < MOST_TILED_PAIRS; i++) {
                together.add(new int[] {i, i + apart});
            }
        }
    }

    /** Cells of the table. */
    int cells() {
        return cells;
    }

    /** Cells that a state turns on. */
    int active() {
        return tuples.size() + together.size() * BINS.length * TILINGS;
    }

    /** What finding the cells costs, in the time for one of a tuple. */
    int cost() {
        return tuples.size() + 6 * together.size() * BINS.length * TILINGS;
    }

    /** Writes the cells of the state to {@code out}; returns their number, {@link #active}. */
    int find(State state, int[] out) {
        int count = 0;
        for (int[] tuple : tuples) {
            int index = tuple[0] < 0 ? 0 : number(few.get(tuple[0]), state);
            if (tuple[1] >= 0) {
                Few second = few.get(tuple[1]);
                index = index * second.size() + number(second, state);
            }
            if (tuple[2] >= 0) {
                Bit bit = bits.get(tuple[2]);
                index = 2 * index + (state.ints[bit.lane()] >>> bit.at() & 1);
            }
            out[count] = tupleStart[count] + index;
            count++;
        }
        long place = 0;
        if (joint || few.size() == 1) {
            for (Few lane : few) {
                place = place * lane.size() + number(lane, state);
            }
        }
        int start = tilingStart;
        for (int[] lanes : together) {
            for (int bins : BINS) {
                for (int tiling = 0; tiling < TILINGS; tiling++) {
                    out[count++] = start + tile(state, lanes, bins, tiling, place);
                    start += tilingCells;
                }
            }
        }
        return count;
    }

    private static int number(Few lane, State state) {
        int value = state.ints[lane.lane()] >>> lane.shift() & 0xFFFF;
        return lane.number() == null ? value & lane.size() - 1 : lane.number()[value];
    }

    private int tile(State state, int[] lanes, int bins, int tiling, long place) {
        long hash = place;
        for (int k = 0; k < lanes.length; k++) {
            int lane = lanes[k];
            float at = (state.floats[lane] - low[lane]) * perRange[lane];
            // tilings are shifted by odd multiples, so that no two share their edges (Miller and Glanz 1996)
            float shift = (float) ((2 * k + 1) * tiling % TILINGS) / TILINGS;
            int bin = (int) (Math.max(-BEYOND, Math.min(1.0f + BEYOND, at)) * bins + shift + 1.0f);
            hash = hash * 0x9E3779B97F4A7C15L + bin + 1;
        }
        hash *= 0xBF58476D1CE4E5B9L;
        return (int) (hash >>> 40) & tilingCells - 1;
    }

    /** Values of the halves of the int lanes, and of the float lanes. */
    private static final class Seen {
        private static final int MOST_SAMPLES = 1 << 16;

        private final short[][] number;
        private final int[] count;
        private final int[] first;
        private final int[] varied;
        private final int[] highest;

        private final float[][] values;
        private int samples;

        Seen(int lanes, int floatLanes) {
            values = new float[floatLanes][MOST_SAMPLES];
            number = new short[2 * lanes][1 << 16];
            count = new int[2 * lanes];
            first = new int[2 * lanes];
            varied = new int[2 * lanes];
            highest = new int[2 * lanes];
        }

        /** Values that lie dense are their own numbers, with room for those that were not seen. */
        Few few(int half) {
            int dense = Integer.highestOneBit(2 * highest[half] + 1) * 2;
            boolean direct = dense <= 8 * count[half] + 64;
            return new Few(half / 2, half % 2 * 16, direct ? null : number[half], direct ? dense : count[half] + 1);
        }

        void add(State state) {
            if (samples < MOST_SAMPLES) {
                for (int lane = 0; lane < values.length; lane++) {
                    values[lane][samples] = state.floats[lane];
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
    }
}
