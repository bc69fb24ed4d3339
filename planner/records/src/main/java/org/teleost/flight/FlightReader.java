package org.teleost.flight;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.model.StateLayout;
import org.teleost.trace.McapCursor;
import org.teleost.trace.McapDamage;
import org.teleost.trace.McapMessage;
import org.teleost.trace.McapReader;

/** Reads what {@link FlightRecorder} wrote: everything that is intact, whatever happened to the rest. */
public final class FlightReader implements AutoCloseable {
    private final McapReader mcap;
    private long unusable;

    private FlightReader(McapReader mcap) {
        this.mcap = mcap;
    }

    /** Opens a file; throws an IOException when it is no recording. */
    public static FlightReader open(Path file) throws IOException {
        return new FlightReader(McapReader.open(file));
    }

    /** What the session was made of, without the format's version; empty when it is lost. */
    public Map<String, String> configuration() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>(mcap.metadata(FlightRecorder.METADATA));
        String version = entries.remove("version");
        if (version != null && !version.equals(Integer.toString(FlightRecorder.VERSION))) {
            throw new IOException(mcap.file() + " is a recording of version " + version
                    + "; this release reads version " + FlightRecorder.VERSION);
        }
        return entries;
    }

    /** All intact decisions with numbers from {@code first} to {@code last}, in the order in which they were made. */
    public List<FlightRecord> records(StateLayout layout, long first, long last) throws IOException {
        List<FlightRecord> records = new ArrayList<>();
        if (last < 0) {
            return records;
        }
        McapCursor cursor = mcap.messages(FlightRecorder.TOPIC, Math.max(0, first), last);
        for (McapMessage message = cursor.next(); message != null; message = cursor.next()) {
            try {
                records.add(FlightRecord.decode(message.data(), layout));
            } catch (IOException e) {
                unusable++;
            }
        }
        return records;
    }

    /**
     * Records read so far whose chunk was whole and which were no decision of the model: of another one, or damaged.
     */
    public long unusable() {
        return unusable;
    }

    /** What of the file is missing or damaged as far as it was read, a sentence each. */
    public List<String> damage() {
        return mcap.damage().stream().map(McapDamage::text).toList();
    }

    /** Numbers of the first and the last decision, as far as they can be read. */
    public String numbers() {
        return mcap.messageCount() == 0 ? "none" : mcap.startTime() + " to " + mcap.endTime();
    }

    @Override
    public void close() throws IOException {
        mcap.close();
    }
}
