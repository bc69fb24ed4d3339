package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.learn.checkpoint.CheckpointException;
import org.teleost.learn.checkpoint.CheckpointFile;
import org.teleost.random.RandomStream;

/** Checkpoints of asynchronous runs: what is restored, what is refused, and what a full disk costs. */
@Timeout(240)
class ResumingTest {
    private static final AptSettings SETTINGS = Runs.small(CollectionMode.ASYNC, 2);

    @TempDir
    Path folder;

    private CheckpointFile file;

    @BeforeEach
    void place() {
        file = new CheckpointFile(folder.resolve("a.checkpoint"));
    }

    private TrainingReport runAndSave(AptSettings settings) throws IOException {
        try (AptTraining training =
                Runs.training(new TinyProblem(), new TinyLearner(), settings, TrainingListener.SILENT, file)) {
            TrainingReport report = training.run();
            training.save();
            return report;
        }
    }

    @Test
    void anAsynchronousRunResumesWithoutABurstOfUpdates() throws IOException {
        runAndSave(SETTINGS);
        AptSettings longer = SETTINGS.with(s -> {
            s.steps = 1000;
            s.actors = 3;
            s.seed = 99;
        });
        TinyLearner learner = new TinyLearner();
        try (AptTraining training = Runs.training(new TinyProblem(), learner, longer, TrainingListener.SILENT, file)) {
            training.resume();
            TrainingReport before = training.report();
            assertThat(before.environmentSteps()).isEqualTo(600);
            assertThat(before.updates()).isEqualTo(550).isEqualTo(learner.updates());
            assertThat(before.replaySize()).isEqualTo(400);
            learner.beforeUpdate = () -> {
                TrainingReport now = training.report();
                assertThat(now.updates()).isLessThan(now.environmentSteps() - 50);
                assertThat(now.environmentSteps()).isGreaterThan(600);
            };
            TrainingReport report = training.run();
            assertThat(report.environmentSteps()).isEqualTo(1000);
            assertThat(report.updates()).isEqualTo(950);
            assertThat(report.actors()).hasSize(3);
        }
    }

    @Test
    void aResumedActorStartsANewEpisode() throws IOException {
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        AptSettings settings = SETTINGS.with(s -> s.actors = 1);
        for (int part = 0; part < 2; part++) {
            List<Long> episodes = part == 0 ? first : second;
            TrainingListener listener = new TrainingListener() {
                @Override
                public void episodeEnded(int actor, long episode, int steps, double sum, boolean terminated) {
                    episodes.add(episode);
                }
            };
            long until = 600L * (part + 1);
            AptSettings longer = settings.with(s -> s.steps = until);
            try (AptTraining training = Runs.training(new TinyProblem(), new TinyLearner(), longer, listener, file)) {
                if (part == 1) {
                    training.resume();
                }
                training.run();
                training.save();
            }
        }
        assertThat(second.get(0)).isGreaterThan(first.get(first.size() - 1));
    }

    @Test
    void aDamagedCheckpointFallsBackToThePreviousOne() throws IOException {
        runAndSave(SETTINGS);
        runAndSave(SETTINGS.with(s -> s.steps = 700));
        byte[] bytes = Files.readAllBytes(file.path());
        Files.write(file.path(), Arrays.copyOf(bytes, bytes.length - 100));
        try (AptTraining training =
                Runs.training(new TinyProblem(), new TinyLearner(), SETTINGS, TrainingListener.SILENT, file)) {
            assertThat(training.resume()).isEqualTo(file.previous());
            assertThat(training.report().environmentSteps()).isEqualTo(600);
        }
    }

    @Test
    void damageAnywhereIsRefusedWithACheckpointException() throws IOException {
        runAndSave(SETTINGS);
        byte[] intact = Files.readAllBytes(file.path());
        RandomStream stream = new RandomStream(5);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = Arrays.copyOf(intact, i % 2 == 0 ? intact.length : stream.nextInt(intact.length));
            if (i % 2 == 0) {
                bytes[stream.nextInt(bytes.length)] ^= (byte) (1 << stream.nextInt(8));
            }
            overwrite(bytes);
            try (AptTraining training =
                    Runs.training(new TinyProblem(), new TinyLearner(), SETTINGS, TrainingListener.SILENT, file)) {
                assertThatThrownBy(training::resume).isInstanceOf(CheckpointException.class);
            }
        }
    }

    /** Not Files.write, which cuts the file to nothing first: some file systems then flush it every time. */
    private void overwrite(byte[] bytes) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.path().toFile(), "rw")) {
            out.write(bytes);
            out.setLength(bytes.length);
        }
    }

    @Test
    void aFullDiskIsAWarningAndTrainingGoesOn() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        CheckpointFile filling =
                new CheckpointFile(file.path(), out -> opened.incrementAndGet() == 1 ? out : new FullDisk(out));
        List<Long> written = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void checkpointWritten(Path path, long environmentSteps) {
                written.add(environmentSteps);
            }

            @Override
            public void checkpointFailed(Path path, IOException reason) {
                failed.add(reason.getMessage());
            }
        };
        AptSettings settings = SETTINGS.with(s -> s.checkpointEvery = 200);
        try (AptTraining training = Runs.training(new TinyProblem(), new TinyLearner(), settings, listener, filling)) {
            assertThat(training.run().environmentSteps()).isEqualTo(600);
        }
        assertThat(written).hasSize(1);
        assertThat(failed).hasSize(2).allMatch(m -> m.contains("No space left"));
        try (AptTraining training =
                Runs.training(new TinyProblem(), new TinyLearner(), SETTINGS, TrainingListener.SILENT, file)) {
            training.resume();
            assertThat(training.report().environmentSteps()).isEqualTo(written.get(0));
        }
    }

    @Test
    void divergedNetworksEndTheRunAndKeepTheLastGoodCheckpoint() throws IOException {
        TinyLearner learner = new TinyLearner();
        learner.diverges = 300;
        AptSettings settings = SETTINGS.with(s -> s.checkpointEvery = 100);
        try (AptTraining training =
                Runs.training(new TinyProblem(), learner, settings, TrainingListener.SILENT, file)) {
            assertThatThrownBy(training::run)
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining("no longer finite: update=300")
                    .hasMessageContaining(file.path().toString());
            byte[] good = Files.readAllBytes(file.path());
            assertThatThrownBy(training::save).isInstanceOf(IllegalStateException.class);
            assertThat(Files.readAllBytes(file.path())).isEqualTo(good);
        }
        assertThat(Runs.actorThreads()).isZero();
        TinyLearner restored = new TinyLearner();
        try (AptTraining training =
                Runs.training(new TinyProblem(), restored, SETTINGS, TrainingListener.SILENT, file)) {
            training.resume();
            assertThat(restored.updates()).isBetween(200L, 299L);
        }
    }

    @Test
    void aCheckpointIntervalNeedsAPlace() {
        AptSettings settings = SETTINGS.with(s -> s.checkpointEvery = 100);
        assertThatThrownBy(() ->
                        Runs.training(new TinyProblem(), new TinyLearner(), settings, TrainingListener.SILENT, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("checkpointEvery=100");
    }

    /** Has room for 1000 bytes. */
    private static final class FullDisk extends OutputStream {
        private final OutputStream out;
        private int left = 1000;

        FullDisk(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            if (left-- <= 0) {
                throw new IOException("No space left on device");
            }
            out.write(b);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
