package org.teleost.learn.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * {@link #ROWS} transitions. A row of {@code values} holds observation, action, next observation and reward side by
 * side, so that drawing a row at random touches one stretch of memory.
 */
final class ReplayBlock {
    static final int ROWS = 1024;

    private static final int TERMINATED = 1;
    private static final int TRUNCATED = 2;
    private static final int FIXED_BYTES = 1 + 4 + 8 + 4 + 8;

    private final int observationSize;
    private final int actionSize;
    private final int stride;
    private final float[] values;
    private final byte[] flags = new byte[ROWS];
    private final int[] workers = new int[ROWS];
    private final long[] episodes = new long[ROWS];
    private final int[] steps = new int[ROWS];
    private final long[] policyVersions = new long[ROWS];
    private final long[] checksums;

    ReplayBlock(int observationSize, int actionSize, boolean checked) {
        this.observationSize = observationSize;
        this.actionSize = actionSize;
        stride = Math.addExact(Math.multiplyExact(2, observationSize), actionSize + 1);
        values = new float[Math.multiplyExact(ROWS, stride)];
        checksums = checked ? new long[ROWS] : null;
    }

    /** Bytes of a row in a saved buffer. */
    static int savedBytes(int observationSize, int actionSize) {
        return 4 * (2 * observationSize + actionSize + 1) + FIXED_BYTES;
    }

    void put(int row, Transition from) {
        int at = row * stride;
        System.arraycopy(from.observation, 0, values, at, observationSize);
        System.arraycopy(from.action, 0, values, at + observationSize, actionSize);
        System.arraycopy(from.nextObservation, 0, values, at + observationSize + actionSize, observationSize);
        values[at + stride - 1] = from.reward;
        flags[row] = (byte) ((from.terminated ? TERMINATED : 0) | (from.truncated ? TRUNCATED : 0));
        workers[row] = from.worker;
        episodes[row] = from.episode;
        steps[row] = from.step;
        policyVersions[row] = from.policyVersion;
        if (checksums != null) {
            checksums[row] = from.checksum;
        }
    }

    void get(int row, Transition to) {
        int at = row * stride;
        System.arraycopy(values, at, to.observation, 0, observationSize);
        System.arraycopy(values, at + observationSize, to.action, 0, actionSize);
        System.arraycopy(values, at + observationSize + actionSize, to.nextObservation, 0, observationSize);
        to.reward = values[at + stride - 1];
        to.terminated = (flags[row] & TERMINATED) != 0;
        to.truncated = (flags[row] & TRUNCATED) != 0;
        to.worker = workers[row];
        to.episode = episodes[row];
        to.step = steps[row];
        to.policyVersion = policyVersions[row];
        to.checksum = checksums == null ? 0 : checksums[row];
    }

    void copyInto(Batch batch, int batchRow, int row) {
        int at = row * stride;
        int observationAt = batchRow * observationSize;
        System.arraycopy(values, at, batch.observations, observationAt, observationSize);
        System.arraycopy(values, at + observationSize, batch.actions, batchRow * actionSize, actionSize);
        int next = at + observationSize + actionSize;
        System.arraycopy(values, next, batch.nextObservations, observationAt, observationSize);
        batch.rewards[batchRow] = values[at + stride - 1];
        batch.terminated[batchRow] = (flags[row] & TERMINATED) != 0 ? 1f : 0f;
    }

    long policyVersion(int row) {
        return policyVersions[row];
    }

    /** Writes the first {@code rows} rows. */
    void write(int rows, DataOutput out) throws IOException {
        byte[] bytes = new byte[savedBytes(observationSize, actionSize)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        FloatBuffer floats = buffer.asFloatBuffer();
        for (int row = 0; row < rows; row++) {
            floats.put(0, values, row * stride, stride);
            buffer.position(4 * stride);
            buffer.put(flags[row]).putInt(workers[row]).putLong(episodes[row]);
            buffer.putInt(steps[row]).putLong(policyVersions[row]);
            out.write(bytes);
        }
    }

    private void requireSound(int row) throws IOException {
        boolean sound = (flags[row] & ~(TERMINATED | TRUNCATED)) == 0
                && workers[row] >= 0
                && steps[row] >= 0
                && policyVersions[row] >= Transition.NO_POLICY;
        for (int i = row * stride; i < (row + 1) * stride; i++) {
            sound &= Float.isFinite(values[i]);
        }
        if (!sound) {
            throw new IOException("saved transition is damaged: row=" + row + " of its block, flags=" + flags[row]
                    + " worker=" + workers[row] + " step=" + steps[row] + " policyVersion=" + policyVersions[row]
                    + ", or a number that is not finite");
        }
    }

    /** Reads what {@link #write} wrote; checksums are computed anew, for the file has its own. */
    void read(int rows, DataInput in) throws IOException {
        byte[] bytes = new byte[savedBytes(observationSize, actionSize)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        FloatBuffer floats = buffer.asFloatBuffer();
        Transition scratch = new Transition(observationSize, actionSize);
        for (int row = 0; row < rows; row++) {
            in.readFully(bytes);
            floats.get(0, values, row * stride, stride);
            buffer.position(4 * stride);
            flags[row] = buffer.get();
            workers[row] = buffer.getInt();
            episodes[row] = buffer.getLong();
            steps[row] = buffer.getInt();
            policyVersions[row] = buffer.getLong();
            requireSound(row);
            if (checksums != null) {
                get(row, scratch);
                checksums[row] = scratch.computeChecksum();
            }
        }
    }
}
