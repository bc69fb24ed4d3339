package org.teleost.model;

/**
 * Scratch for one state: models read and write the lanes in place. The arrays are sized by the model's
 * {@link StateLayout} and reused for every particle, so a model must not keep a reference to them.
 */
public final class State {
    /** Integer lanes, one entry per lane. */
    public final int[] ints;

    /** Float lanes, one entry per lane. */
    public final float[] floats;

    /**
     * History lanes: the same for every particle of a belief; changed only by {@link GenerativeModel#updateHistory}.
     */
    public final float[] history;

    /**
     * Coordinates of the action that is being simulated or weighed, where the layout has an {@link ActionBox}; empty
     * where actions are ids. Set before the model is asked; only {@link GenerativeModel#proposeAction} and
     * {@link GenerativeModel#rolloutAction} write them.
     */
    public final float[] action;

    State(int intLanes, int floatLanes, int historyLanes, int actionLanes) {
        ints = new int[intLanes];
        floats = new float[floatLanes];
        history = new float[historyLanes];
        action = new float[actionLanes];
    }

    /** Copies all lanes of {@code source}, which must have the same layout. */
    public void copyFrom(State source) {
        System.arraycopy(source.ints, 0, ints, 0, ints.length);
        System.arraycopy(source.floats, 0, floats, 0, floats.length);
        System.arraycopy(source.history, 0, history, 0, history.length);
        System.arraycopy(source.action, 0, action, 0, action.length);
    }
}
