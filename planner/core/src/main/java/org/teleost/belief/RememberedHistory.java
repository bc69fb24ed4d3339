package org.teleost.belief;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.teleost.random.RandomStream;

/**
 * The actions and observations of an episode so far, at most {@link #CAPACITY} of them, and the seeds of the attempts
 * to rebuild a collapsed belief by replaying them.
 */
public final class RememberedHistory {
    /** Steps that are kept. */
    public static final int CAPACITY = 1024;

    /** Attempts at a replay before a belief counts as lost. */
    public static final int ATTEMPTS = 3;

    private static final float[] NO_LANES = {};

    private final int[] actions = new int[CAPACITY];
    private final long[] observations = new long[CAPACITY];
    private final boolean[] unobserved = new boolean[CAPACITY];
    private float[] lanes = {};
    private long length;

    /** An empty history. */
    public RememberedHistory() {}

    /** Forgets all. */
    public void clear() {
        length = 0;
    }

    /** Appends a step whose action is an id. */
    public void remember(int action, long observation) {
        remember(action, NO_LANES, observation);
    }

    /** Appends a step; {@code action} are the coordinates of a continuous action, empty for an id. */
    public void remember(int id, float[] action, long observation) {
        if (length < CAPACITY) {
            int end = (int) (length + 1) * action.length;
            if (end > lanes.length) {
                lanes = Arrays.copyOf(lanes, CAPACITY * action.length);
            }
            System.arraycopy(action, 0, lanes, end - action.length, action.length);
            actions[(int) length] = id;
            observations[(int) length] = observation;
            unobserved[(int) length] = false;
        }
        length++;
    }

    /** Appends a step whose observation did not come. */
    public void rememberUnobserved(int id, float[] action) {
        remember(id, action, 0);
        if (length <= CAPACITY) {
            unobserved[(int) length - 1] = true;
        }
    }

    /** Steps of the episode so far, those included that were too many to keep. */
    public long steps() {
        return length;
    }

    /** Forgets all but the first {@code steps}. */
    public void truncate(long steps) {
        if (steps < 0 || steps > length) {
            throw new IllegalArgumentException("steps=" + steps + "; allowed range 0 to " + length);
        }
        length = steps;
    }

    /** Drops a step that nothing explains, so that it does not spoil later replays. */
    public void forgetLast() {
        length--;
    }

    /** False when the episode is longer than what is kept: it can't be replayed from the prior. */
    public boolean isComplete() {
        return length <= CAPACITY;
    }

    /** Steps kept. */
    public int length() {
        return (int) Math.min(length, CAPACITY);
    }

    /** Action of a step. */
    public int action(int step) {
        return actions[step];
    }

    /** Copies the coordinates of a step's action. */
    public void loadAction(int step, float[] action) {
        System.arraycopy(lanes, step * action.length, action, 0, action.length);
    }

    /** Observation of a step. */
    public long observation(int step) {
        return observations[step];
    }

    /** Whether the step's observation came. */
    public boolean isObserved(int step) {
        return !unobserved[step];
    }

    void save(DataOutput out) throws IOException {
        int lanesPerAction = lanes.length / CAPACITY;
        out.writeLong(length);
        out.writeInt(lanesPerAction);
        for (int step = 0; step < length(); step++) {
            out.writeInt(actions[step]);
            out.writeLong(observations[step]);
            out.writeBoolean(unobserved[step]);
            for (int lane = 0; lane < lanesPerAction; lane++) {
                out.writeFloat(lanes[step * lanesPerAction + lane]);
            }
        }
    }

    void load(DataInput in, int lanesPerAction) throws IOException {
        long steps = in.readLong();
        int stored = in.readInt();
        // a history without steps has never seen an action's lanes
        if (steps < 0 || stored != lanesPerAction && !(stored == 0 && steps == 0)) {
            throw new IOException("steps=" + steps + " and lanes=" + stored + " of a remembered history");
        }
        length = 0;
        float[] action = new float[stored];
        for (int step = 0; step < Math.min(steps, CAPACITY); step++) {
            int id = in.readInt();
            long observation = in.readLong();
            boolean missing = in.readBoolean();
            for (int lane = 0; lane < stored; lane++) {
                action[lane] = in.readFloat();
            }
            remember(id, action, observation);
            unobserved[step] = missing;
        }
        length = steps;
    }

    /** Seed of an attempt to rebuild the belief of the given update. */
    public static long attemptSeed(long seed, long update, int attempt) {
        return RandomStream.derive(seed, update * ATTEMPTS + attempt);
    }
}
