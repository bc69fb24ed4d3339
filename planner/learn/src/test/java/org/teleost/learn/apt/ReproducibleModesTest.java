package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.learn.checkpoint.CheckpointException;
import org.teleost.learn.checkpoint.CheckpointFile;

/** Lock-step and synchronous modes give the same bits, run after run and across a stop. */
@Timeout(240)
class ReproducibleModesTest {
    @TempDir
    Path folder;

    private int files;

    private CheckpointFile newFile() {
        return new CheckpointFile(folder.resolve("run" + files++ + ".checkpoint"));
    }

    /** Crashes and gives NaN now and then, the same way in every run: by what is in the state, not by counting. */
    private static TinyProblem frailProblem() {
        return new TinyProblem((actor, instance, step, out) -> {
            int bits = Float.floatToIntBits(out.observation[0]) >>> 3 & 63;
            if (bits == 7) {
                throw new IllegalStateException("solver diverged");
            }
            if (bits == 9) {
                out.observation[1] = Float.NaN;
            }
        });
    }

    private static AptSettings settings(CollectionMode mode, int actors, double ratio) {
        return Runs.small(mode, actors).with(s -> {
            s.steps = 333;
            s.ratio(UpdateRatio.exactly(ratio));
            s.publishEvery = 3;
            s.maxRestarts = 1000;
        });
    }

    /** All bytes of the final checkpoint: networks, replay buffer, counters, running episodes. */
    private byte[] straight(AptSettings settings) throws IOException {
        CheckpointFile file = newFile();
        try (AptTraining training =
                Runs.training(frailProblem(), new TinyLearner(), settings, TrainingListener.SILENT, file)) {
            training.run();
            training.save();
        }
        return Files.readAllBytes(file.path());
    }

    @ParameterizedTest
    @CsvSource({"LOCK_STEP,1,1", "LOCK_STEP,3,1.5", "LOCK_STEP,5,0.3", "SYNC_1,1,2", "SYNC_N,4,1", "SYNC_N,1,1"})
    void twoRunsGiveTheSameBits(CollectionMode mode, int actors, double ratio) throws IOException {
        byte[] first = straight(settings(mode, actors, ratio));
        assertThat(straight(settings(mode, actors, ratio))).isEqualTo(first);
        assertThat(straight(settings(mode, actors, ratio).with(s -> s.seed = 8)))
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"LOCK_STEP,1,1", "LOCK_STEP,3,1.5", "LOCK_STEP,5,0.3", "SYNC_1,1,2", "SYNC_N,4,1"})
    void stoppingAndResumingChangesNoBit(CollectionMode mode, int actors, double ratio) throws IOException {
        AptSettings settings = settings(mode, actors, ratio);
        byte[] straight = straight(settings);
        CheckpointFile file = newFile();
        boolean resumed = false;
        int parts = 0;
        // stops after 0, 1, 2, 4, ... updates of each part, so also within warm-up, episodes and rounds of updates
        for (long stopAfter = 0; ; stopAfter = 2 * stopAfter + 1) {
            TinyLearner learner = new TinyLearner();
            try (AptTraining training =
                    Runs.training(frailProblem(), learner, settings, TrainingListener.SILENT, file)) {
                if (resumed) {
                    assertThat(training.resume()).isEqualTo(file.path());
                }
                long limit = learner.updates() + stopAfter;
                learner.beforeUpdate = () -> {
                    if (learner.updates() >= limit) {
                        training.stop();
                    }
                };
                TrainingReport report = training.run();
                training.save();
                parts++;
                if (report.environmentSteps() == settings.steps() && report.updates() >= updates(settings)) {
                    break;
                }
            }
            resumed = true;
        }
        assertThat(parts).isGreaterThan(3);
        assertThat(Files.readAllBytes(file.path())).isEqualTo(straight);
    }

    private static long updates(AptSettings settings) {
        return (long) (settings.ratio().target() * (settings.steps() - settings.warmUp()));
    }

    @Test
    void theFrailProblemFailsInBothWays() {
        List<ActorFailure.Cause> causes = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void actorFailed(ActorFailure failure) {
                causes.add(failure.cause());
            }
        };
        Runs.run(frailProblem(), new TinyLearner(), settings(CollectionMode.LOCK_STEP, 3, 1.5), listener);
        assertThat(causes).contains(ActorFailure.Cause.CRASH, ActorFailure.Cause.NOT_FINITE);
    }

    @Test
    void stopDuringWarmUpAndWithinAnEpisodeResumesExactly() throws IOException {
        AptSettings settings = settings(CollectionMode.LOCK_STEP, 2, 1);
        byte[] straight = straight(settings);
        CheckpointFile file = newFile();
        for (int part = 1; part <= 5; part++) {
            long until = part == 5 ? 333 : 31L * part;
            AptSettings shorter = settings.with(s -> s.steps = until);
            try (AptTraining training =
                    Runs.training(frailProblem(), new TinyLearner(), shorter, TrainingListener.SILENT, file)) {
                if (part > 1) {
                    training.resume();
                }
                assertThat(training.run().environmentSteps()).isEqualTo(until);
                training.save();
            }
        }
        assertThat(Files.readAllBytes(file.path())).isEqualTo(straight);
    }

    @Test
    void everyCheckpointWrittenOnTheWayResumesExactly() throws IOException {
        AptSettings settings = settings(CollectionMode.LOCK_STEP, 3, 1).with(s -> s.checkpointEvery = 70);
        CheckpointFile file = newFile();
        List<byte[]> written = new ArrayList<>();
        TrainingListener collecting = new TrainingListener() {
            @Override
            public void checkpointWritten(Path path, long environmentSteps) {
                try {
                    written.add(Files.readAllBytes(path));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        try (AptTraining training = Runs.training(frailProblem(), new TinyLearner(), settings, collecting, file)) {
            training.run();
            training.save();
        }
        byte[] last = Files.readAllBytes(file.path());
        assertThat(written).hasSize(4);
        for (byte[] bytes : written) {
            CheckpointFile copy = newFile();
            Files.write(copy.path(), bytes);
            try (AptTraining training =
                    Runs.training(frailProblem(), new TinyLearner(), settings, TrainingListener.SILENT, copy)) {
                training.resume();
                training.run();
                training.save();
            }
            assertThat(Files.readAllBytes(copy.path())).isEqualTo(last);
        }
    }

    @Test
    void theRatioIsKeptExactlyAfterTheWarmUp() {
        for (CollectionMode mode : List.of(CollectionMode.LOCK_STEP, CollectionMode.SYNC_N)) {
            TrainingReport report = Runs.run(
                    new TinyProblem(),
                    new TinyLearner(),
                    Runs.small(mode, 3).with(s -> s.ratio(UpdateRatio.exactly(0.5))),
                    TrainingListener.SILENT);
            assertThat(report.environmentSteps()).isEqualTo(600);
            assertThat(report.updates()).isEqualTo(275);
        }
    }

    @Test
    void aRunOfOtherSettingsIsRefused() throws IOException {
        CheckpointFile file = newFile();
        AptSettings settings = settings(CollectionMode.LOCK_STEP, 2, 1);
        try (AptTraining training =
                Runs.training(new TinyProblem(), new TinyLearner(), settings, TrainingListener.SILENT, file)) {
            training.save();
        }
        for (AptSettings other : List.of(
                settings.with(s -> s.actors = 3),
                settings.with(s -> s.seed = 3),
                settings.with(s -> s.mode = CollectionMode.SYNC_N))) {
            try (AptTraining training =
                    Runs.training(new TinyProblem(), new TinyLearner(), other, TrainingListener.SILENT, file)) {
                assertThatThrownBy(training::resume)
                        .isInstanceOf(CheckpointException.class)
                        .hasMessageContaining("identity")
                        .hasMessageContaining("cannot be resumed by");
            }
        }
    }

    @Test
    void anEnvironmentThatDoesNotRepeatItselfLosesItsEpisodeAndTheListenerIsTold() throws IOException {
        AptSettings settings = settings(CollectionMode.LOCK_STEP, 2, 1).with(s -> s.steps = 7);
        CheckpointFile file = newFile();
        try (AptTraining training =
                Runs.training(new TinyProblem(), new TinyLearner(), settings, TrainingListener.SILENT, file)) {
            training.run();
            training.save();
        }
        List<ActorFailure> failures = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void actorFailed(ActorFailure failure) {
                failures.add(failure);
            }
        };
        TinyProblem other = new TinyProblem((actor, instance, step, out) -> {
            if (instance == 1) {
                out.observation[0] += 1e-5f;
            }
        });
        AptSettings longer = settings.with(s -> s.steps = 50);
        try (AptTraining training = Runs.training(other, new TinyLearner(), longer, listener, file)) {
            training.resume();
            assertThat(failures).hasSize(1);
            assertThat(failures.get(0).actor()).isEqualTo(1);
            assertThat(failures.get(0).message()).contains("not reproducible");
            assertThat(training.run().environmentSteps()).isEqualTo(50);
        }
    }

    @Test
    void inModeSyncNAllEnvironmentsStepAtTheSameTimeEachOnItsOwnThread() {
        int actors = 3;
        CyclicBarrier everyone = new CyclicBarrier(actors);
        Set<String> pairs = ConcurrentHashMap.newKeySet();
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            pairs.add(instance + " on " + actor);
            try {
                everyone.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        });
        AptSettings settings = Runs.small(CollectionMode.SYNC_N, actors);
        TrainingReport report = Runs.run(problem, new TinyLearner(), settings, TrainingListener.SILENT);
        assertThat(report.environmentSteps()).isEqualTo(600);
        assertThat(report.restarts()).isZero();
        assertThat(pairs).hasSize(actors);
        assertThat(Runs.actorThreads()).isZero();
    }

    @Test
    void aQuarantinedActorLosesItsTurnAndTheOthersGoOn() {
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            if (instance == 1 || instance > 2) {
                out.reward = Double.POSITIVE_INFINITY;
            }
        });
        List<ActorFailure> failures = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void actorFailed(ActorFailure failure) {
                failures.add(failure);
            }
        };
        TrainingReport report = Runs.run(
                problem,
                new TinyLearner(),
                Runs.small(CollectionMode.LOCK_STEP, 3).with(s -> s.maxRestarts = 2),
                listener);
        assertThat(report.environmentSteps()).isEqualTo(600);
        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(failures).hasSize(3).allMatch(f -> f.cause() == ActorFailure.Cause.NOT_FINITE && f.actor() == 1);
        assertThat(failures.get(2).quarantined()).isTrue();
        assertThat(problem.created.get()).isEqualTo(5);
        assertThat(problem.closed.get()).isEqualTo(5);
    }
}
