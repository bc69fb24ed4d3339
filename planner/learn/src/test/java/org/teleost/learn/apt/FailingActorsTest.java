package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teleost.learn.checkpoint.Checkpoint;
import org.teleost.learn.checkpoint.CheckpointFile;
import org.teleost.problem.StepOutcome;

/** Environments that crash, hang or give nonsense while training goes on. */
@Timeout(240)
class FailingActorsTest {
    @TempDir
    Path folder;

    private volatile boolean quarantined;
    private final List<ActorFailure> failures = new ArrayList<>();
    private final TrainingListener listener = new TrainingListener() {
        @Override
        public void actorFailed(ActorFailure failure) {
            failures.add(failure);
            quarantined |= failure.quarantined();
        }
    };

    @AfterEach
    void noActorThreadIsLeft() {
        assertThat(Runs.actorThreads()).isZero();
    }

    private static AptSettings settings(int actors) {
        return Runs.small(CollectionMode.ASYNC, actors).with(s -> {
            s.steps = 3000;
            s.maxRestarts = 3;
        });
    }

    /** A short deadline only where something hangs: elsewhere a busy machine would look like a hung environment. */
    private static AptSettings settings(ActorFailure.Cause cause) {
        return settings(2).with(s -> {
            if (cause == ActorFailure.Cause.HANG) {
                s.stepDeadline = 0.3;
            }
        });
    }

    private static void fail(ActorFailure.Cause cause, StepOutcome out) {
        switch (cause) {
            case CRASH -> throw new LinkageError("native solver missing");
            case NOT_FINITE -> out.observation[1] = Float.NEGATIVE_INFINITY;
            case HANG -> Runs.await(new CountDownLatch(1));
            default -> throw new AssertionError(cause);
        }
    }

    @ParameterizedTest
    @EnumSource(ActorFailure.Cause.class)
    void oneFailureCostsTheEpisodeAndAFreshEnvironmentGoesOn(ActorFailure.Cause cause) {
        CountDownLatch recovered = new CountDownLatch(1);
        AtomicBoolean failed = new AtomicBoolean();
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (actor == 1 && step == 33 && failed.compareAndSet(false, true)) {
                fail(cause, out);
            } else if (actor == 1 && step == 50) {
                recovered.countDown();
            }
        });
        TrainingReport report = runUntil(problem, settings(cause), recovered);
        assertThat(failures).hasSize(1);
        ActorFailure failure = failures.get(0);
        assertThat(failure.cause()).isEqualTo(cause);
        assertThat(failure.actor()).isEqualTo(1);
        assertThat(failure.quarantined()).isFalse();
        assertThat(report.restarts()).isEqualTo(1);
        assertThat(report.actors().get(1).steps()).isGreaterThan(33);
        assertThat(report.actors().get(0).restarts()).isZero();
        assertThat(report.abandonedThreads()).isZero();
        // the other actor may not have got a core yet
        assertThat(problem.created.get()).isBetween(2, 3);
        assertThat(problem.closed.get()).isEqualTo(problem.created.get());
    }

    @ParameterizedTest
    @EnumSource(ActorFailure.Cause.class)
    void anActorThatAlwaysFailsIsQuarantinedAndTheOtherGoesOn(ActorFailure.Cause cause) {
        AtomicInteger stepsAfter = new AtomicInteger();
        CountDownLatch wentOn = new CountDownLatch(1);
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (actor == 0) {
                fail(cause, out);
            } else if (quarantined && stepsAfter.incrementAndGet() == 50) {
                wentOn.countDown();
            }
        });
        TrainingReport report = runUntil(problem, settings(cause), wentOn);
        assertThat(failures).hasSize(4).allMatch(f -> f.actor() == 0 && f.cause() == cause);
        assertThat(failures.get(2).quarantined()).isFalse();
        assertThat(failures.get(3).quarantined()).isTrue();
        assertThat(failures.get(3).consecutive()).isEqualTo(4);
        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(report.actors().get(0).quarantined()).isTrue();
        assertThat(report.actors().get(0).steps()).isZero();
        assertThat(report.actors().get(0).lastFailure()).isNotEmpty();
        assertThat(report.actors().get(1).steps()).isGreaterThan(40);
        assertThat(problem.closed.get()).isEqualTo(problem.created.get());
    }

    /** Runs without a limit of steps until the latch opens. */
    private TrainingReport runUntil(TinyProblem problem, AptSettings settings, CountDownLatch done) {
        AptSettings endless = settings.with(s -> s.steps = 1_000_000_000);
        try (AptTraining training = Runs.training(problem, new TinyLearner(), endless, listener, null)) {
            Thread stopper = new Thread(() -> {
                Runs.await(done);
                training.stop();
            });
            stopper.start();
            return training.run();
        }
    }

    @Test
    void actorsKilledAgainAndAgainCorruptNoTransition() {
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (step >= 5 + instance * 7 % 13) {
                throw new IllegalStateException("killed");
            }
        });
        AptSettings settings = settings(3).with(s -> {
            s.maxRestarts = 1_000_000;
            s.ratio(new UpdateRatio(1, 0, 1));
        });
        TrainingReport report = Runs.run(problem, new TinyLearner(), settings, listener);
        assertThat(report.environmentSteps()).isEqualTo(3000);
        assertThat(report.restarts()).isGreaterThan(150);
        assertThat(problem.closed.get()).isEqualTo(problem.created.get());
    }

    @Test
    void theSeedOfAFailedEpisodeIsNotTriedAgain() {
        Set<String> started = new HashSet<>();
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (step == 0) {
                synchronized (started) {
                    started.add(actor + " " + out.observation[0]);
                }
            }
            if (step == 3) {
                throw new IllegalStateException("killed");
            }
        });
        AptSettings settings = settings(2).with(s -> {
            s.maxRestarts = 1_000_000;
            s.steps = 90;
        });
        Runs.run(problem, new TinyLearner(), settings, listener);
        assertThat(started.size()).isEqualTo(problem.created.get());
    }

    @Test
    void aThreadThatIgnoresInterruptsIsLeftBehindAndItsLateStepIsNeverRead() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch replaced = new CountDownLatch(1);
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (instance == 0 && step == 5) {
                while (release.getCount() > 0) {
                    Thread.onSpinWait();
                }
                out.reward = 1e9;
            }
            if (instance == 1 && step == 5) {
                replaced.countDown();
            }
        });
        List<Double> returns = new ArrayList<>();
        TrainingListener summing = new TrainingListener() {
            @Override
            public void episodeEnded(int actor, long episode, int steps, double episodeReturn, boolean terminated) {
                returns.add(episodeReturn);
            }
        };
        AptSettings endless = settings(1).with(s -> {
            s.steps = 1_000_000_000;
            s.stepDeadline = 0.3;
        });
        TinyLearner learner = new TinyLearner();
        try (AptTraining training = Runs.training(problem, learner, endless, summing, null)) {
            learner.beforeUpdate = () -> {
                if (learner.updates() == 100) {
                    assertThat(replaced.getCount()).isZero();
                    assertThat(training.report().abandonedThreads()).isEqualTo(1);
                    release.countDown();
                    Runs.await(() -> problem.closed.get() == 1);
                    Runs.await(() -> training.report().abandonedThreads() == 0);
                }
                if (learner.updates() == 500) {
                    training.stop();
                }
            };
            assertThat(training.run().restarts()).isEqualTo(1);
        }
        assertThat(returns).isNotEmpty().allMatch(r -> r <= 0.0);
        assertThat(problem.closed.get()).isEqualTo(2);
    }

    @Test
    void whenNoActorIsLeftTheRunIsSavedAndEndsWithTheReason() throws IOException {
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (step == 40) {
                throw new IllegalStateException("licence expired");
            }
        });
        CheckpointFile file = new CheckpointFile(folder.resolve("a.checkpoint"));
        AptSettings settings = settings(2).with(s -> s.maxRestarts = 0);
        try (AptTraining training = Runs.training(problem, new TinyLearner(), settings, listener, file)) {
            assertThatThrownBy(training::run)
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining("no actor is left")
                    .hasMessageContaining("maxRestarts=0")
                    .hasMessageContaining("licence expired");
        }
        try (Checkpoint checkpoint = file.open()) {
            assertThat(checkpoint.path()).isEqualTo(file.path());
        }
        assertThat(failures).hasSize(2);
    }
}
