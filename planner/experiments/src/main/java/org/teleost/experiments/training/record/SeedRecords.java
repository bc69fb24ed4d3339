package org.teleost.experiments.training.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.teleost.experiments.folder.DiskText;
import org.teleost.experiments.folder.RowLog;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import org.teleost.learn.apt.TrainingReport;
import org.teleost.learn.export.OnnxExport;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.SavedPolicy;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.StepOutcome;

/**
 * The growing files of one seed. Every row and policy is on disk when the method that adds it returns, but for
 * episodes: they are with the next row of progress.
 */
public final class SeedRecords implements AutoCloseable {
    private final SeedFolder folder;
    private final boolean onnx;
    private final RowLog<ProgressRow> progress;
    private final RowLog<EpisodeRow> episodes;
    private final RowLog<EvaluationRow> evaluations;
    private final TrainingTrace trace;

    /** @param lastStep rows and messages of an earlier run after this environment step are dropped */
    public SeedRecords(
            SeedFolder folder, ControlProblem problem, TrainingConfiguration configuration, long seed, long lastStep) {
        this.folder = folder;
        onnx = configuration.run().onnx();
        progress = new RowLog<>(folder.progress(), ProgressRow.class, row -> row.environmentSteps() <= lastStep);
        episodes = new RowLog<>(folder.episodes(), EpisodeRow.class, row -> row.environmentSteps() <= lastStep);
        evaluations =
                new RowLog<>(folder.evaluations(), EvaluationRow.class, row -> row.environmentSteps() <= lastStep);
        trace = configuration.run().trace()
                ? new TrainingTrace(folder.trace(), problem, configuration, seed, lastStep)
                : null;
    }

    /** Time on record; zero for a new run. */
    public Elapsed elapsed() {
        Elapsed latest = new Elapsed(0, 0);
        ProgressRow row = progress.last();
        if (row != null) {
            latest = new Elapsed(row.wallSeconds(), row.trainingSeconds());
        }
        EvaluationRow evaluation = evaluations.last();
        if (evaluation != null && evaluation.wallSeconds() > latest.wallSeconds()) {
            latest = new Elapsed(evaluation.wallSeconds(), evaluation.trainingSeconds());
        }
        return latest;
    }

    /** The newest row of progress, null if there is none. */
    public ProgressRow lastProgress() {
        return progress.last();
    }

    public List<EvaluationRow> evaluations() {
        return evaluations.rows();
    }

    /** The newest evaluation. */
    public Optional<EvaluationRow> lastEvaluation() {
        return Optional.ofNullable(evaluations.last());
    }

    public void add(ProgressRow row, TrainingReport report) {
        episodes.force();
        progress.append(row);
        if (trace != null) {
            trace.progress(row, report);
        }
    }

    /** An episode of training. */
    public void add(EpisodeRow row) {
        episodes.write(row);
    }

    /** A step of the first episode of an evaluation after {@code steps} of training. */
    public void addStep(long steps, long version, int t, float[] observation, float[] action, StepOutcome outcome) {
        if (trace != null) {
            trace.evaluationStep(steps, version, t, observation, action, outcome);
        }
    }

    /** An evaluation with the policy that it was of. */
    public void add(EvaluationRow row, SavedPolicy policy) {
        if (row.best()) {
            writeBest(policy);
        }
        write(folder.lastPolicy(), policy);
        evaluations.append(row);
        if (trace != null) {
            trace.score(row);
        }
    }

    private void writeBest(SavedPolicy policy) {
        write(folder.bestPolicy(), policy);
        if (onnx) {
            writeOnnx(policy);
        }
    }

    /** Puts back the best policy that a resumed run had at its checkpoint, null if none. */
    public void restoreBest(SavedPolicy policy) {
        if (policy != null) {
            writeBest(policy);
            return;
        }
        for (Path file : List.of(folder.bestPolicy(), folder.bestOnnx())) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw DiskText.cannotWrite(file, e);
            }
        }
    }

    /** The newest policy of a run that was stopped. */
    public void addUnevaluated(SavedPolicy policy) {
        write(folder.lastPolicy(), policy);
    }

    private static void write(Path file, SavedPolicy policy) {
        try {
            PolicyFile.write(file, policy);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    private void writeOnnx(SavedPolicy policy) {
        try {
            OnnxExport.write(folder.bestOnnx(), policy);
        } catch (IOException e) {
            throw DiskText.cannotWrite(folder.bestOnnx(), e);
        }
    }

    @Override
    public void close() {
        try (progress;
                episodes;
                evaluations) {
            if (trace != null) {
                trace.close();
            }
        }
    }
}
