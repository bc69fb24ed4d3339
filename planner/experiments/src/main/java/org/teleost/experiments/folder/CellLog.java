package org.teleost.experiments.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiments.config.ConfigException;

/**
 * Finished cells in a file of JSON lines that only grows: the first line names format, experiment and configuration,
 * each further one is a cell. A last line that a crash cut short is dropped; one writer at a time.
 */
public final class CellLog implements CellStore, AutoCloseable {
    private static final String FORMAT = "teleost-cells";
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final FileChannel channel;

    /**
     * Continues the file, or begins it.
     *
     * @param experiment group and name
     * @param configuration values that all cells have in common
     * @throws ConfigException if the file holds cells of something else, is damaged, or another process writes it
     */
    CellLog(Path file, String experiment, Map<String, String> configuration) {
        this.file = file;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
        try {
            lock();
            open(header(experiment, configuration));
        } catch (IOException e) {
            close();
            throw DiskText.cannotWrite(file, e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void lock() throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new ConfigException(file + " is being written by another run; wait for it or choose another --out");
        }
    }

    private void open(ObjectNode header) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int whole = 0;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(new String(bytes, whole, i - whole, StandardCharsets.UTF_8));
                whole = i + 1;
            }
        }
        if (lines.isEmpty()) {
            refuseForeign(new String(bytes, StandardCharsets.UTF_8));
        } else {
            checkHeader(lines.get(0), header);
            for (int i = 1; i < lines.size(); i++) {
                Cell cell = cell(lines.get(i), i + 1);
                cells.put(cell.key(), cell);
            }
        }
        channel.truncate(whole);
        channel.position(whole);
        if (whole == 0) {
            write(header);
        }
    }

    /** A file without a whole line is ours only if it is the beginning of a first line. */
    private void refuseForeign(String text) {
        String start = "{\"format\":\"" + FORMAT + "\"";
        if (!text.startsWith(start) && !start.startsWith(text)) {
            throw new ConfigException(file + " is not a file of cells; choose another --out");
        }
    }

    private static ObjectNode header(String experiment, Map<String, String> configuration) {
        ObjectNode header = MAPPER.createObjectNode();
        header.put("format", FORMAT).put("version", VERSION).put("experiment", experiment);
        ObjectNode values = header.putObject("configuration");
        configuration.forEach(values::put);
        return header;
    }

    private void checkHeader(String line, ObjectNode wanted) {
        JsonNode found = json(line, 1);
        if (!FORMAT.equals(found.path("format").asText())) {
            throw new ConfigException(file + " is not a file of cells; choose another --out");
        }
        if (found.path("version").asInt() != VERSION) {
            throw new ConfigException(file + " has version=" + found.path("version") + " of its format, this program"
                    + " reads " + VERSION + "; choose another --out");
        }
        if (!found.path("experiment").equals(wanted.path("experiment"))) {
            throw new ConfigException(file + " holds cells of 'teleost "
                    + found.path("experiment").asText() + "'; choose another --out");
        }
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : wanted.path("configuration").properties()) {
            JsonNode earlier = found.path("configuration").path(entry.getKey());
            if (!earlier.equals(entry.getValue())) {
                differences.add("--" + entry.getKey() + " was "
                        + (earlier.isMissingNode() ? "unknown" : earlier.asText()) + ", now "
                        + entry.getValue().asText());
            }
        }
        if (!differences.isEmpty()) {
            throw new ConfigException(file + " was computed with other settings: " + String.join("; ", differences)
                    + "; resume with the same values, replace the cells with --overwrite or choose another --out");
        }
    }

    private Cell cell(String line, int number) {
        JsonNode json = json(line, number);
        Cell cell = Cell.of(json.path("key").asText("damaged"));
        for (Map.Entry<String, JsonNode> entry : json.path("numbers").properties()) {
            double[] values = new double[entry.getValue().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.parseDouble(entry.getValue().get(i).asText());
            }
            cell = cell.with(entry.getKey(), values);
        }
        for (Map.Entry<String, JsonNode> entry : json.path("texts").properties()) {
            cell = cell.with(entry.getKey(), entry.getValue().asText());
        }
        return cell;
    }

    private JsonNode json(String line, int number) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new ConfigException(
                    file + " line " + number + " is damaged: " + e.getOriginalMessage()
                            + "; remove the line or choose another --out",
                    e);
        }
    }

    private void write(ObjectNode json) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((MAPPER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(false);
    }

    @Override
    public synchronized Optional<Cell> find(String key) {
        return Optional.ofNullable(cells.get(key));
    }

    @Override
    public synchronized void add(Cell cell) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("key", cell.key());
        json.set("numbers", MAPPER.valueToTree(cell.numbers()));
        json.set("texts", MAPPER.valueToTree(cell.texts()));
        try {
            write(json);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
        cells.put(cell.key(), cell.withoutFiles());
    }

    @Override
    public synchronized List<Cell> all() {
        return List.copyOf(cells.values());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }
}
