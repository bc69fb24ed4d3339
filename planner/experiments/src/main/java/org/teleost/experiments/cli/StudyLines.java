package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.teleost.experiments.study.AloneRate;
import org.teleost.experiments.study.Cell;
import org.teleost.experiments.study.CellResult;
import org.teleost.experiments.study.StudyListener;

/** A line for each part of a study. */
final class StudyLines implements StudyListener {
    private final PrintWriter out;

    /** @param out null to print nothing */
    StudyLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void aloneMeasured(AloneRate rate) {
        print(String.format(Locale.ROOT, "alone, cost %d: %.1f steps/s", rate.factor(), rate.stepsPerSecond()));
    }

    @Override
    public void cellStarted(Cell cell, int number, int cells) {
        print(head(cell, number, cells) + " ...");
    }

    @Override
    public void cellFinished(CellResult result, int number, int cells, boolean earlier) {
        String head = head(result.cell(), number, cells) + (earlier ? " (earlier): " : ": ");
        if (!result.failure().isEmpty()) {
            print(head + "failed: " + result.failure());
            return;
        }
        print(head
                + String.format(
                        Locale.ROOT,
                        "%d steps in %.1f s, %.1f steps/s, %.1f updates/s, ratio %.2f, lag %.1f, return %.1f",
                        result.steps(),
                        result.seconds(),
                        result.stepsPerSecond(),
                        result.updatesPerSecond(),
                        result.updateRatio(),
                        result.lag().mean(),
                        result.finalReturn()));
    }

    private static String head(Cell cell, int number, int cells) {
        return String.format(
                Locale.ROOT,
                "[%d/%d] %s cost %d%s, %s, seed %d",
                number,
                cells,
                Cell.text(cell.mode()),
                cell.cost(),
                cell.straggler() > 1 ? " straggler " + cell.straggler() + "x" : "",
                cell.budget().text(),
                cell.seed());
    }

    private void print(String line) {
        if (out != null) {
            out.println(line);
            out.flush();
        }
    }
}
