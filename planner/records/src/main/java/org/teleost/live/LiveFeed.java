package org.teleost.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.teleost.model.GenerativeModel;

/**
 * A ring of the newest records of a running planner. Writing drops the oldest records when the ring is full and never
 * waits, neither for readers nor for memory: readers take no lock, follow at their own pace and find out when they were
 * overtaken ({@link FeedReader#dropped}).
 *
 * <p>Episodes come one after another: {@link #episode} begins the next one and hands out what records its steps. Any
 * number of readers may come and go at any time; each begins with the oldest record that the ring holds. Thread safe.
 */
public final class LiveFeed {
    /** Records that a feed keeps unless told otherwise. */
    public static final int RECORDS = 1 << 15;

    /** Bytes that a feed keeps unless told otherwise. */
    public static final long BYTES = 32L << 20;

    private record Slot(long sequence, LiveRecord record) {}

    private final AtomicReferenceArray<Slot> slots;
    private final long mostBytes;
    private final List<FeedReader> readers = new CopyOnWriteArrayList<>();
    private volatile long head;
    private volatile long tail;
    private long bytes;
    private long episodes;
    private boolean ended;

    /** A feed of the usual size. */
    public LiveFeed() {
        this(RECORDS, BYTES);
    }

    /**
     * An empty feed.
     *
     * @param records most records kept, 2 or more
     * @param bytes most bytes kept; the newest record is kept whatever its size
     */
    public LiveFeed(int records, long bytes) {
        if (records < 2 || bytes < 1) {
            throw new IllegalArgumentException(
                    "records=" + records + " bytes=" + bytes + "; a feed keeps 2 or more records and 1 or more bytes");
        }
        slots = new AtomicReferenceArray<>(records);
        mostBytes = bytes;
    }

    /**
     * Begins the next episode.
     *
     * @param seed seed of the run
     * @param configuration what is needed to repeat the run, as for a trace
     */
    public LiveEpisode episode(GenerativeModel model, long seed, Map<String, String> configuration) {
        return new LiveEpisode(this, model, start(model.name(), seed, configuration));
    }

    /** Begins the next episode for a source whose steps are JSON already. */
    public synchronized EpisodeHead start(String model, long seed, Map<String, String> configuration) {
        EpisodeHead next = new EpisodeHead(episodes++, model, seed, configuration);
        add(new LiveRecord.Started(next));
        return next;
    }

    /** Ends the feed: what is added later is ignored. A second call does nothing. */
    public synchronized void end(String reason) {
        add(new LiveRecord.End(reason));
        ended = true;
    }

    /** Adds a record; readers that wait are woken. Only writers exclude each other. */
    public synchronized void add(LiveRecord record) {
        if (ended) {
            return;
        }
        long sequence = head;
        bytes += record.bytes();
        while (tail < sequence && (bytes > mostBytes || sequence - tail >= slots.length())) {
            dropOldest();
        }
        slots.set(index(sequence), new Slot(sequence, record));
        head = sequence + 1;
        for (FeedReader reader : readers) {
            reader.wake();
        }
    }

    /** The tail moves first: a reader that finds the slot empty then finds the tail beyond it. */
    private synchronized void dropOldest() {
        long oldest = tail;
        Slot slot = slots.get(index(oldest));
        bytes -= slot.record.bytes();
        tail = oldest + 1;
        slots.set(index(oldest), null);
    }

    /** A reader that begins with the oldest record held; close it when done. */
    public FeedReader reader() {
        FeedReader reader = new FeedReader(this, tail);
        readers.add(reader);
        return reader;
    }

    /** Readers that are open. */
    public int readerCount() {
        return readers.size();
    }

    void remove(FeedReader reader) {
        readers.remove(reader);
    }

    /** Sequence number of the next record. */
    long head() {
        return head;
    }

    /** Sequence number of the oldest record held. */
    long tail() {
        return tail;
    }

    /** The record with this number, null when it is gone; then {@link #tail} is beyond it. */
    LiveRecord record(long sequence) {
        Slot slot = slots.get(index(sequence));
        return slot == null || slot.sequence != sequence ? null : slot.record;
    }

    private int index(long sequence) {
        return (int) (sequence % slots.length());
    }
}
