package org.teleost.learn.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.teleost.random.RandomStream;

/**
 * The newest transitions, drawn uniformly with replacement. Memory is taken in blocks as transitions arrive, so a large
 * capacity costs nothing until it is used; once full, the oldest transition is overwritten. Neither adding (but for a
 * new block) nor drawing allocates. Belongs to one thread.
 *
 * <p>Every transition keeps the version of the policy that acted, so the age of what is learned from is known: the
 * learner's newest version less the transition's, in updates.
 */
public final class ReplayBuffer {
    private final int capacity;
    private final int observationSize;
    private final int actionSize;
    private final boolean checked;
    private final List<ReplayBlock> blocks = new ArrayList<>();
    private final Transition scratch;
    private int size;
    private int next;
    private long added;
    private double versionSum;

    /** A buffer without checksums. */
    public ReplayBuffer(int capacity, int observationSize, int actionSize) {
        this(capacity, observationSize, actionSize, false);
    }

    /**
     * @param capacity most transitions kept
     * @param checked keeps {@link Transition#checksum} and verifies it whenever a transition is drawn; for tests
     */
    public ReplayBuffer(int capacity, int observationSize, int actionSize, boolean checked) {
        if (capacity < 1 || observationSize < 1 || actionSize < 1) {
            throw new IllegalArgumentException("replay buffer needs positive sizes: capacity=" + capacity
                    + " observationSize=" + observationSize + " actionSize=" + actionSize);
        }
        this.capacity = capacity;
        this.observationSize = observationSize;
        this.actionSize = actionSize;
        this.checked = checked;
        scratch = new Transition(observationSize, actionSize);
    }

    /**
     * Refuses what can't fit before hours are spent on it.
     *
     * @param transitions that will be held at most
     * @param heap bytes that the virtual machine may use
     * @throws IllegalArgumentException if they would take more than the heap
     */
    public static void requireRoom(long transitions, int observationSize, int actionSize, long heap) {
        long each = ReplayBlock.savedBytes(observationSize, actionSize);
        if (transitions > heap / each) {
            throw new IllegalArgumentException("replay of " + transitions + " transitions of " + each + " bytes takes "
                    + (transitions * each >> 20) + " MB, the heap holds " + (heap >> 20)
                    + " MB; take a smaller --replay, or give Java more (./teleost -J-Xmx..., or java -Xmx...)");
        }
    }

    public int capacity() {
        return capacity;
    }

    /** Transitions held. */
    public int size() {
        return size;
    }

    /** Transitions ever added, over all restorations. */
    public long added() {
        return added;
    }

    /** Copies the transition in; the oldest one goes if the buffer is full. */
    public void add(Transition transition) {
        if (next == blocks.size() * ReplayBlock.ROWS) {
            blocks.add(new ReplayBlock(observationSize, actionSize, checked));
        }
        ReplayBlock block = block(next);
        int row = next % ReplayBlock.ROWS;
        if (size == capacity) {
            versionSum -= block.policyVersion(row);
        } else {
            size++;
        }
        block.put(row, transition);
        versionSum += transition.policyVersion;
        next = next + 1 == capacity ? 0 : next + 1;
        added++;
    }

    /**
     * Copies a transition out.
     *
     * @param age 0 for the newest, {@link #size} - 1 for the oldest
     * @param out receives it
     */
    public void get(int age, Transition out) {
        if (age < 0 || age >= size) {
            throw new IndexOutOfBoundsException("age=" + age + "; allowed range 0 to " + (size - 1));
        }
        int index = Math.floorMod(next - 1 - age, capacity);
        block(index).get(index % ReplayBlock.ROWS, out);
    }

    /**
     * Fills the batch with transitions drawn uniformly with replacement.
     *
     * @param stream gives one number for each row
     * @throws IllegalStateException if the buffer is empty, or checks are on and a transition drawn is corrupt
     */
    public void sample(RandomStream stream, Batch out) {
        if (size == 0) {
            throw new IllegalStateException("replay buffer is empty; add a transition before drawing a batch");
        }
        for (int row = 0; row < out.rows; row++) {
            int index = stream.nextInt(size);
            if (checked) {
                verify(index);
            }
            block(index).copyInto(out, row, index % ReplayBlock.ROWS);
        }
    }

    private void verify(int index) {
        block(index).get(index % ReplayBlock.ROWS, scratch);
        if (scratch.computeChecksum() != scratch.checksum) {
            throw new IllegalStateException("replay buffer holds a corrupt transition: index=" + index + " worker="
                    + scratch.worker + " episode=" + scratch.episode + " step=" + scratch.step
                    + "; it was written by two threads or changed after it was handed over");
        }
    }

    /** Mean age of all transitions in updates; NaN if there are none. */
    public double meanAge(long newestVersion) {
        return newestVersion - versionSum / size;
    }

    /**
     * The smallest age that at least the given share of all transitions does not exceed, in updates; -1 if there are
     * none. Reads the whole buffer several times: for reports, not for the training loop.
     *
     * @param share in (0, 1]
     */
    public long ageQuantile(double share, long newestVersion) {
        if (!(share > 0.0 && share <= 1.0)) {
            throw new IllegalArgumentException("share=" + share + "; allowed range above 0 to 1");
        }
        if (size == 0) {
            return -1;
        }
        // bisects on the age, which needs no sorted copy of a million versions
        long needed = (long) Math.ceil(share * size);
        long low = 0;
        long high = newestVersion - Transition.NO_POLICY;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (countYoungerOrEqual(newestVersion - middle) >= needed) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long countYoungerOrEqual(long version) {
        long found = 0;
        for (int i = 0; i < size; i++) {
            found += version(i) >= version ? 1 : 0;
        }
        return found;
    }

    private long version(int index) {
        return block(index).policyVersion(index % ReplayBlock.ROWS);
    }

    private ReplayBlock block(int index) {
        return blocks.get(index / ReplayBlock.ROWS);
    }

    /** Writes all transitions; {@link #read} gives a buffer that draws the same bits. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(capacity);
        out.writeInt(observationSize);
        out.writeInt(actionSize);
        out.writeInt(size);
        out.writeInt(next);
        out.writeLong(added);
        for (int first = 0; first < size; first += ReplayBlock.ROWS) {
            block(first).write(Math.min(ReplayBlock.ROWS, size - first), out);
        }
    }

    /**
     * Replaces the contents by what {@link #write} wrote.
     *
     * @throws IOException if the data belongs to a buffer of other sizes, or ends early; the contents are then
     *     undefined
     */
    public void read(DataInput in) throws IOException {
        requireSame("capacity", in.readInt(), capacity);
        requireSame("observationSize", in.readInt(), observationSize);
        requireSame("actionSize", in.readInt(), actionSize);
        int savedSize = in.readInt();
        int savedNext = in.readInt();
        long savedAdded = in.readLong();
        boolean full = savedSize == capacity && savedNext >= 0 && savedNext < capacity;
        boolean counts = full ? savedAdded >= savedSize : savedAdded == savedSize;
        if (!counts || !full && (savedSize < 0 || savedSize >= capacity || savedNext != savedSize)) {
            throw new IOException("saved replay buffer contradicts itself: size=" + savedSize + " next=" + savedNext
                    + " added=" + savedAdded + " capacity=" + capacity);
        }
        blocks.clear();
        size = savedSize;
        next = savedNext;
        added = savedAdded;
        versionSum = 0.0;
        for (int first = 0; first < size; first += ReplayBlock.ROWS) {
            ReplayBlock block = new ReplayBlock(observationSize, actionSize, checked);
            block.read(Math.min(ReplayBlock.ROWS, size - first), in);
            blocks.add(block);
        }
        for (int i = 0; i < size; i++) {
            versionSum += version(i);
        }
    }

    private static void requireSame(String what, int saved, int expected) throws IOException {
        if (saved != expected) {
            throw new IOException("saved replay buffer has " + what + "=" + saved + ", this one " + expected
                    + "; resume with the settings of the saved run");
        }
    }
}
