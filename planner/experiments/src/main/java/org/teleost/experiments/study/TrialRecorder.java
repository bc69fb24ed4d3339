package org.teleost.experiments.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.apt.TrainingListener;
import org.teleost.learn.apt.TrainingReport;
import org.teleost.policy.PolicyNetwork;

/**
 * Follows a run: keeps policies to be evaluated after it, remembers where the warm-up ended, and stops the run when its
 * time is up or the user wants it.
 */
final class TrialRecorder implements TrainingListener {
    /** A policy and when it was the newest. */
    record Kept(long steps, long updates, double seconds, PolicyNetwork network) {}

    private final TrialBudget budget;
    private final int points;
    private final long warmUpSteps;
    private final OffPolicyLearner learner;
    private final BooleanSupplier userStop;
    private final LongSupplier clock;
    private final List<Kept> kept = new ArrayList<>();
    private Runnable stopTraining = () -> {};
    private TrainingReport warm;
    private double warmSeconds;
    private long beganAt;
    private double endSeconds = Double.NaN;
    private boolean stoppedByUser;

    TrialRecorder(
            TrialBudget budget,
            int points,
            long warmUpSteps,
            OffPolicyLearner learner,
            BooleanSupplier userStop,
            LongSupplier clock) {
        this.budget = budget;
        this.points = points;
        this.warmUpSteps = warmUpSteps;
        this.learner = learner;
        this.userStop = userStop;
        this.clock = clock;
    }

    /** Called before the first step. */
    void begin(Runnable stop) {
        stopTraining = stop;
        keep(0, 0.0);
        beganAt = clock.getAsLong();
    }

    @Override
    public void progress(TrainingReport report, UpdateMetrics latest) {
        double seconds = seconds();
        long steps = report.environmentSteps();
        if (warm == null && steps >= warmUpSteps) {
            warm = report;
            warmSeconds = seconds;
        }
        double used = budget.used(steps, seconds);
        if (used * (points + 1) >= kept.size() && used < 1.0) {
            keep(steps, seconds);
        }
        stoppedByUser |= userStop.getAsBoolean();
        if (stoppedByUser || (!budget.isSteps() && seconds >= budget.seconds())) {
            endSeconds = seconds;
            stopTraining.run();
        }
    }

    private void keep(long steps, double seconds) {
        PolicyNetwork network = learner.snapshot();
        kept.add(new Kept(steps, network.version(), seconds, network));
    }

    private double seconds() {
        return (clock.getAsLong() - beganAt) / 1e9;
    }

    /** Called after the last update. */
    void end() {
        if (Double.isNaN(endSeconds)) {
            endSeconds = seconds();
        }
    }

    /** Keeps the last policy; not called when training failed. */
    void keepLast(long steps) {
        keep(steps, endSeconds);
    }

    List<Kept> kept() {
        return kept;
    }

    double trainingSeconds() {
        return endSeconds;
    }

    boolean stoppedByUser() {
        return stoppedByUser;
    }

    /** Steps per second after the warm-up, NaN if it did not end. */
    double steadyStepsPerSecond(TrainingReport last) {
        return warm == null ? Double.NaN : (last.environmentSteps() - warm.environmentSteps()) / steadySeconds();
    }

    /** Share of the time after the warm-up, NaN if it did not end. */
    double learnerWaitShare(TrainingReport last) {
        return warm == null
                ? Double.NaN
                : (last.learnerWaitNanos() - warm.learnerWaitNanos()) / (1e9 * steadySeconds());
    }

    /** Share of the time after the warm-up of all actors, NaN if it did not end. */
    double actorWaitShare(TrainingReport last) {
        double actorSeconds = last.actors().size() * steadySeconds();
        return warm == null ? Double.NaN : (last.actorWaitNanos() - warm.actorWaitNanos()) / (1e9 * actorSeconds);
    }

    private double steadySeconds() {
        return endSeconds - warmSeconds;
    }
}
