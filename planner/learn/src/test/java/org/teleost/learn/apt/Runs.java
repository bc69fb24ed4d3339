package org.teleost.learn.apt;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.teleost.learn.checkpoint.CheckpointFile;

/** Settings and waiting shared by the tests of training runs. */
final class Runs {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private Runs() {}

    static AptSettings small(CollectionMode mode, int actors) {
        return AptSettings.defaults().with(s -> {
            s.mode = mode;
            s.actors = actors;
            s.steps = 600;
            s.warmUp = 50;
            s.batchSize = 8;
            s.replay = 400;
            s.handOver = 4;
            s.progressEvery = 0;
            s.stepDeadline = 300;
            s.seed = 7;
            s.checked = true;
        });
    }

    static AptTraining training(
            TinyProblem problem,
            TinyLearner learner,
            AptSettings settings,
            TrainingListener listener,
            CheckpointFile file) {
        return new AptTraining(problem, learner, settings, listener, file, System::nanoTime);
    }

    static TrainingReport run(
            TinyProblem problem, TinyLearner learner, AptSettings settings, TrainingListener listener) {
        try (AptTraining training = training(problem, learner, settings, listener, null)) {
            return training.run();
        }
    }

    /** Waits until another thread makes it true; a condition that never comes fails the test. */
    static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new AssertionError("condition did not come true");
            }
            LockSupport.parkNanos(100_000);
        }
    }

    /** Waits for the latch; false if interrupted, as an environment that heeds interrupts. */
    static boolean await(CountDownLatch latch) {
        try {
            return latch.await(3, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            return false;
        }
    }

    static long actorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("teleost-actor"))
                .count();
    }
}
