package org.teleost.experiments.folder;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.teleost.experiments.config.ConfigException;
import org.teleost.storage.Forced;

/** A CSV file of records that grows row by row, each on disk when {@link #append} returns. */
public final class RowLog<R extends Record> implements AutoCloseable {
    private final Path file;
    private final RecordCsv<R> csv;
    private final List<R> rows;
    private final Writer writer;

    /**
     * Continues the file, or begins it.
     *
     * @param keep rows that do not pass are removed from the file
     * @throws ConfigException if the file holds something else
     */
    public RowLog(Path file, Class<R> type, Predicate<R> keep) {
        this.file = file;
        csv = new RecordCsv<>(type);
        rows = new ArrayList<>(read(file, type));
        rows.removeIf(keep.negate());
        StringBuilder text = new StringBuilder(String.join(",", csv.header())).append('\n');
        for (R row : rows) {
            text.append(String.join(",", csv.row(row))).append('\n');
        }
        DiskText.replace(file, text.toString());
        try {
            writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    /** The rows of a file, none if there is no file. */
    public static <R extends Record> List<R> read(Path file, Class<R> type) {
        if (!Files.exists(file)) {
            return List.of();
        }
        RecordCsv<R> csv = new RecordCsv<>(type);
        List<R> rows = new ArrayList<>();
        try {
            for (Map<String, String> fields : CsvTable.read(file).rows()) {
                rows.add(csv.parse(fields));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("can't continue " + file + ": " + e.getMessage() + "; choose another --out", e);
        }
        return rows;
    }

    public void append(R row) {
        write(row);
        force();
    }

    /** Adds a row that other programs see at once and that is on disk after the next {@link #force}. */
    public void write(R row) {
        rows.add(row);
        try {
            writer.write(String.join(",", csv.row(row)) + "\n");
            writer.flush();
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    /** All rows are on disk when this returns. */
    public void force() {
        try {
            Forced.file(file);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    public List<R> rows() {
        return List.copyOf(rows);
    }

    /** The newest row, null if there is none. */
    public R last() {
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }
}
