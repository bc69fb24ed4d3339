package org.teleost.experiments.training.session;

import java.io.IOException;
import java.nio.file.Path;
import org.teleost.experiments.training.record.EvaluationRow;
import org.teleost.experiments.training.record.ProgressRow;
import org.teleost.learn.apt.ActorFailure;
import org.teleost.learn.apt.TrainingReport;

/** Shows a run to people; called by the thread that trains. */
public interface TrainingMonitor {
    /** Shows nothing. */
    TrainingMonitor NONE = new TrainingMonitor() {};

    /**
     * Training of a seed begins or goes on.
     *
     * @param fromSteps steps that an earlier run did
     */
    default void seedStarted(long seed, long fromSteps) {}

    /** The seed was trained by an earlier run. */
    default void seedSkipped(SeedResult result) {}

    default void seedEnded(SeedResult result) {}

    default void progress(ProgressRow row, TrainingReport report) {}

    /** An episode of an evaluation begins, the first one being 0. */
    default void evaluating(long environmentSteps, int episode, int episodes) {}

    default void evaluated(EvaluationRow row) {}

    default void actorFailed(ActorFailure failure) {}

    default void checkpointFailed(Path path, IOException reason) {}
}
