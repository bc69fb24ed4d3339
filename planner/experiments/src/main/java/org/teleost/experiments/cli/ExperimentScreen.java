package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import org.teleost.experiments.computation.RenderedReport;

/** The terminal of an experiment: its lines, and a progress bar below them. */
final class ExperimentScreen implements RenderedReport.Screen, AutoCloseable {
    private static final long STEPS = 1000;
    private final String task;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean wanted;
    private Progress progress;

    /** @param wanted whether to show anything but warnings */
    ExperimentScreen(String task, PrintWriter out, PrintWriter err, boolean wanted) {
        this.task = task;
        this.out = out;
        this.err = err;
        this.wanted = wanted;
    }

    @Override
    public void progress(double fraction, String message) {
        long step = Math.round(STEPS * fraction);
        if (progress == null) {
            // what an earlier run has done must not count for the estimate of the time left
            progress = Progress.startSteps(task, STEPS, step, wanted);
        }
        progress.atStep(step, message);
    }

    @Override
    public void print(List<String> lines) {
        if (wanted) {
            if (progress != null) {
                progress.clear();
            }
            lines.forEach(out::println);
            out.flush();
        }
    }

    @Override
    public void warn(String line) {
        err.println(line);
        err.flush();
    }

    /** Removes the bar; whatever is printed now is below it. */
    void endProgress() {
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }

    @Override
    public void close() {
        endProgress();
    }
}
