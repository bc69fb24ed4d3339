package org.teleost.experiments.computation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentException;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOption;
import org.teleost.experiment.ExperimentOutcome;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellListener;
import org.teleost.experiment.cell.CellMonitor;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.report.Axis;
import org.teleost.experiment.report.Curve;
import org.teleost.experiment.report.ExperimentReport;
import org.teleost.experiment.report.FieldMap;
import org.teleost.experiment.report.LinePlot;
import org.teleost.experiment.report.Table;

/** The height of a hill over a plane: everything that an experiment can report, in no time. */
public final class HillExperiment implements Experiment {
    private static final ExperimentOption<Double> HEIGHT =
            ExperimentOption.decimal("height", 1.0, 0.0, 10.0, "Height of the hill; 0 has no 100 % slope.");
    private static final ExperimentOption<Integer> POINTS =
            ExperimentOption.whole("points", 4, 2, 99, "Points along each side.");
    private static final ExperimentOption<List<Double>> ROWS = ExperimentOption.list(
                    ExperimentOption.decimal("rows", 0.0, -1.0, 1.0, "Rows to visit."), List.of(-0.5, 0.0, 0.5))
            .free();
    private static final ExperimentOption<String> SHAPE =
            ExperimentOption.choice("shape", "round", List.of("round", "square"), "Shape of the hill.");
    private static final ExperimentOption<Boolean> FAIL =
            ExperimentOption.flag("fail", "Slides.").free();
    private static final ExperimentOption<Boolean> REST = ExperimentOption.flag(
                    "rest", "Rests after the first row until it is asked to stop.")
            .free();
    private static final ExperimentOption<Integer> THREADS = ExperimentOption.threads();

    /** Cells computed by this object. */
    public final AtomicInteger computed = new AtomicInteger();

    @Override
    public String group() {
        return "map";
    }

    @Override
    public String name() {
        return "hill";
    }

    @Override
    public String summary() {
        return "Measures a hill to 1 %.";
    }

    @Override
    public List<ExperimentOption<?>> options() {
        return List.of(HEIGHT, POINTS, ROWS, SHAPE, FAIL, REST, THREADS);
    }

    @Override
    public void check(ExperimentInput input) {
        if (input.value(POINTS) == 13) {
            throw new IllegalArgumentException("--points=13 is unlucky; take 12 or 14");
        }
    }

    @Override
    public ExperimentOutcome run(ExperimentInput input, ExperimentReport report) throws IOException {
        if (input.value(FAIL)) {
            throw new ExperimentException("the hill slides: slope=1.2; lower --height");
        }
        double[] x = new double[input.value(POINTS)];
        for (int i = 0; i < x.length; i++) {
            x[i] = -1.0 + 2.0 * i / (x.length - 1);
        }
        List<String> keys = input.value(ROWS).stream().map(row -> "row=" + row).toList();
        CellListener listener = new CellListener() {
            @Override
            public void finished(Cell cell, boolean earlier) {
                report.line(cell.key() + (earlier ? " (earlier)" : ""));
            }

            @Override
            public void progress(double done, int total, String key) {
                report.progress(done, total, key);
            }
        };
        boolean complete = CellRun.run(
                keys,
                input.value(THREADS),
                input.cells(),
                input::stopRequested,
                (key, monitor) -> input.value(REST) && computed.get() > 0
                        ? rest(monitor)
                        : Optional.of(row(key, x, input.value(HEIGHT))),
                listener);
        if (!complete) {
            return ExperimentOutcome.STOPPED;
        }
        show(input, report, keys, x);
        return input.value(HEIGHT) > 5.0 ? ExperimentOutcome.OUTSIDE : ExperimentOutcome.COMPLETE;
    }

    private static Optional<Cell> rest(CellMonitor monitor) {
        while (!monitor.stopRequested()) {
            LockSupport.parkNanos(1_000_000);
        }
        return Optional.empty();
    }

    private Cell row(String key, double[] x, double height) {
        computed.incrementAndGet();
        double y = Double.parseDouble(key.substring(4));
        double[] heights = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            heights[i] = height * Math.exp(-3.0 * (x[i] * x[i] + y * y));
        }
        return Cell.of(key).with("heights", heights).with("note", "y, \"northing\"");
    }

    private void show(ExperimentInput input, ExperimentReport report, List<String> keys, double[] x)
            throws IOException {
        Table.Builder table = Table.named("rows", "Highest points")
                .column("row")
                .column("height", "m", "%.2f")
                .column("note");
        List<Curve> curves = new ArrayList<>();
        double[][] heights = new double[keys.size()][];
        double[] y = new double[keys.size()];
        double top = 0.0;
        for (int j = 0; j < y.length; j++) {
            Cell cell = input.cells().find(keys.get(j)).orElseThrow();
            heights[j] = cell.numbers("heights");
            y[j] = input.value(ROWS).get(j);
            curves.add(Curve.lineAndPoints(keys.get(j), x, heights[j]));
            double highest = 0.0;
            for (double height : heights[j]) {
                highest = Math.max(highest, height);
            }
            top = Math.max(top, highest);
            table.row(keys.get(j), highest, cell.text("note"));
        }
        report.table(table.build());
        report.figure(new LinePlot("profiles", "Profiles", Axis.linear("x"), Axis.linear("height (m)"), curves));
        FieldMap map = new FieldMap(
                "hill", "Hill", "x", "y", x, y, heights, FieldMap.Colours.contours("height (m)"), List.of(), List.of());
        report.figure(map);
        report.figures("both", 2, List.of(map, map));
        report.result("top", top);
        report.result("unknown", Double.NaN);
        Files.writeString(report.file("note.txt"), "done");
    }
}
