package org.teleost.experiments.training.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.folder.DiskText;
import org.teleost.experiments.training.evaluation.Evaluation;
import org.teleost.experiments.training.evaluation.EvaluationObserver;
import org.teleost.experiments.training.evaluation.EvaluationResult;
import org.teleost.experiments.training.record.Elapsed;
import org.teleost.experiments.training.record.EpisodeRow;
import org.teleost.experiments.training.record.EvaluationRow;
import org.teleost.experiments.training.record.ProgressRow;
import org.teleost.experiments.training.record.SeedFolder;
import org.teleost.experiments.training.record.SeedRecords;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.apt.ActorFailure;
import org.teleost.learn.apt.AptTraining;
import org.teleost.learn.apt.TrainingException;
import org.teleost.learn.apt.TrainingListener;
import org.teleost.learn.apt.TrainingReport;
import org.teleost.learn.checkpoint.CheckpointFile;
import org.teleost.learn.sac.Sac;
import org.teleost.model.ModelException;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.PolicyRunner;
import org.teleost.policy.SavedPolicy;
import org.teleost.problem.ControlProblem;
import org.teleost.random.RandomStream;
import org.teleost.storage.WriteFailure;

/** Trains one seed, from its checkpoint if it has one. Use once. */
final class SeedRun implements TrainingListener {
    /** Training derives its own seeds for purposes below 5, evaluations for 5. */
    private static final long LEARNER = 6;

    private final ControlProblem problem;
    private final TrainingConfiguration configuration;
    private final long seed;
    private final SeedFolder folder;
    private final TrainingMonitor monitor;
    private final LongSupplier clock;
    private final Evaluation evaluation;
    private final BestPolicy best;
    private boolean bestWasRead;
    private AptTraining running;
    private SeedRecords records;
    private Elapsed saved = new Elapsed(0, 0);
    private Elapsed earlier;
    private long startNanos;
    private long evaluationNanos;

    SeedRun(
            ControlProblem problem,
            TrainingConfiguration configuration,
            long seed,
            SeedFolder folder,
            TrainingMonitor monitor,
            LongSupplier clock) {
        this.problem = problem;
        this.configuration = configuration;
        this.seed = seed;
        this.folder = folder;
        this.monitor = monitor;
        this.clock = clock;
        evaluation = new Evaluation(problem, configuration.run().evaluationSeed(), clock);
        best = new BestPolicy(configuration, seed);
    }

    /**
     * Trains until all steps are done or stopped.
     *
     * @param onStart called once the checkpoint, if there is one, has turned out to fit the configuration
     */
    SeedResult run(StopRequest stop, Runnable onStart) {
        folder.create();
        CheckpointFile checkpoints = new CheckpointFile(folder.checkpoint());
        try (OffPolicyLearner learner = newLearner();
                AptTraining training =
                        new AptTraining(problem, learner, configuration.apt(seed), this, checkpoints, clock)) {
            long from = resume(training, checkpoints);
            try (SeedRecords open = new SeedRecords(folder, problem, configuration, seed, from)) {
                onStart.run();
                begin(open, from);
                return train(training, learner, stop);
            }
        }
    }

    private OffPolicyLearner newLearner() {
        return switch (configuration.run().algorithm()) {
            case SAC ->
                new Sac(
                        problem.observationBox().size(),
                        problem.actionBox(),
                        configuration.sac(),
                        RandomStream.derive(seed, LEARNER));
        };
    }

    /** Returns the steps that were done. */
    private long resume(AptTraining training, CheckpointFile checkpoints) {
        if (!checkpoints.exists()) {
            return 0;
        }
        try {
            training.resume();
            long steps = training.report().environmentSteps();
            if (!bestWasRead) {
                best.read(folder.bestPolicy(), steps);
            }
            return steps;
        } catch (IOException e) {
            throw new ConfigException("can't resume from " + checkpoints.path() + ": " + WriteFailure.reason(e), e);
        }
    }

    private void begin(SeedRecords open, long from) {
        records = open;
        // the files may come from steps after the checkpoint, which are done again
        records.restoreBest(best.saved());
        earlier = saved.wallSeconds() > 0 ? saved : open.elapsed();
        startNanos = clock.getAsLong();
        monitor.seedStarted(seed, from);
    }

    private SeedResult train(AptTraining training, OffPolicyLearner learner, StopRequest stop) {
        running = training;
        stop.onRequest(training::stop);
        try {
            TrainingReport report = training.run();
            boolean finished = report.environmentSteps() >= configuration.apt().steps();
            if (finished) {
                evaluateLast(report.environmentSteps(), learner);
            } else {
                records.addUnevaluated(best.policy(learner.snapshot(), report.environmentSteps(), null));
            }
            if (!finished || configuration.apt().checkpointEvery() > 0) {
                save(training);
            }
            return result(
                    finished ? SeedResult.Status.FINISHED : SeedResult.Status.INTERRUPTED, report, Optional.empty());
        } catch (TrainingException | ModelException e) {
            return result(SeedResult.Status.FAILED, training.report(), Optional.of(e));
        } finally {
            stop.nothingToStop();
        }
    }

    private void save(AptTraining training) {
        try {
            training.save();
        } catch (IOException e) {
            throw DiskText.cannotWrite(folder.checkpoint(), e);
        }
    }

    private SeedResult result(SeedResult.Status status, TrainingReport report, Optional<RuntimeException> failure) {
        ObjectNode summary = SeedSummary.of(seed, status, report, elapsed());
        Optional<EvaluationRow> last = records.lastEvaluation();
        last.ifPresent(row -> summary.set(SeedSummary.LAST, SeedSummary.evaluation(row)));
        records.evaluations().stream()
                .filter(row -> row.environmentSteps() == best.steps() && row.mean() == best.mean())
                .findFirst()
                .ifPresent(row -> summary.set(SeedSummary.BEST, SeedSummary.evaluation(row)));
        failure.ifPresent(fault -> summary.put("failure", fault.getMessage()));
        folder.writeSummary(summary);
        return new SeedResult(seed, status, summary, records.evaluations(), failure);
    }

    private Elapsed elapsed() {
        double wall = (clock.getAsLong() - startNanos) / 1e9;
        return new Elapsed(
                earlier.wallSeconds() + wall, earlier.trainingSeconds() + Math.max(0.0, wall - evaluationNanos / 1e9));
    }

    @Override
    public void episodeEnded(int actor, long episode, int steps, double undiscountedReturn, boolean terminated) {
        Elapsed now = elapsed();
        records.add(new EpisodeRow(
                running.report().environmentSteps(),
                now.wallSeconds(),
                now.trainingSeconds(),
                actor,
                episode,
                steps,
                undiscountedReturn,
                terminated));
    }

    @Override
    public void progress(TrainingReport report, UpdateMetrics latest) {
        ProgressRow row = ProgressRow.of(report, latest, elapsed(), records.lastProgress());
        records.add(row, report);
        monitor.progress(row, report);
    }

    @Override
    public void evaluationDue(long environmentSteps, PolicyNetwork network) {
        Elapsed before = elapsed();
        long began = clock.getAsLong();
        EvaluationObserver watch = (episode, step, observation, action, outcome) -> {
            if (step == 0) {
                monitor.evaluating(
                        environmentSteps, episode, configuration.run().evaluationEpisodes());
            }
            if (episode == 0) {
                records.addStep(environmentSteps, network.version(), step, observation, action, outcome);
            }
        };
        PolicyRunner runner = new PolicyRunner(network);
        EvaluationResult result =
                evaluation.run(runner::act, configuration.run().evaluationEpisodes(), watch);
        SavedPolicy policy = best.policy(network, environmentSteps, result);
        boolean improved = best.improve(policy, result.returns().mean(), environmentSteps);
        EvaluationRow row = EvaluationRow.of(environmentSteps, network.version(), before, result, improved);
        records.add(row, policy);
        evaluationNanos += clock.getAsLong() - began;
        monitor.evaluated(row);
    }

    /** The policy that training ends with has an evaluation, whatever the interval. */
    private void evaluateLast(long environmentSteps, OffPolicyLearner learner) {
        Optional<EvaluationRow> last = records.lastEvaluation();
        if (last.isEmpty() || last.get().environmentSteps() < environmentSteps) {
            evaluationDue(environmentSteps, learner.snapshot());
        }
    }

    @Override
    public void actorFailed(ActorFailure failure) {
        monitor.actorFailed(failure);
    }

    @Override
    public void writeOwn(DataOutput out) throws IOException {
        elapsed().write(out);
        best.write(out);
    }

    @Override
    public void readOwn(DataInput in) throws IOException {
        int first = in.readInt();
        if (first == Elapsed.MARK) {
            saved = Elapsed.read(in);
            first = in.readInt();
        }
        best.read(in, first);
        bestWasRead = true;
    }

    @Override
    public void checkpointFailed(Path path, IOException reason) {
        monitor.checkpointFailed(path, reason);
    }
}
