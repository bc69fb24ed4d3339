package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.policy.PolicyNetwork;

/** Actors and learner side by side: who waits for whom, and how far they drift apart. */
@Timeout(240)
class AsynchronousTest {

    @AfterEach
    void noActorThreadIsLeft() {
        assertThat(Runs.actorThreads()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,1", "2,1,1,1", "3,1,0.5,2", "2,0.25,0.25,0.25", "2,2,0,4"})
    void takesExactlyTheStepsAndKeepsTheRatioAtEveryUpdate(int actors, double target, double low, double high) {
        TinyProblem problem = new TinyProblem();
        TinyLearner learner = new TinyLearner();
        AptSettings settings =
                Runs.small(CollectionMode.ASYNC, actors).with(s -> s.ratio(new UpdateRatio(target, low, high)));
        try (AptTraining training = Runs.training(problem, learner, settings, TrainingListener.SILENT, null)) {
            learner.beforeUpdate = () -> {
                TrainingReport now = training.report();
                long steps = now.environmentSteps() - settings.warmUp();
                assertThat(now.updates() + 1.0).isLessThanOrEqualTo(high * steps);
                assertThat((double) now.updates()).isGreaterThan(low * (steps - 1) - 1.0);
            };
            TrainingReport report = training.run();
            assertThat(report.environmentSteps()).isEqualTo(600);
            assertThat(report.updates()).isEqualTo(learner.updates());
            assertThat((double) report.updates()).isBetween(Math.floor(low * 549) - 1, high * 550);
            assertThat(report.actors()).hasSize(actors);
            assertThat(report.lag().count()).isLessThanOrEqualTo(550).isGreaterThan(0);
        }
        // an actor that gets no core before the others are done makes no environment
        assertThat(problem.created.get()).isBetween(1, actors);
        assertThat(problem.closed.get()).isEqualTo(problem.created.get());
    }

    @Test
    void aBusyLearnerBoundsWhatActorsCollect() {
        int actors = 3;
        int capacity = 5;
        TinyProblem problem = new TinyProblem();
        TinyLearner learner = new TinyLearner();
        AptSettings settings = Runs.small(CollectionMode.ASYNC, actors).with(s -> s.handOver = capacity);
        AtomicInteger checks = new AtomicInteger();
        try (AptTraining training = Runs.training(problem, learner, settings, TrainingListener.SILENT, null)) {
            learner.beforeUpdate = () -> {
                if (learner.updates() % 100 == 3) {
                    long taken = training.report().environmentSteps();
                    int most = (int) taken + actors * capacity;
                    Runs.await(() -> problem.steps.get() == most && allActorsWait());
                    assertThat(problem.steps.get()).isEqualTo(most);
                    checks.incrementAndGet();
                }
            };
            TrainingReport report = training.run();
            assertThat(checks.get()).isGreaterThan(3);
            assertThat(report.actorWaitNanos()).isPositive();
        }
    }

    private static boolean allActorsWait() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("teleost-actor"))
                .allMatch(t -> t.getState() == Thread.State.WAITING || t.getState() == Thread.State.TIMED_WAITING);
    }

    @Test
    void anActorThatNeverReturnsKeepsNeitherLearnerNorOtherActorWaiting() {
        CountDownLatch release = new CountDownLatch(1);
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (actor == 1) {
                Runs.await(release);
            }
        });
        TinyLearner learner = new TinyLearner();
        learner.beforeUpdate = () -> {
            if (learner.updates() == 549) {
                release.countDown();
            }
        };
        TrainingReport report =
                Runs.run(problem, learner, Runs.small(CollectionMode.ASYNC, 2), TrainingListener.SILENT);
        assertThat(report.environmentSteps()).isEqualTo(600);
        assertThat(report.updates()).isEqualTo(550);
        assertThat(report.actors().get(0).steps()).isGreaterThanOrEqualTo(595);
    }

    /** Time is counted in steps of the fast actor: the slow one needs five of them for one of its own. */
    @Test
    void aFiveTimesSlowerActorGetsASixthOfTheSteps() {
        Semaphore time = new Semaphore(0);
        AtomicIntegerArray done = new AtomicIntegerArray(2);
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (actor == 0) {
                time.release();
            } else {
                try {
                    time.acquire(5);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            done.incrementAndGet(actor);
        });
        TrainingListener release = new TrainingListener() {
            @Override
            public void progress(TrainingReport report, UpdateMetrics latest) {
                time.release(1_000);
            }
        };
        AptSettings settings = Runs.small(CollectionMode.ASYNC, 2).with(s -> s.progressEvery = 600);
        TrainingReport report = Runs.run(problem, new TinyLearner(), settings, release);
        assertThat(report.environmentSteps()).isEqualTo(600);
        long slow = report.actors().get(1).steps();
        assertThat(slow).isLessThanOrEqualTo(101);
        assertThat(report.actors().get(0).steps()).isGreaterThanOrEqualTo(5 * slow - 10);
        assertThat(report.updates()).isEqualTo(550);
    }

    @Test
    void actorsUseTheNewestPolicyAndTheLagIsCounted() {
        AtomicReference<TrainingReport> last = new AtomicReference<>();
        AptSettings settings = Runs.small(CollectionMode.ASYNC, 2).with(s -> {
            s.publishEvery = 10;
            s.progressEvery = 200;
        });
        TrainingListener listener = new TrainingListener() {
            @Override
            public void progress(TrainingReport report, UpdateMetrics latest) {
                last.set(report);
            }
        };
        TrainingReport report = Runs.run(new TinyProblem(), new TinyLearner(), settings, listener);
        assertThat(last.get().environmentSteps()).isEqualTo(600);
        assertThat(report.lag().largest()).isPositive();
        assertThat(report.lag().mean()).isBetween(1.0, 60.0);
        assertThat(report.replayMeanAge()).isPositive();
        assertThat(report.tooOld()).isZero();
    }

    /** Actor 1 chooses an action while the learner is at update 6 and executes it at update 300. */
    @Test
    void transitionsOlderThanTheBoundAreCountedButNotLearnedFrom() {
        CountDownLatch policyIsOut = new CountDownLatch(1);
        CountDownLatch chosen = new CountDownLatch(1);
        CountDownLatch muchLater = new CountDownLatch(1);
        CountDownLatch handedOver = new CountDownLatch(1);
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (actor == 1 && step == 0) {
                Runs.await(policyIsOut);
            } else if (actor == 1 && step == 1) {
                chosen.countDown();
                Runs.await(muchLater);
            } else if (actor == 1 && step == 2) {
                handedOver.countDown();
            }
        });
        TinyLearner learner = new TinyLearner();
        learner.beforeUpdate = () -> {
            if (learner.updates() == 6) {
                policyIsOut.countDown();
                Runs.await(chosen);
            } else if (learner.updates() == 300) {
                muchLater.countDown();
                Runs.await(handedOver);
            }
        };
        AptSettings settings = Runs.small(CollectionMode.ASYNC, 2).with(s -> {
            s.lagBound = 40;
            s.replay = 1000;
        });
        TrainingReport report = Runs.run(problem, learner, settings, TrainingListener.SILENT);
        assertThat(report.environmentSteps()).isEqualTo(600);
        assertThat(report.tooOld()).isEqualTo(1);
        assertThat(report.replaySize()).isEqualTo(599);
        assertThat(report.lag().largest()).isBetween(290L, 301L);
        assertThat(report.updates()).isEqualTo(550);
    }

    @Test
    void hooksComeAtTheirIntervalsWithTheNewestPolicy() {
        Set<Long> evaluated = new HashSet<>();
        AtomicInteger episodes = new AtomicInteger();
        TinyLearner learner = new TinyLearner();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void evaluationDue(long environmentSteps, PolicyNetwork network) {
                assertThat(network.version()).isEqualTo(learner.updates());
                evaluated.add(environmentSteps / 150);
            }

            @Override
            public void episodeEnded(int actor, long episode, int steps, double episodeReturn, boolean terminated) {
                assertThat(steps).isBetween(1, TinyProblem.STEP_LIMIT);
                assertThat(terminated || steps == TinyProblem.STEP_LIMIT).isTrue();
                assertThat(episodeReturn).isNegative();
                episodes.incrementAndGet();
            }
        };
        AptSettings settings = Runs.small(CollectionMode.ASYNC, 2).with(s -> s.evaluateEvery = 150);
        TrainingReport report = Runs.run(new TinyProblem(), learner, settings, listener);
        assertThat(evaluated).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(report.episodes()).isEqualTo(episodes.get()).isGreaterThan(20);
        assertThat(report.recentReturn()).isNegative();
    }

    @Test
    void stopFromAnotherThreadEndsAWaitingLearner() throws InterruptedException {
        CountDownLatch collecting = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (step == 10) {
                collecting.countDown();
                Runs.await(release);
            }
        });
        try (AptTraining training = Runs.training(
                problem, new TinyLearner(), Runs.small(CollectionMode.ASYNC, 1), TrainingListener.SILENT, null)) {
            Thread learner = Thread.currentThread();
            Thread stopper = new Thread(() -> {
                Runs.await(collecting);
                Runs.await(() -> learner.getState() == Thread.State.TIMED_WAITING);
                training.stop();
                Runs.await(() -> joins(learner));
                release.countDown();
            });
            stopper.start();
            TrainingReport report = training.run();
            stopper.join();
            assertThat(report.environmentSteps()).isLessThanOrEqualTo(10);
        }
        assertThat(problem.closed.get()).isEqualTo(1);
    }

    private static boolean joins(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("join"));
    }

    @Test
    void anInterruptStopsTheRunAndStaysSet() {
        TinyLearner learner = new TinyLearner();
        learner.beforeUpdate = () -> {
            if (learner.updates() == 20) {
                Thread.currentThread().interrupt();
            }
        };
        TrainingReport report =
                Runs.run(new TinyProblem(), learner, Runs.small(CollectionMode.ASYNC, 2), TrainingListener.SILENT);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.updates()).isEqualTo(21);
    }

    @Test
    void closingWithoutRunningLeavesNothing() {
        TinyProblem problem = new TinyProblem();
        AptTraining training = Runs.training(
                problem, new TinyLearner(), Runs.small(CollectionMode.ASYNC, 4), TrainingListener.SILENT, null);
        training.close();
        training.close();
        assertThat(problem.created.get()).isZero();
    }
}
