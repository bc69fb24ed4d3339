package org.teleost.experiments.computation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teleost.experiment.report.ExperimentReport;
import org.teleost.experiment.report.Figure;
import org.teleost.experiment.report.Table;
import org.teleost.experiments.computation.figure.FigureFiles;
import org.teleost.experiments.folder.ExperimentFolder;
import org.teleost.experiments.json.Json;
import org.teleost.storage.WriteFailure;

/** Turns what an experiment shows into lines of text and files. */
public final class RenderedReport implements ExperimentReport {

    /** The terminal. */
    public interface Screen {
        /** How far it is, 0 to 1, with a few words. */
        void progress(double fraction, String message);

        /** Prints lines for people. */
        void print(List<String> lines);

        /** Prints what went wrong without stopping anything. */
        void warn(String line);
    }

    private final ExperimentFolder folder;
    private final Screen screen;
    private final Map<String, Object> results = new LinkedHashMap<>();
    private WriteFailure diskFailure;

    public RenderedReport(ExperimentFolder folder, Screen screen) {
        this.folder = folder;
        this.screen = screen;
    }

    @Override
    public synchronized void progress(double done, double total, String message) {
        screen.progress(total > 0.0 ? Math.max(0.0, Math.min(1.0, done / total)) : 0.0, message);
    }

    @Override
    public synchronized void line(String text) {
        screen.print(List.of(text));
    }

    @Override
    public synchronized void table(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(TableText.lines(table));
        screen.print(lines);
        save(table);
    }

    @Override
    public synchronized void save(Table table) {
        folder.write(table.name() + ".csv", TableText.csv(table));
    }

    @Override
    public synchronized void figure(Figure figure) {
        figures(figure.name(), 1, List.of(figure));
    }

    /** A figure that can't be drawn, on a machine without fonts for example, is no reason to lose the results. */
    @Override
    public synchronized void figures(String name, int columns, List<? extends Figure> figures) {
        try {
            FigureFiles.write(folder.file(name + ".png"), folder.file(name + ".svg"), columns, figures);
        } catch (WriteFailure e) {
            screen.warn("no figure " + name + ": " + e.getMessage());
            if (diskFailure == null) {
                diskFailure = e;
            }
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            screen.warn("no figure " + name + ": " + e);
        }
    }

    @Override
    public synchronized void result(String name, Object value) {
        results.put(name, value);
    }

    @Override
    public synchronized Path file(String name) {
        return folder.file(name);
    }

    /** The first figure that the disk did not take, if any. */
    public synchronized Optional<WriteFailure> diskFailure() {
        return Optional.ofNullable(diskFailure);
    }

    /** The results so far. */
    public synchronized ObjectNode results() {
        ObjectNode json = Json.object();
        results.forEach((name, value) -> Json.putAny(json, name, plain(value)));
        return json;
    }

    private static Object plain(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return null;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(String.valueOf(key), plain(each)));
            return copy;
        } else if (value instanceof Collection<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(plain(each)));
            return copy;
        }
        return value;
    }
}
