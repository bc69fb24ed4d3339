package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import org.teleost.experiment.report.ExperimentReport;
import org.teleost.experiment.report.Figure;
import org.teleost.experiment.report.Table;

/** The report of a worker, which shows nothing: the master does. */
final class NoReport implements ExperimentReport {
    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public void line(String text) {}

    @Override
    public void table(Table table) {}

    @Override
    public void save(Table table) {}

    @Override
    public void figure(Figure figure) {}

    @Override
    public void figures(String name, int columns, List<? extends Figure> figures) {}

    @Override
    public void result(String name, Object value) {}

    @Override
    public Path file(String name) {
        throw new IllegalStateException("a worker writes no " + name);
    }
}
