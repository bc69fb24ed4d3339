package org.teleost.experiments.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiments.folder.ExperimentFolder;
import org.teleost.experiments.json.Json;
import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.apt.ActorFailure;
import org.teleost.learn.apt.AptSettings;
import org.teleost.learn.apt.AptTraining;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.learn.apt.TrainingException;
import org.teleost.learn.apt.TrainingListener;
import org.teleost.learn.apt.TrainingReport;
import org.teleost.problem.ControlProblem;

/** Trains asynchronously while environments fail by a schedule, every transition stamped with a checksum. */
public final class FaultStudy {
    private static final long UNLIMITED_STEPS = 1_000_000_000_000L;
    private static final String KEY = "faults";
    private static final int LOOK_INTERVAL = 10;
    private static final long CALIBRATION_SEED = 1;
    private static final double CALIBRATION_SECONDS = 1.0;

    private final ControlProblem problem;
    private final LearnerFactory learners;
    private final FaultSettings settings;
    private final AptSettings training;
    private final LongSupplier clock;

    /**
     * @param clock nanoseconds, in the manner of {@link System#nanoTime}; any thread calls it
     * @throws IllegalArgumentException if training can't be done with these settings
     */
    public FaultStudy(ControlProblem problem, LearnerFactory learners, FaultSettings settings, LongSupplier clock) {
        this.problem = problem;
        this.learners = learners;
        this.settings = settings;
        this.clock = clock;
        training = training(settings);
    }

    /** What an earlier run left in the store, or {@link #run(BooleanSupplier)}, kept unless the user stopped it. */
    public FaultResult run(CellStore cells, BooleanSupplier userStop) {
        Optional<Cell> earlier = cells.find(KEY);
        if (earlier.isPresent()) {
            return RecordCell.read(earlier.get(), FaultResult.class);
        }
        FaultResult result = run(userStop);
        if (!userStop.getAsBoolean()) {
            cells.add(RecordCell.of(KEY, result));
        }
        return result;
    }

    /** Trains until the time is up or {@code userStop} says true, which counts as not finished. */
    public FaultResult run(BooleanSupplier userStop) {
        FaultSchedule schedule = new FaultSchedule(settings.kinds(), settings.intervalSeconds(), clock);
        try (OffPolicyLearner learner = learners.create(problem, settings.seed())) {
            ControlProblem faulty = new FaultyProblem(scaled(learner), schedule);
            Watch watch = new Watch(settings, userStop, clock);
            try (AptTraining run = new AptTraining(faulty, learner, training, watch, null, clock)) {
                watch.begin(run::stop);
                schedule.start();
                String failure = train(run, schedule);
                return result(run.report(), watch, schedule, failure);
            }
        }
    }

    private ControlProblem scaled(OffPolicyLearner learner) {
        long stepNanos = 1;
        if (settings.costKind() == CostKind.WAIT) {
            AloneRate plain =
                    AloneRate.measure(problem, 1, learner.snapshot(), CALIBRATION_SECONDS, CALIBRATION_SEED, clock);
            stepNanos = Math.max(1, Math.round(plain.stepNanos()));
        }
        return settings.costKind().scale(problem, stepNanos, clock, settings.cost());
    }

    private static AptSettings training(FaultSettings settings) {
        return AptSettings.defaults().with(s -> {
            s.mode = CollectionMode.ASYNC;
            s.actors = settings.actors();
            s.steps = UNLIMITED_STEPS;
            s.warmUp = settings.warmUpSteps();
            s.ratio(settings.ratio());
            s.batchSize = settings.batchSize();
            s.progressEvery = LOOK_INTERVAL;
            s.stepDeadline = settings.deadlineSeconds();
            s.maxRestarts = settings.maxRestarts();
            s.seed = settings.seed();
            s.checked = true;
        });
    }

    private static String train(AptTraining training, FaultSchedule schedule) {
        try {
            training.run();
            return "";
        } catch (TrainingException | IllegalStateException e) {
            // a wrong checksum is an illegal state
            return String.valueOf(e.getMessage());
        } finally {
            schedule.end();
        }
    }

    private FaultResult result(TrainingReport report, Watch watch, FaultSchedule schedule, String failure) {
        Map<FaultKind, Long> injected = new EnumMap<>(FaultKind.class);
        Map<FaultKind, Long> noticed = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            injected.put(kind, schedule.injected(kind));
            noticed.put(kind, watch.noticed.getOrDefault(kind.cause(), 0L));
        }
        double seconds = watch.trainingSeconds();
        boolean corrupted = failure.contains("corrupt");
        return new FaultResult(
                settings,
                failure.isEmpty() && watch.timeIsUp,
                seconds,
                report.environmentSteps(),
                report.updates(),
                report.episodes(),
                report.environmentSteps() / seconds,
                report.updateRatio(),
                injected,
                noticed,
                report.restarts(),
                report.quarantined(),
                report.abandonedThreads(),
                LagSummary.of(report.lag()),
                report.environmentSteps() + report.updates() * settings.batchSize(),
                corrupted ? 1 : 0,
                failure.isEmpty() && !watch.timeIsUp ? "stopped by the user" : failure);
    }

    /** Saves the result in words, as faults.md. */
    public static void write(FaultResult result, ExperimentFolder folder) {
        folder.write(
                "faults.md",
                "## Training of " + result.settings().problem() + " under faults\n\n```\n"
                        + String.join("\n", result.text()) + "\n```\n");
        folder.writeSummary(json(result));
    }

    /** The result as JSON. */
    public static ObjectNode json(FaultResult result) {
        return (ObjectNode) Json.tree(result);
    }

    private static final class Watch implements TrainingListener {
        private final Map<ActorFailure.Cause, Long> noticed = new EnumMap<>(ActorFailure.Cause.class);
        private final FaultSettings settings;
        private final BooleanSupplier userStop;
        private final LongSupplier clock;
        private Runnable stopTraining = () -> {};
        private long beganAt;
        private boolean timeIsUp;
        private double endSeconds = Double.NaN;

        Watch(FaultSettings settings, BooleanSupplier userStop, LongSupplier clock) {
            this.settings = settings;
            this.userStop = userStop;
            this.clock = clock;
        }

        void begin(Runnable stop) {
            stopTraining = stop;
            beganAt = clock.getAsLong();
        }

        /** Until the run was stopped; ending its threads does not count. */
        double trainingSeconds() {
            return Double.isNaN(endSeconds) ? seconds() : endSeconds;
        }

        private double seconds() {
            return (clock.getAsLong() - beganAt) / 1e9;
        }

        @Override
        public void progress(TrainingReport report, UpdateMetrics latest) {
            double seconds = seconds();
            timeIsUp |= seconds >= settings.seconds();
            if (timeIsUp || userStop.getAsBoolean()) {
                endSeconds = seconds;
                stopTraining.run();
            }
        }

        @Override
        public void actorFailed(ActorFailure failure) {
            noticed.merge(failure.cause(), 1L, Long::sum);
        }
    }
}
