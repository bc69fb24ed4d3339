package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.teleost.experiments.study.AloneRate;
import org.teleost.experiments.study.StudyListener;
import org.teleost.experiments.study.Trial;
import org.teleost.experiments.study.TrialResult;

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
    public void trialStarted(Trial trial, int number, int trials) {
        print(head(trial, number, trials) + " ...");
    }

    @Override
    public void trialFinished(TrialResult result, int number, int trials, boolean earlier) {
        String head = head(result.trial(), number, trials) + (earlier ? " (earlier): " : ": ");
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

    private static String head(Trial trial, int number, int trials) {
        return String.format(
                Locale.ROOT,
                "[%d/%d] %s cost %d%s, %s, seed %d",
                number,
                trials,
                Trial.text(trial.mode()),
                trial.cost(),
                trial.straggler() > 1 ? " straggler " + trial.straggler() + "x" : "",
                trial.budget().text(),
                trial.seed());
    }

    private void print(String line) {
        if (out != null) {
            out.println(line);
            out.flush();
        }
    }
}
