package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.live.FeedAddress;
import org.teleost.live.FeedReader;
import org.teleost.live.FeedSubscription;
import org.teleost.live.LiveFeed;
import org.teleost.live.LiveRecord;
import org.teleost.trace.EpisodeTraceReader;

/** {@code plan --publish}: what viewers of a run get, also when its process is killed. */
class PublishTest {
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    @TempDir
    private Path folder;

    private Process plan(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                InterruptTest.Commands.class.getName(),
                "plan",
                "corridor",
                "--publish",
                "0"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static FeedAddress address(BufferedReader messages) throws IOException {
        String line = messages.readLine();
        assertThat(line).startsWith("publishing on 127.0.0.1:").contains("teleost view --attach 127.0.0.1:");
        return FeedAddress.parse(line.replaceFirst(".*--attach ", ""));
    }

    /** Records until one of this type has come. */
    private static List<LiveRecord> until(FeedReader reader, Class<? extends LiveRecord> type) {
        List<LiveRecord> records = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < deadline) {
            LiveRecord record = reader.next();
            if (record == null) {
                reader.await(PATIENCE);
            } else {
                records.add(record);
                if (type.isInstance(record)) {
                    return records;
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " after " + records.size() + " records");
    }

    @Test
    void aViewerGetsTheStepsOfTheTraceAndTheLastWord() throws IOException, InterruptedException {
        Path out = folder.resolve("run");
        // long enough that the viewer is there before the end
        Process process = plan("--budget", "30ms", "--warmup", "2", "--episodes", "2", "--out", out.toString());
        LiveFeed feed = new LiveFeed();
        try (BufferedReader messages = process.errorReader();
                FeedSubscription subscription = FeedSubscription.attach(address(messages), feed);
                FeedReader reader = feed.reader()) {
            assertThat(subscription.name()).isEqualTo("corridor");
            List<LiveRecord> records = until(reader, LiveRecord.End.class);
            assertThat(process.waitFor()).isZero();
            LiveRecord.End end = (LiveRecord.End) records.get(records.size() - 1);
            assertThat(end.reason()).contains("the planner has finished; 2 episodes, mean discounted return");
            assertThat(records.stream().filter(LiveRecord.Finished.class::isInstance))
                    .hasSize(2);
            LiveRecord.Started started = (LiveRecord.Started) records.get(0);
            LiveRecord.Step step = (LiveRecord.Step) records.get(1);
            try (EpisodeTraceReader trace = EpisodeTraceReader.open(out.resolve("episode-0000.mcap"))) {
                assertThat(started.head().configuration()).isEqualTo(trace.configuration());
                assertThat(new String(step.json(), StandardCharsets.UTF_8))
                        .isEqualTo(trace.step(0).orElseThrow());
                assertThat(new String(step.tree(), StandardCharsets.UTF_8))
                        .isEqualTo(trace.tree(0).orElseThrow());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aKilledPlannerIsReportedAndItsStepsAreKept() throws IOException, InterruptedException {
        Process process = plan("--budget", "5ms", "--warmup", "0", "--episodes", "1000000", "--out", "none");
        LiveFeed feed = new LiveFeed();
        try (BufferedReader messages = process.errorReader();
                FeedSubscription subscription = FeedSubscription.attach(address(messages), feed);
                FeedReader reader = feed.reader()) {
            assertThat(until(reader, LiveRecord.Finished.class)).hasSizeGreaterThan(2);
            process.destroyForcibly().waitFor();
            List<LiveRecord> rest = until(reader, LiveRecord.End.class);
            assertThat(((LiveRecord.End) rest.get(rest.size() - 1)).reason())
                    .contains(subscription.address().toString());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aPortInUseIsAUsageErrorAndLeavesNothingBehind() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path out = folder.resolve("run");
            String port = Integer.toString(taken.getLocalPort());
            Terminal run = Terminal.of("plan corridor --publish").run(port, "--out", out.toString());
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("cannot publish on 127.0.0.1:" + port, "another port");
            assertThat(out).doesNotExist();
        }
        assertThat(Terminal.of("plan corridor --publish nowhere").run().err()).contains("--publish", "PORT");
    }
}
