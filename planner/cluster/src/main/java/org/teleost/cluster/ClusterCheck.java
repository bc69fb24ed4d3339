package org.teleost.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOption;
import org.teleost.experiment.ExperimentOutcome;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellListener;
import org.teleost.experiment.cell.CellMonitor;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.report.ExperimentReport;
import org.teleost.experiment.report.Table;

/** {@code teleost validate cluster}: cells that do nothing but wait, so that only the cluster itself takes time. */
public final class ClusterCheck implements Experiment {
    private static final ExperimentOption<Integer> CELLS =
            ExperimentOption.whole("cells", 1000, 1, 1_000_000, "Number of cells.");
    private static final ExperimentOption<Integer> MILLIS =
            ExperimentOption.whole("millis", 20, 0, 3_600_000, "Milliseconds that each waits.");
    private static final ExperimentOption<Integer> THREADS = ExperimentOption.threads();

    @Override
    public String group() {
        return "validate";
    }

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public String summary() {
        return "Measures what a cluster itself costs: cells that wait, who computed them, and the time over the ideal.";
    }

    @Override
    public List<ExperimentOption<?>> options() {
        return List.of(CELLS, MILLIS, THREADS);
    }

    @Override
    public List<String> examples() {
        return List.of(
                "validate cluster --cluster 7400                             1000 cells of 20 ms",
                "validate cluster --cells 500 --millis 2000 --cluster 7400   longer ones");
    }

    @Override
    public ExperimentOutcome run(ExperimentInput input, ExperimentReport report) {
        int millis = input.value(MILLIS);
        List<String> keys = IntStream.range(0, input.value(CELLS))
                .mapToObj(i -> "wait=" + millis + " cell=" + i)
                .toList();
        CellListener listener = new CellListener() {
            @Override
            public void finished(Cell cell, boolean earlier) {
                // the table counts them
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
                (key, monitor) -> waited(key, millis, monitor),
                listener);
        List<Cell> cells = new ArrayList<>();
        keys.forEach(key -> input.cells().find(key).ifPresent(cells::add));
        if (!cells.isEmpty()) {
            report(cells, millis, report);
        }
        return complete ? ExperimentOutcome.COMPLETE : ExperimentOutcome.STOPPED;
    }

    private static Optional<Cell> waited(String key, int millis, CellMonitor monitor) {
        long begin = System.currentTimeMillis();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            if (monitor.stopRequested()) {
                return Optional.empty();
            }
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, 100_000_000L));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.of(Cell.of(key)
                .with("begin", (double) begin)
                .with("end", (double) System.currentTimeMillis())
                .with(
                        "slot",
                        ProcessHandle.current().pid() + " "
                                + Thread.currentThread().getName()));
    }

    /** The time from the first begin to the last end, beside the time that all slots together need at least. */
    private static void report(List<Cell> cells, int millis, ExperimentReport report) {
        Map<String, Integer> slots = new TreeMap<>();
        double begin = Double.POSITIVE_INFINITY;
        double end = 0.0;
        for (Cell cell : cells) {
            String host = cell.texts().getOrDefault("host", "here");
            slots.merge(host + " " + cell.text("slot"), 1, Integer::sum);
            begin = Math.min(begin, cell.number("begin"));
            end = Math.max(end, cell.number("end"));
        }
        Table.Builder table =
                Table.named("slots", "Cells by slot").column("slot").column("cells", "", "%.0f");
        slots.forEach((slot, count) -> table.row(slot, (double) count));
        report.table(table.build());
        double ideal = 1e-3 * millis * cells.size() / slots.size();
        double seconds = 1e-3 * (end - begin);
        report.line(String.format(
                Locale.ROOT,
                "%d cells in %.2f s, ideal %.2f s with %d slots: %.3f times",
                cells.size(),
                seconds,
                ideal,
                slots.size(),
                seconds / ideal));
        report.result("seconds", seconds);
        report.result("idealSeconds", ideal);
        report.result("overIdeal", seconds / ideal);
    }
}
