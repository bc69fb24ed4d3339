package org.teleost.experiments.training.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.training.point.PointProblem;
import org.teleost.experiments.training.record.EvaluationRow;
import org.teleost.experiments.training.record.ProgressRow;
import org.teleost.experiments.training.record.TrainingFolder;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import org.teleost.experiments.training.settings.TrainingConfigurator;
import org.teleost.learn.apt.TrainingReport;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.SavedPolicy;
import org.teleost.problem.ControlProblem;
import org.teleost.trace.McapCursor;
import org.teleost.trace.McapMessage;
import org.teleost.trace.McapReader;

class TrainingRunTest {
    private static final ControlProblem POINT = new PointProblem("point", 1);

    @TempDir
    private Path folder;

    private static TrainingConfiguration configuration(ControlProblem problem, String... more) {
        List<Setting> settings = new ArrayList<>();
        for (String text : new String[] {
            "steps=400",
            "warmUp=100",
            "hidden=8,8",
            "batch=16",
            "learningRate=0.003",
            "mode=lock-step",
            "progressEvery=50",
            "evaluateEvery=100",
            "evaluationEpisodes=3",
            "checkpointEvery=150",
            "trace=true"
        }) {
            settings.add(Setting.ofAssignment(text));
        }
        for (String text : more) {
            settings.add(Setting.ofAssignment(text));
        }
        return TrainingConfigurator.configure(problem, List.of(), settings);
    }

    /** A request that comes when the given step is reported. */
    private static TrainingMonitor stopAt(long step, StopRequest stop) {
        return watching((row, seed) -> {
            if (row.environmentSteps() == step) {
                stop.request();
            }
        });
    }

    private static TrainingMonitor watching(BiConsumer<ProgressRow, Long> reaction) {
        return new TrainingMonitor() {
            private long seed;

            @Override
            public void seedStarted(long started, long fromSteps) {
                seed = started;
            }

            @Override
            public void progress(ProgressRow row, TrainingReport report) {
                reaction.accept(row, seed);
            }
        };
    }

    private List<SeedResult> train(
            String name, TrainingConfiguration configuration, StopRequest stop, TrainingMonitor monitor) {
        Path place = folder.resolve(name);
        TrainingFolder run =
                Files.exists(place) ? TrainingFolder.resume(place) : TrainingFolder.begin(place, configuration);
        TrainingRun training = new TrainingRun(POINT, configuration, run, monitor, System::nanoTime);
        List<SeedResult> results = training.run(stop);
        assertThat(training.plot(results)).isEmpty();
        return results;
    }

    private List<SeedResult> train(String name, TrainingConfiguration configuration) {
        return train(name, configuration, new StopRequest(), TrainingMonitor.NONE);
    }

    @Test
    void aStoppedAndResumedRunEndsWithTheBytesOfOneThatWasNotStopped() throws IOException {
        TrainingConfiguration configuration = configuration(POINT);
        SeedResult whole = train("whole", configuration).get(0);
        StopRequest stop = new StopRequest();
        SeedResult half = train("parts", configuration, stop, stopAt(250, stop)).get(0);
        assertThat(half.status()).isEqualTo(SeedResult.Status.INTERRUPTED);
        assertThat(half.summary().get("environmentSteps").asLong()).isEqualTo(250);
        assertThat(folder.resolve("parts/summary.json")).content().contains("\"status\" : \"interrupted\"");

        SeedResult resumed = train("parts", configuration).get(0);
        assertThat(resumed.status()).isEqualTo(SeedResult.Status.FINISHED);
        assertThat(resumed.evaluations())
                .extracting(EvaluationRow::environmentSteps)
                .containsExactly(100L, 200L, 300L, 400L);
        assertThat(resumed.evaluations())
                .extracting(EvaluationRow::mean)
                .isEqualTo(whole.evaluations().stream().map(EvaluationRow::mean).toList());
        for (String file : new String[] {"seed-1/last.policy", "seed-1/best.policy"}) {
            assertThat(folder.resolve("parts").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
        assertThat(steps("parts/seed-1/progress.csv")).isEqualTo(steps("whole/seed-1/progress.csv"));
        // an episode has ten steps
        assertThat(steps("parts/seed-1/episodes.csv"))
                .isEqualTo(steps("whole/seed-1/episodes.csv"))
                .hasSize(40)
                .startsWith("10", "20");
        assertThat(messages("parts")).isEqualTo(messages("whole")).contains("/training/progress 50");
    }

    @Test
    void rowsAfterTheCheckpointOfACrashAreWrittenOnce() throws IOException {
        TrainingConfiguration configuration = configuration(POINT, "steps=300");
        StopRequest never = new StopRequest();
        TrainingMonitor crash = watching((row, seed) -> {
            if (row.environmentSteps() == 200) {
                throw new IllegalStateException("crash");
            }
        });
        assertThatThrownBy(() -> train("crashed", configuration, never, crash)).hasMessage("crash");
        // the newest checkpoint is that of step 150; evaluation and progress of step 200 are on disk
        assertThat(steps("crashed/seed-1/progress.csv")).containsExactly("50", "100", "150", "200");
        train("crashed", configuration);
        assertThat(steps("crashed/seed-1/progress.csv")).containsExactly("50", "100", "150", "200", "250", "300");
        assertThat(steps("crashed/seed-1/evaluations.csv")).containsExactly("100", "200", "300");
    }

    @Test
    void theBestPolicyOfAKilledRunIsNotThatOfTheStepsDoneAgain() throws IOException {
        TrainingConfiguration configuration = configuration(POINT, "steps=300");
        train("whole", configuration);
        TrainingMonitor crash = watching((row, seed) -> {
            if (row.environmentSteps() == 200) {
                throw new IllegalStateException("crash");
            }
        });
        assertThatThrownBy(() -> train("crashed", configuration, new StopRequest(), crash))
                .hasMessage("crash");
        // as if the steps after the checkpoint of step 150 had found one that no other reaches
        Path best = folder.resolve("crashed/seed-1/best.policy");
        SavedPolicy lost = PolicyFile.read(folder.resolve("crashed/seed-1/last.policy"));
        Map<String, String> facts = new HashMap<>(lost.facts());
        facts.put("evaluationMean", "1e9");
        PolicyFile.write(best, new SavedPolicy(lost.problem(), lost.network(), facts));

        List<EvaluationRow> rows = train("crashed", configuration).get(0).evaluations();

        assertThat(best).hasSameBinaryContentAs(folder.resolve("whole/seed-1/best.policy"));
        assertThat(rows.stream().filter(EvaluationRow::best)).isNotEmpty();
    }

    @Test
    void finishedSeedsAreKeptAndMoreStepsContinueThem() throws IOException {
        List<Long> trained = new ArrayList<>();
        TrainingMonitor record = watching((row, seed) -> trained.add(seed));
        train("run", configuration(POINT, "steps=200"), new StopRequest(), record);
        assertThat(trained).contains(1L);
        trained.clear();
        List<SeedResult> both = train("run", configuration(POINT, "steps=200", "seeds=1,2"), new StopRequest(), record);
        assertThat(trained).containsOnly(2L);
        assertThat(both).extracting(SeedResult::status).containsOnly(SeedResult.Status.FINISHED);
        assertThat(both.get(0).evaluations()).hasSize(2);

        train("run", configuration(POINT, "steps=300", "seeds=1,2"));
        assertThat(steps("run/seed-1/evaluations.csv")).containsExactly("100", "200", "300");
    }

    @Test
    void aFinishedRunKeepsItsSummaryAndRefusesSettingsThatDidNotTrainIt() throws IOException {
        train("run", configuration(POINT, "steps=200", "seeds=1,2"));
        String summary = Files.readString(folder.resolve("run/summary.json"));

        assertThatThrownBy(() -> train("run", configuration(POINT, "steps=200", "seeds=1,2", "hidden=16,16")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("seed 1 in ")
                .hasMessageContaining("was trained to its end with actorHidden=8,8, not 16,16; give more --steps");
        train("run", configuration(POINT, "steps=100", "seeds=1,2"));
        train("run", configuration(POINT, "steps=200", "seeds=2"));
        assertThat(folder.resolve("run/summary.json")).hasContent(summary);

        train("run", configuration(POINT, "steps=250", "seeds=1,2", "discount=0.5"));
        assertThat(folder.resolve("run/summary.json"))
                .content()
                .contains("\"steps\" : 250")
                .contains("\"discount\" : 0.5");
    }

    @Test
    void theTimeBetweenTheLastRowAndTheStopIsNotLost() throws IOException {
        TrainingConfiguration configuration = configuration(POINT, "progressEvery=100000", "evaluateEvery=0");
        long[] now = {0};
        StopRequest stop = new StopRequest();
        SeedResult half = timed("run", configuration, stop, () -> {
                    now[0] += 1_000_000_000L;
                    if (now[0] > 40_000_000_000L) {
                        stop.request();
                    }
                    return now[0];
                })
                .get(0);
        assertThat(half.status()).isEqualTo(SeedResult.Status.INTERRUPTED);
        double before = half.summary().get("trainingSeconds").asDouble();
        assertThat(before).isGreaterThan(30);

        SeedResult whole =
                timed("run", configuration, new StopRequest(), () -> now[0]).get(0);
        assertThat(whole.status()).isEqualTo(SeedResult.Status.FINISHED);
        assertThat(whole.summary().get("trainingSeconds").asDouble()).isBetween(before - 5, before);
    }

    private List<SeedResult> timed(
            String name, TrainingConfiguration configuration, StopRequest stop, LongSupplier clock) {
        Path place = folder.resolve(name);
        TrainingFolder run =
                Files.exists(place) ? TrainingFolder.resume(place) : TrainingFolder.begin(place, configuration);
        return new TrainingRun(POINT, configuration, run, TrainingMonitor.NONE, clock).run(stop);
    }

    @Test
    void everyEpisodeOfAnEvaluationIsAnnounced() {
        List<String> heard = new ArrayList<>();
        TrainingMonitor monitor = new TrainingMonitor() {
            @Override
            public void evaluating(long environmentSteps, int episode, int episodes) {
                heard.add(environmentSteps + " " + episode + "/" + episodes);
            }
        };
        train("run", configuration(POINT, "steps=200"), new StopRequest(), monitor);
        assertThat(heard).containsExactly("100 0/3", "100 1/3", "100 2/3", "200 0/3", "200 1/3", "200 2/3");
    }

    @Test
    void theBestPolicyIsThatOfTheBestEvaluation() throws IOException {
        SeedResult result = train("run", configuration(POINT)).get(0);
        double best = result.evaluations().stream()
                .mapToDouble(EvaluationRow::mean)
                .max()
                .orElseThrow();
        assertThat(PolicyFile.read(folder.resolve("run/seed-1/best.policy")).facts())
                .containsEntry("evaluationMean", Double.toString(best))
                .containsEntry("preset", "modern");
        assertThat(result.summary().at("/best/mean").asDouble()).isEqualTo(best);
    }

    @Test
    void aRunBetweenEvaluationsEndsWithOne() throws IOException {
        train("run", configuration(POINT, "steps=150", "evaluateEvery=0"));
        assertThat(steps("run/seed-1/evaluations.csv")).containsExactly("150");
    }

    @Test
    void theAsynchronousModeTrainsToo() throws IOException {
        SeedResult result = train("run", configuration(POINT, "mode=async", "actors=2", "onnx=true"))
                .get(0);
        assertThat(result.status()).isEqualTo(SeedResult.Status.FINISHED);
        assertThat(result.summary().at("/lag/histogram")).isNotEmpty();
        assertThat(result.summary().at("/actors")).hasSize(2);
        assertThat(folder.resolve("run/seed-1/best.onnx")).isNotEmptyFile();
    }

    private List<String> steps(String csv) throws IOException {
        return Files.readAllLines(folder.resolve(csv)).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    /** Topics with the step of the training that a message belongs to. */
    private List<String> messages(String run) throws IOException {
        List<String> found = new ArrayList<>();
        try (McapReader reader = McapReader.open(folder.resolve(run).resolve("seed-1/training.mcap"))) {
            McapCursor messages = reader.messages();
            for (McapMessage message = messages.next(); message != null; message = messages.next()) {
                String topic = reader.channels().get(message.channelId() - 1).topic();
                assertThat(new String(message.data(), StandardCharsets.UTF_8)).startsWith("{\"environmentSteps\":");
                found.add(topic + " " + message.logTime() / 1_000_000);
            }
        }
        return found;
    }
}
