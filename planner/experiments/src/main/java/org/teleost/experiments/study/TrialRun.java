package org.teleost.experiments.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.apt.ActorHealth;
import org.teleost.learn.apt.AptTraining;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.learn.apt.TrainingException;
import org.teleost.learn.apt.TrainingReport;
import org.teleost.problem.ControlProblem;

/** Trains trials and evaluates the policies that they kept. */
final class TrialRun {
    private final ControlProblem problem;
    private final LearnerFactory learners;
    private final StudySettings settings;
    private final long stepNanos;
    private final LongSupplier clock;

    /** @param stepNanos time of one step of the environment at cost 1 */
    TrialRun(
            ControlProblem problem,
            LearnerFactory learners,
            StudySettings settings,
            long stepNanos,
            LongSupplier clock) {
        this.problem = problem;
        this.learners = learners;
        this.settings = settings;
        this.stepNanos = stepNanos;
        this.clock = clock;
    }

    long stepNanos() {
        return stepNanos;
    }

    /** The result, empty if the user stopped the run. */
    Optional<TrialResult> run(Trial trial, BooleanSupplier userStop) {
        ControlProblem scaled = settings.costKind().scale(problem, stepNanos, clock, settings.factors(trial));
        try (OffPolicyLearner learner = learners.create(problem, trial.seed())) {
            TrialRecorder recorder = new TrialRecorder(
                    trial.budget(), settings.points(), settings.warmUpSteps(), learner, userStop, clock);
            try (AptTraining training =
                    new AptTraining(scaled, learner, settings.training(trial), recorder, null, clock)) {
                recorder.begin(training::stop);
                String failure = train(training);
                recorder.end();
                TrainingReport report = training.report();
                if (recorder.stoppedByUser() || Thread.currentThread().isInterrupted()) {
                    return Optional.empty();
                }
                if (failure.isEmpty()) {
                    recorder.keepLast(report.environmentSteps());
                }
                return Optional.of(result(trial, report, recorder, failure));
            }
        }
    }

    /** Returns why training failed, empty if it did not. */
    private static String train(AptTraining training) {
        try {
            training.run();
            return "";
        } catch (TrainingException e) {
            return e.getMessage();
        }
    }

    private TrialResult result(Trial trial, TrainingReport report, TrialRecorder recorder, String failure) {
        List<CurvePoint> curve = curve(recorder.kept());
        double seconds = recorder.trainingSeconds();
        double learnerWait = recorder.learnerWaitShare(report);
        boolean turns = trial.mode() != CollectionMode.ASYNC;
        return new TrialResult(
                trial,
                report.environmentSteps(),
                report.updates(),
                seconds,
                report.environmentSteps() / seconds,
                recorder.steadyStepsPerSecond(report),
                report.updates() / seconds,
                report.updateRatio(),
                LagSummary.of(report.lag()),
                learnerWait,
                turns ? 1.0 - learnerWait : recorder.actorWaitShare(report),
                report.actors().stream().map(ActorHealth::steps).toList(),
                curve,
                failure.isEmpty() ? curve.get(curve.size() - 1).meanReturn() : Double.NaN,
                failure);
    }

    private List<CurvePoint> curve(List<TrialRecorder.Kept> policies) {
        PolicyEvaluation evaluation = new PolicyEvaluation(problem, settings.evaluationEpisodes());
        List<CurvePoint> curve = new ArrayList<>();
        for (TrialRecorder.Kept kept : policies) {
            MeanInterval value = evaluation.of(kept.network());
            curve.add(new CurvePoint(kept.steps(), kept.updates(), kept.seconds(), value.mean(), value.halfWidth()));
        }
        return curve;
    }
}
