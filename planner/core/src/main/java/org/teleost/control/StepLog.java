package org.teleost.control;

import org.teleost.belief.ParticleBelief;

/**
 * The steps since the oldest one whose observation is missing, and the belief before it, so that an observation that
 * comes late can be used. Bounded: after {@link #CAPACITY} steps the missing ones count as lost.
 */
final class StepLog {
    /** Most steps that an observation may be late by. */
    static final int CAPACITY = 16;

    private static final float[] NOTHING = {};

    private final int[] actions = new int[CAPACITY];
    private final float[][] lanes;
    private final boolean[] observed = new boolean[CAPACITY];
    private final long[] observations = new long[CAPACITY];
    private final float[][] percepts = new float[CAPACITY][];
    private ParticleBelief before;
    private long mark;
    private long first;
    private int size;
    private boolean open;

    StepLog(int actionLanes) {
        lanes = new float[CAPACITY][actionLanes];
    }

    boolean isOpen() {
        return open;
    }

    /** Begins with this belief, before step {@code step}; the first call takes memory for a belief. */
    void open(ParticleBelief belief, long updaterMark, long step) {
        if (before == null) {
            before = new ParticleBelief(belief.layout(), belief.size());
        }
        before.copyFrom(belief);
        mark = updaterMark;
        first = step;
        size = 0;
        open = true;
    }

    void close() {
        open = false;
    }

    /** Ends when no observation is missing any more. */
    void closeIfComplete() {
        for (int i = 0; i < size; i++) {
            if (!observed[i]) {
                return;
            }
        }
        open = false;
    }

    void add(int action, float[] executed, long observation, float[] percept) {
        if (append(action, executed)) {
            set(size - 1, observation, percept);
        }
    }

    void addUnobserved(int action, float[] executed) {
        if (append(action, executed)) {
            observed[size - 1] = false;
        }
    }

    private boolean append(int action, float[] executed) {
        if (open && size == CAPACITY) {
            open = false;
        }
        if (!open) {
            return false;
        }
        actions[size] = action;
        System.arraycopy(executed, 0, lanes[size], 0, lanes[size].length);
        size++;
        return true;
    }

    private void set(int i, long observation, float[] percept) {
        observed[i] = true;
        observations[i] = observation;
        percepts[i] = percept.length == 0 ? NOTHING : percept.clone();
    }

    /** Notes the observation of a step; false when the step is not here or had one. */
    boolean fill(long step, long observation, float[] percept) {
        int i = (int) Math.max(-1, Math.min(CAPACITY, step - first));
        if (!open || i < 0 || i >= size || observed[i]) {
            return false;
        }
        set(i, observation, percept);
        return true;
    }

    void restore(ParticleBelief belief) {
        belief.copyFrom(before);
    }

    long mark() {
        return mark;
    }

    int size() {
        return size;
    }

    int action(int i) {
        return actions[i];
    }

    float[] lanes(int i) {
        return lanes[i];
    }

    boolean isObserved(int i) {
        return observed[i];
    }

    long observation(int i) {
        return observations[i];
    }

    float[] percept(int i) {
        return percepts[i];
    }
}
