package org.teleost.experiments.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellListener;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiment.cell.CellWork;
import org.teleost.experiment.report.ExperimentReport;
import org.teleost.experiments.compare.Contest.Match;
import org.teleost.plan.Budget;

/** Plays a contest to its end, or until it is stopped, and reports what there is. */
public final class Comparison {
    private final Contest contest;
    private final LeftOut leftOut;
    private final Map<String, Match> matches;

    /**
     * Finds out which solver can take which problem.
     *
     * @throws org.teleost.experiments.config.ConfigException for unknown solvers, options and values
     */
    public Comparison(Contest contest, long seed) {
        this.contest = contest;
        leftOut = LeftOut.of(contest, seed);
        matches = contest.matches(leftOut);
    }

    /** Solvers that are not in the table. */
    public LeftOut leftOut() {
        return leftOut;
    }

    /** Plays what the store lacks; true when everything is finished. */
    public boolean run(CellStore store, ExperimentReport report, BooleanSupplier stop) {
        leftOut.reasons().forEach((key, reason) -> report.line("left out: " + key + ": " + reason));
        Map<String, Cell> cells = new LinkedHashMap<>();
        boolean complete = true;
        if (!matches.isEmpty()) {
            complete = CellRun.run(List.copyOf(matches.keySet()), 1, store, stop, work(), listener(cells, report));
            new ContestReport(contest, Standings.of(matches, cells)).write(report);
        }
        report.result("leftOut", leftOut.reasons());
        return complete;
    }

    /** Plays what a store is given to play, several matches at once if it comes to that, and reports nothing. */
    public void play(CellStore store) {
        CellRun.run(List.copyOf(matches.keySet()), 1, store, () -> false, work(), (cell, earlier) -> {});
    }

    /** Each thread keeps instances and warm solvers of its own. */
    private CellWork work() {
        ThreadLocal<Matches> own = ThreadLocal.withInitial(() -> new Matches(contest, matches));
        return (key, monitor) -> own.get().play(key, monitor);
    }

    /** A cell counts for the time left by its budget: a second's episode takes a hundred times as long as 10 ms'. */
    private CellListener listener(Map<String, Cell> cells, ExperimentReport report) {
        double total = matches.values().stream().mapToDouble(Comparison::weight).sum();
        double[] done = new double[1];
        double[] finished = new double[1];
        return new CellListener() {
            @Override
            public void finished(Cell cell, boolean earlier) {
                cells.put(cell.key(), cell);
                done[0] += weight(matches.get(cell.key()));
                finished[0]++;
            }

            @Override
            public void progress(double cellsDone, int totalCells, String key) {
                double part = Math.max(0.0, Math.min(1.0, cellsDone - finished[0]));
                report.progress(done[0] + part * weight(matches.get(key)), total, key);
            }
        };
    }

    private static double weight(Match match) {
        Budget budget = match.budget();
        return budget.timed() ? budget.nanos() : budget.episodes() == Long.MAX_VALUE ? 1.0 : budget.episodes();
    }
}
