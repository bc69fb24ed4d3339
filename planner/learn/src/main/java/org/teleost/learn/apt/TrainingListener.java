package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.policy.PolicyNetwork;

/**
 * Hears of a training run, on the learner's thread, between two updates. What a method does delays the learner; an
 * exception it throws ends the run.
 */
public interface TrainingListener {

    /** A listener that ignores everything. */
    TrainingListener SILENT = new TrainingListener() {};

    /**
     * Every {@link AptSettings#progressEvery} steps.
     *
     * @param latest of the last update, reused; all zero before the first
     */
    default void progress(TrainingReport report, UpdateMetrics latest) {}

    /** An episode ended in the environment, not by a failure. */
    default void episodeEnded(int actor, long episode, int steps, double undiscountedReturn, boolean terminated) {}

    /** Every {@link AptSettings#evaluateEvery} steps, with the newest policy. */
    default void evaluationDue(long environmentSteps, PolicyNetwork network) {}

    default void actorFailed(ActorFailure failure) {}

    /** Writes what belongs to the run besides its training, for example the best policy so far, into a checkpoint. */
    default void writeOwn(DataOutput out) throws IOException {}

    /**
     * Takes back what {@link #writeOwn} wrote, all of it; not called for a checkpoint of a version that had none.
     *
     * @throws IOException if it does not fit
     */
    default void readOwn(DataInput in) throws IOException {}

    default void checkpointWritten(Path path, long environmentSteps) {}

    /** Training goes on and the checkpoints that were there are still there. */
    default void checkpointFailed(Path path, IOException reason) {}
}
