package org.teleost.experiment.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what an experiment shows, for tests and for programs that run experiments themselves. */
public final class MemoryReport implements ExperimentReport {
    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, Object> results = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private double fraction;

    /** @param folder where {@link #file} leads */
    public MemoryReport(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized void progress(double done, double total, String message) {
        fraction = done / total;
    }

    @Override
    public synchronized void line(String text) {
        lines.add(text);
    }

    @Override
    public void table(Table table) {
        save(table);
    }

    @Override
    public synchronized void save(Table table) {
        tables.add(table);
    }

    @Override
    public synchronized void figure(Figure figure) {
        figures.add(figure);
    }

    @Override
    public synchronized void figures(String name, int columns, List<? extends Figure> parts) {
        figures.addAll(parts);
    }

    @Override
    public synchronized void result(String name, Object value) {
        results.put(name, value);
    }

    @Override
    public synchronized Path file(String name) {
        FileNames.check(name);
        files.add(name);
        return folder.resolve(name);
    }

    /** The last progress, 0 to 1. */
    public synchronized double fraction() {
        return fraction;
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    public synchronized List<Table> tables() {
        return List.copyOf(tables);
    }

    public synchronized List<Figure> figures() {
        return List.copyOf(figures);
    }

    public synchronized Map<String, Object> results() {
        return new LinkedHashMap<>(results);
    }

    public synchronized List<String> files() {
        return List.copyOf(files);
    }
}
