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

    /** Longest episode, as a power of two. */
    private static final int LONGEST = 6;

    /** Probability of another action although the last one changed something. */
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

    /** One bit of an int lane. */
    private record Bit(int lane, int at) {}

    private final List<SeenLanes.Few> few = new ArrayList<>();
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

    /** Whether each combination of the lanes with few values has tilings of its own. */
    private boolean tilesApart;

    private StateTuples(int floatLanes) {
        low = new float[floatLanes];
        perRange = new float[floatLanes];
    }

    /** Looks at the states of random episodes of the model. */
    static StateTuples of(GenerativeModel model, long seed) {
        State state = model.layout().newState();
        StateTuples found = new StateTuples(state.floats.length);
        State before = model.layout().newState();
        SeenLanes seen = new SeenLanes(state.ints.length, state.floats.length);
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

    private void build(SeenLanes seen) {
        for (int lane = 0; lane < low.length; lane++) {
            float[] range = seen.range(lane);
            low[lane] = range[0];
            perRange[lane] = range[1] > range[0] ? 1.0f / (range[1] - range[0]) : 0.0f;
        }
        for (int half = 0; half < seen.halves(); half++) {
            boolean packed = Math.max(seen.values(half), seen.values(half ^ 1)) > MOST_VALUES;
            if (packed) {
                addBits(half, seen.varied(half));
            } else if (seen.values(half) > 1) {
                few.add(seen.few(half));
            }
        }
        chooseTuples();
        tilingStart = cells;
        chooseTilings();
        long product = 1;
        for (SeenLanes.Few lane : few) {
            product = Math.min(1L << 40, product * lane.size());
        }
        tilesApart = !together.isEmpty() && product <= MOST_JOINT;
        tilingCells = together.size() > 1 ? PAIR_CELLS : TILING_CELLS;
        cells += together.size() * BINS.length * TILINGS * tilingCells;
    }

    private void addBits(int half, int varied) {
        for (int bit = 0; bit < 16; bit++) {
            if ((varied >>> bit & 1) != 0) {
                bits.add(new Bit(half / 2, half % 2 * 16 + bit));
            }
        }
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
            int index = tuple[0] < 0 ? 0 : few.get(tuple[0]).number(state);
            if (tuple[1] >= 0) {
                SeenLanes.Few second = few.get(tuple[1]);
                index = index * second.size() + second.number(state);
            }
            if (tuple[2] >= 0) {
                Bit bit = bits.get(tuple[2]);
                index = 2 * index + (state.ints[bit.lane()] >>> bit.at() & 1);
            }
            out[count] = tupleStart[count] + index;
            count++;
        }
        long place = 0;
        if (tilesApart) {
            for (SeenLanes.Few lane : few) {
                place = place * lane.size() + lane.number(state);
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
}
