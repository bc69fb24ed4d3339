package org.teleost.baselines.frame;

import org.teleost.model.State;
import org.teleost.model.StateLayout;

/** States without their history lanes as rows of flat arrays; fixed capacity, forgotten all at once. */
public final class StateRows {
    private final int intLanes;
    private final int floatLanes;
    private final int[] ints;
    private final float[] floats;
    private final int capacity;
    private int size;

    /** Room for so many states. */
    public StateRows(StateLayout layout, int capacity) {
        intLanes = layout.ints().size();
        floatLanes = layout.floats().size();
        this.capacity = capacity;
        ints = new int[Math.multiplyExact(capacity, intLanes)];
        floats = new float[Math.multiplyExact(capacity, floatLanes)];
    }

    /** Bytes of a row. */
    public static int bytes(StateLayout layout) {
        return 4 * (layout.ints().size() + layout.floats().size());
    }

    public void clear() {
        size = 0;
    }

    /** Forgets the rows from {@code newSize} on. */
    public void truncate(int newSize) {
        size = newSize;
    }

    public int size() {
        return size;
    }

    public boolean hasRoom(int rows) {
        return size + rows <= capacity;
    }

    /** Adds a state and returns its row; there must be room. */
    public int add(State state) {
        set(size, state);
        return size++;
    }

    /** Adds rows that are filled with {@link #set} later; returns the first, there must be room. */
    public int reserve(int rows) {
        size += rows;
        return size - rows;
    }

    /** Copies a row of another store of the same layout over one of these. */
    public void copy(StateRows from, int fromRow, int row) {
        System.arraycopy(from.ints, fromRow * intLanes, ints, row * intLanes, intLanes);
        System.arraycopy(from.floats, fromRow * floatLanes, floats, row * floatLanes, floatLanes);
    }

    /** Replaces a row. */
    public void set(int row, State state) {
        System.arraycopy(state.ints, 0, ints, row * intLanes, intLanes);
        System.arraycopy(state.floats, 0, floats, row * floatLanes, floatLanes);
    }

    /** Copies a row into the lanes of {@code state}; its history lanes stay as they are. */
    public void load(int row, State state) {
        System.arraycopy(ints, row * intLanes, state.ints, 0, intLanes);
        System.arraycopy(floats, row * floatLanes, state.floats, 0, floatLanes);
    }
}
