package org.teleost.experiments.computation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.report.DiskText;
import org.teleost.experiments.report.FolderHold;
import org.teleost.experiments.report.Json;
import org.teleost.experiments.report.RunFolder.Existing;

/** The folder of an experiment: cells.jsonl, summary.json, and the tables, figures and files that it reports. */
public final class ComputationFolder implements AutoCloseable {
    private static final String CELLS = "cells.jsonl";
    private static final String SUMMARY = "summary.json";
    private static final String FILES = "files";

    private final Path folder;
    private final FolderHold hold;
    private final CellLog cells;
    private final TreeSet<String> files = new TreeSet<>();

    /**
     * Creates the folder and checks that it can be written, before anything is computed.
     *
     * @param experiment group and name
     * @param configuration values that all cells have in common
     */
    public ComputationFolder(Path folder, String experiment, Map<String, String> configuration, Existing existing) {
        this.folder = folder;
        hold = FolderHold.take(folder);
        try {
            prepare(existing);
            cells = new CellLog(folder.resolve(CELLS), experiment, configuration);
        } catch (RuntimeException | Error e) {
            hold.close();
            throw e;
        }
    }

    private void prepare(Existing existing) {
        if (existing == Existing.REFUSE && folder.resolve(CELLS).toFile().length() > 0) {
            throw new ConfigException(folder + " already holds results; continue them with --resume, replace them with"
                    + " --overwrite or choose another --out");
        }
        if (existing == Existing.OVERWRITE) {
            try {
                removeResults();
            } catch (IOException e) {
                throw DiskText.cannotWrite(folder, e);
            }
        }
    }

    private void removeResults() throws IOException {
        List<String> names = new ArrayList<>(List.of(CELLS, SUMMARY));
        Path summary = folder.resolve(SUMMARY);
        if (Files.isRegularFile(summary)) {
            for (JsonNode name : new ObjectMapper().readTree(summary.toFile()).path(FILES)) {
                names.add(name.asText());
            }
        }
        for (String name : names) {
            Path file = folder.resolve(name).normalize();
            if (folder.normalize().equals(file.getParent())) {
                Files.deleteIfExists(file);
            }
        }
    }

    public Path path() {
        return folder;
    }

    /** Cells of this experiment and configuration. */
    public CellStore cells() {
        return cells;
    }

    /** Where to write a file of the results; it is listed in the summary. */
    synchronized Path file(String name) {
        files.add(name);
        return folder.resolve(name);
    }

    /** Writes a text file of the results; it is there whole or not at all. */
    void write(String name, String text) {
        DiskText.replace(file(name), text);
    }

    /** Writes summary.json with the list of files. */
    public synchronized void writeSummary(ObjectNode summary) {
        summary.putPOJO(FILES, List.copyOf(files));
        DiskText.replace(folder.resolve(SUMMARY), Json.pretty(summary));
    }

    @Override
    public void close() {
        try {
            cells.close();
        } finally {
            hold.close();
        }
    }
}
