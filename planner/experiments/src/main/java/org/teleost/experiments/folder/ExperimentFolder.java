package org.teleost.experiments.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.teleost.experiments.folder.ResultFolder.Existing;
import org.teleost.experiments.json.Json;

/** The folder of an experiment: cells.jsonl, summary.json, and the tables, figures and files that it reports. */
public final class ExperimentFolder implements AutoCloseable {
    private static final String CELLS = "cells.jsonl";
    private static final String SUMMARY = "summary.json";
    private static final String FILES = "files";

    private final ResultFolder hold;
    private final CellLog cells;
    private final TreeSet<String> files = new TreeSet<>();

    /**
     * Creates the folder and checks that it can be written, before anything is computed.
     *
     * @param experiment group and name
     * @param configuration values that all cells have in common
     */
    public ExperimentFolder(Path folder, String experiment, Map<String, String> configuration, Existing existing) {
        hold = ResultFolder.open(folder, CELLS, existing, ExperimentFolder::removeResults);
        try {
            cells = new CellLog(folder.resolve(CELLS), experiment, configuration);
        } catch (RuntimeException | Error e) {
            hold.close();
            throw e;
        }
    }

    private static void removeResults(Path folder) throws IOException {
        List<String> names = new ArrayList<>(List.of(CELLS, SUMMARY));
        names.addAll(reported(folder.resolve(SUMMARY)));
        for (String name : names) {
            Path file = folder.resolve(name).normalize();
            if (folder.normalize().equals(file.getParent())) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The files that a summary lists; none if it is damaged. */
    private static List<String> reported(Path summary) throws IOException {
        if (!Files.isRegularFile(summary)) {
            return List.of();
        }
        try {
            List<String> names = new ArrayList<>();
            new ObjectMapper().readTree(summary.toFile()).path(FILES).forEach(name -> names.add(name.asText()));
            return names;
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    public Path path() {
        return hold.path();
    }

    /** Cells of this experiment and configuration. */
    public CellStore cells() {
        return cells;
    }

    /** Where to write a file of the results; it is listed in the summary. */
    public synchronized Path file(String name) {
        files.add(name);
        return path().resolve(name);
    }

    /** Writes a text file of the results; it is there whole or not at all. */
    public void write(String name, String text) {
        DiskText.replace(file(name), text);
    }

    /** Writes summary.json with the list of files. */
    public synchronized void writeSummary(ObjectNode summary) {
        summary.putPOJO(FILES, List.copyOf(files));
        DiskText.replace(path().resolve(SUMMARY), Json.pretty(summary));
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
