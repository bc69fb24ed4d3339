package org.teleost.flight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.teleost.belief.ParticleBelief;
import org.teleost.control.SessionListener;
import org.teleost.control.TreePath;
import org.teleost.plan.Decision;
import org.teleost.trace.McapWriter;

/**
 * Keeps every decision of a session with all that is needed to repeat it: belief, seed position, configuration, table
 * of actions, timings, vetoes. Files are append-only MCAP, {@code flight-000001.mcap} and so on; every decision is a
 * chunk of its own with a CRC, so a crash at any byte loses the decision being written and none before it.
 *
 * <p>Written by a thread of its own, {@code teleost-recorder}. A slow or full disk delays no decision: what can't be
 * kept is dropped and counted.
 */
public final class FlightRecorder implements SessionListener, AutoCloseable {
    static final String TOPIC = "/flight";
    static final String ENCODING = "teleost-flight";
    static final String METADATA = "teleost.flight";
    static final int VERSION = 2;

    /** What waits for the disk. */
    private static final class Slot {
        private final Decision decision = new Decision();
        private ParticleBelief belief;
        private long index;
        private TreePath path;
    }

    private static final Slot END = new Slot();

    private final Path folder;
    private final FlightLimits limits;
    private final Map<String, String> configuration;
    private final BlockingQueue<Slot> free;
    private final BlockingQueue<Slot> full;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Deque<Path> files = new ArrayDeque<>();
    private final Thread thread = new Thread(this::serve, "teleost-recorder");
    private volatile String trouble = "";
    private McapWriter mcap;
    private int channel;
    private long bytes;
    private int number;

    /**
     * Starts recording into a folder, which is created; files that are there already stay and count on.
     *
     * @param configuration what is needed to open the session again, as texts
     */
    public FlightRecorder(Path folder, Map<String, String> configuration, FlightLimits limits) throws IOException {
        this.folder = folder;
        this.limits = limits;
        this.configuration = new LinkedHashMap<>(configuration);
        Files.createDirectories(folder);
        while (Files.exists(file(number + 1))) {
            number++;
        }
        free = new ArrayBlockingQueue<>(limits.waiting());
        full = new ArrayBlockingQueue<>(limits.waiting() + 1);
        for (int i = 0; i < limits.waiting(); i++) {
            free.add(new Slot());
        }
        beginFile();
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void decided(long index, ParticleBelief belief, TreePath path, Decision decision) {
        Slot slot = free.poll();
        if (slot == null) {
            dropped.incrementAndGet();
            return;
        }
        if (slot.belief == null || slot.belief.size() != belief.size()) {
            slot.belief = new ParticleBelief(belief.layout(), belief.size());
        }
        slot.belief.copyFrom(belief);
        slot.decision.copyFrom(decision);
        slot.index = index;
        slot.path = path;
        full.add(slot);
    }

    /** Decisions on disk, as far as the operating system says. */
    public long written() {
        return written.get();
    }

    /** Decisions that were not kept, since the disk was slow or full. */
    public long dropped() {
        return dropped.get();
    }

    /** What last went wrong with the disk, in words; empty for nothing. */
    public String trouble() {
        return trouble;
    }

    private void serve() {
        boolean ended = false;
        while (!ended) {
            try {
                Slot slot = full.take();
                ended = slot == END;
                if (!ended) {
                    keep(slot);
                    free.add(slot);
                }
            } catch (InterruptedException e) {
                ended = true;
            }
        }
        endFile();
    }

    private void keep(Slot slot) {
        try {
            byte[] record = FlightRecord.encode(slot.index, slot.path, slot.decision, slot.belief);
            if (mcap == null || bytes > 0 && bytes + record.length > limits.fileBytes()) {
                endFile();
                beginFile();
            }
            mcap.write(channel, slot.index, slot.index, record);
            mcap.flush();
            bytes += record.length;
            written.incrementAndGet();
        } catch (IOException | RuntimeException e) {
            // told before it is counted: who sees the count finds the reason
            trouble = String.valueOf(e.getMessage());
            dropped.incrementAndGet();
            endFile();
        }
    }

    private Path file(int which) {
        return folder.resolve(String.format(Locale.ROOT, "flight-%06d.mcap", which));
    }

    private void beginFile() throws IOException {
        Path file = file(number + 1);
        McapWriter begun = new McapWriter(file);
        try {
            Map<String, String> entries = new LinkedHashMap<>(configuration);
            entries.put("version", Integer.toString(VERSION));
            begun.metadata(METADATA, entries);
            channel = begun.addChannel(0, TOPIC, ENCODING, Map.of());
            begun.flush();
        } catch (IOException e) {
            discard(begun, file);
            throw e;
        }
        number++;
        files.add(file);
        mcap = begun;
        bytes = 0;
        while (files.size() > limits.files()) {
            Files.deleteIfExists(files.poll());
        }
    }

    /** A full disk often has room for names: files with nothing in them must not push out those with something. */
    private static void discard(McapWriter begun, Path file) throws IOException {
        try {
            begun.close();
        } catch (IOException e) {
            // as expected: what it still holds can't be written, either
            Files.deleteIfExists(file);
            return;
        }
        Files.deleteIfExists(file);
    }

    private void endFile() {
        if (mcap == null) {
            return;
        }
        try {
            mcap.close();
        } catch (IOException e) {
            trouble = String.valueOf(e.getMessage());
        }
        mcap = null;
    }

    /** Writes what waits, at most ten seconds long, and ends the thread. */
    @Override
    public void close() {
        if (!thread.isAlive()) {
            return;
        }
        full.add(END);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
