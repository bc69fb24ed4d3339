package org.teleost.learn.apt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.checkpoint.Checkpoint;
import org.teleost.learn.checkpoint.CheckpointFile;
import org.teleost.learn.checkpoint.CheckpointWriter;
import org.teleost.learn.checkpoint.SavedNumbers;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.PolicyNetwork;
import org.teleost.problem.ControlProblem;
import org.teleost.random.RandomStream;

/**
 * A training run: actors collect transitions, the learner updates the networks. Belongs to one thread, but for
 * {@link #stop}. Use once: optionally {@link #resume}, then {@link #run}, then {@link #save} if wanted, then
 * {@link #close}.
 */
public final class AptTraining implements AutoCloseable {
    /** The section of the listener; checkpoints of versions before it have none. */
    private static final String OWN = "listener";

    private final OffPolicyLearner learner;
    private final AptSettings settings;
    private final TrainingListener listener;
    private final CheckpointFile checkpoints;
    private final LongSupplier clock;
    private final RunIdentity identity;
    private final TrainingState state;
    private final AtomicReference<PolicyNetwork> newest = new AtomicReference<>();
    private final Collection collection;
    private final Batch batch;
    private final int observationSize;
    private final int actionSize;
    private final UpdateMetrics metrics = new UpdateMetrics();
    private final RandomStream stream;
    private final long batchSeed;
    private long publishedAt;
    private long stepsHeard;
    private boolean begun;
    private boolean diverged;
    private volatile boolean stopped;

    /**
     * @param learner stays the caller's to close
     * @param listener hears of everything on the thread of {@link #run}
     * @param checkpoints where to save, null for nowhere
     * @param clock nanoseconds, in the manner of {@link System#nanoTime}; any thread calls it
     * @throws IllegalArgumentException if an action has no finite bounds, or checkpoints are wanted but have no place
     */
    public AptTraining(
            ControlProblem problem,
            OffPolicyLearner learner,
            AptSettings settings,
            TrainingListener listener,
            CheckpointFile checkpoints,
            LongSupplier clock) {
        if (!problem.actionBox().bounded()) {
            throw new IllegalArgumentException(
                    "actions of problem=" + problem.name() + " have no finite bounds; training needs them");
        }
        if (settings.checkpointEvery() > 0 && checkpoints == null) {
            throw new IllegalArgumentException("checkpointEvery=" + settings.checkpointEvery()
                    + " but there is no checkpoint file; name one or set the interval to 0");
        }
        this.learner = learner;
        this.settings = settings;
        this.listener = listener;
        this.checkpoints = checkpoints;
        this.clock = clock;
        identity = RunIdentity.of(problem, settings);
        state = new TrainingState(problem, learner, settings, listener);
        collection = settings.mode() == CollectionMode.ASYNC
                ? new AsynchronousCollection(problem, settings, state, newest, clock)
                : new RoundCollection(problem, settings, state, newest, clock);
        observationSize = problem.observationBox().size();
        actionSize = problem.actionBox().size();
        batch = new Batch(settings.batchSize(), observationSize, actionSize);
        stream = new RandomStream(settings.seed());
        batchSeed = Seeds.batches(settings.seed());
    }

    /**
     * Trains until all environment steps are done or {@link #stop} is called or the calling thread is interrupted. All
     * actors have ended and their environments are closed when this returns or throws.
     *
     * @throws TrainingException if the networks are no longer finite, or no actor is left
     */
    public TrainingReport run() {
        try {
            begin();
            while (!stopping() && !state.finished()) {
                collection.collect();
                if (state.mayUpdate()) {
                    update();
                } else {
                    collection.awaitTransition();
                }
                publish();
                tellListener();
                requireActors();
            }
        } finally {
            collection.stop();
        }
        return report();
    }

    private void begin() {
        if (begun) {
            throw new IllegalStateException("training was already run; make a new one and resume it");
        }
        begun = true;
        stepsHeard = state.steps;
        state.startClock(clock.getAsLong());
        publish();
        collection.start();
    }

    private boolean stopping() {
        return stopped || Thread.currentThread().isInterrupted();
    }

    private void update() {
        stream.startEpisode(batchSeed, 0, state.updates);
        state.replay.sample(stream, batch);
        learner.update(batch, metrics);
        state.updates++;
        if (!metrics.finite) {
            diverged = true;
            throw new TrainingException("networks are no longer finite: update=" + state.updates + " environmentSteps="
                    + state.steps + " criticLoss=" + metrics.criticLoss + " actorLoss=" + metrics.actorLoss + " alpha="
                    + metrics.alpha + "; lower the learning rates or scale the rewards, then "
                    + (checkpoints == null || !checkpoints.exists()
                            ? "start again"
                            : "resume from the checkpoint " + checkpoints.path()));
        }
    }

    /** Gives the actors the newest policy once the warm-up is over and then every few updates. */
    private void publish() {
        boolean due = newest.get() == null || state.updates - publishedAt >= settings.publishEvery();
        if (due && state.warm()) {
            newest.set(learner.snapshot());
            publishedAt = state.updates;
        }
    }

    private void tellListener() {
        long before = stepsHeard;
        stepsHeard = state.steps;
        if (passed(settings.evaluateEvery(), before)) {
            listener.evaluationDue(state.steps, learner.snapshot());
        }
        if (passed(settings.checkpointEvery(), before)) {
            trySave();
        }
        if (passed(settings.progressEvery(), before)) {
            listener.progress(report(), metrics);
        }
    }

    private boolean passed(long interval, long before) {
        return interval > 0 && state.steps / interval > before / interval;
    }

    private void requireActors() {
        if (collection.living() > 0) {
            return;
        }
        if (checkpoints != null) {
            trySave();
        }
        ActorLedger last = state.ledgers[state.ledgers.length - 1];
        throw new TrainingException("no actor is left: all " + state.ledgers.length + " failed more than maxRestarts="
                + settings.maxRestarts() + " times without completing an episode, environmentSteps=" + state.steps
                + "; last failure of actor " + last.actor + ": " + last.lastFailure);
    }

    private void trySave() {
        try {
            save();
            listener.checkpointWritten(checkpoints.path(), state.steps);
        } catch (IOException e) {
            listener.checkpointFailed(checkpoints.path(), e);
        }
    }

    /** Ends {@link #run} after the update or round it is in, at a point that can be saved. Any thread may call this. */
    public void stop() {
        stopped = true;
        collection.wake();
    }

    /** The state of the run; before and after {@link #run}, or from the listener. */
    public TrainingReport report() {
        return state.report(clock.getAsLong(), collection.abandonedThreads());
    }

    /**
     * Writes a checkpoint; before or after {@link #run}, or from the listener.
     *
     * @throws IOException if that fails; earlier checkpoints are then still there
     * @throws IllegalStateException if there is no checkpoint file, or the networks are no longer finite
     */
    public void save() throws IOException {
        requirePlace();
        if (diverged) {
            throw new IllegalStateException("networks are not finite and are not saved; "
                    + (checkpoints.exists()
                            ? "the last good checkpoint is " + checkpoints.path()
                            : "there is no checkpoint yet"));
        }
        checkpoints.write(this::writeSections);
    }

    private void requirePlace() {
        if (checkpoints == null) {
            throw new IllegalStateException("training was made without a checkpoint file");
        }
    }

    private void writeSections(CheckpointWriter writer) throws IOException {
        writer.section("identity", identity::write);
        writer.section("counters", state::writeCounters);
        writer.section("learner", learner::write);
        writer.section("policy", out -> {
            out.writeLong(publishedAt);
            PolicySection.write(newest.get(), out);
        });
        writer.section("replay", state.replay::write);
        writer.section("actors", collection::write);
        writer.section(OWN, listener::writeOwn);
    }

    /**
     * Restores the newest sound checkpoint. A reproducible mode then continues bit for bit as if it had never stopped;
     * asynchronous actors start new episodes, and the ratio of updates to steps goes on from the saved counts.
     *
     * @return what was restored from, newest or previous
     * @throws IOException if neither is sound, or it belongs to another run; this training can then not be used
     */
    public Path resume() throws IOException {
        requirePlace();
        try (Checkpoint checkpoint = checkpoints.open()) {
            checkpoint.section("identity", in -> RunIdentity.read(in).requireResumableBy(identity));
            checkpoint.section("counters", state::readCounters);
            checkpoint.section("learner", learner::read);
            checkpoint.section("policy", in -> {
                publishedAt = SavedNumbers.range(in.readLong(), 0, state.updates, "update of the last publication");
                newest.set(PolicySection.read(in, observationSize, actionSize));
            });
            checkpoint.section("replay", in -> {
                state.replay.read(in);
                state.requireConsistent();
            });
            checkpoint.section("actors", collection::read);
            if (checkpoint.sections().contains(OWN)) {
                checkpoint.section(OWN, listener::readOwn);
            }
            return checkpoint.path();
        }
    }

    /** Ends what is left of the actors; does nothing after {@link #run}. */
    @Override
    public void close() {
        collection.stop();
    }
}
