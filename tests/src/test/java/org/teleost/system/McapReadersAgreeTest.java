package org.teleost.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.World;
import org.teleost.trace.EpisodeTraceWriter;
import org.teleost.trace.McapCursor;
import org.teleost.trace.McapMessage;
import org.teleost.trace.McapReader;
import org.teleost.tree.TreeSample;

/**
 * Reads our traces with npm's {@code @mcap/core}, which .ci/run installs and NODE_PATH leads to. Without node or the
 * package the tests are skipped with a message, except on a build server (CI=true), where they fail.
 */
@Timeout(120)
class McapReadersAgreeTest {
    private static final Path SCRIPT = Path.of("src", "test", "node", "check-mcap.mjs");
    private static final int STEPS = 40;

    @TempDir
    private Path folder;

    private Path trace;

    /** What a process printed and its exit code. */
    private record Run(int code, String out) {}

    private Run node(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        String[] command = new String[arguments.length + 1];
        command[0] = "node";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("node did not end within 60 s");
        }
        return new Run(process.exitValue(), Files.readString(out));
    }

    @BeforeEach
    void requireTheReaderAndRecord() throws IOException, InterruptedException {
        String missing;
        try {
            Run run = node("-e", "require('@mcap/core')");
            missing = run.code() == 0 ? "" : "@mcap/core is not on NODE_PATH: " + run.out();
        } catch (IOException e) {
            missing = "no node: " + e.getMessage();
        }
        if (!missing.isEmpty() && Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        Assumptions.assumeTrue(missing.isEmpty(), "skipped: " + missing);
        trace = folder.resolve("tiger.mcap");
        record(trace);
    }

    /** Every third decision comes without a tree. */
    private static void record(Path file) throws IOException {
        Instance instance = Problems.named("tiger").instance(3);
        GenerativeModel model = instance.model();
        PlannerSettings settings = PlannerSettings.defaults()
                .withThreads(1)
                .withParticles(300)
                .with(change -> change.memoryBytes = 16L << 20);
        ParticleBelief belief = new ParticleBelief(model.layout(), settings.particles());
        instance.updater(settings).initialise(belief);
        World world = instance.world(4);
        Outcome outcome = new Outcome();
        TreeSample tree = new TreeSample();
        try (Planner planner = new Planner(model, settings);
                EpisodeTraceWriter writer = new EpisodeTraceWriter(file, model, 4, Map.of("problem", "tiger"))) {
            for (int step = 0; step < STEPS; step++) {
                Decision decision = planner.plan(belief, Budget.ofEpisodes(300));
                writer.planned(world.state(), belief, null, decision);
                if (step % 3 != 0) {
                    planner.sampleTree(100, tree);
                    writer.tree(tree);
                }
                world.step(decision.action, outcome);
                outcome.terminal = false;
                writer.executed(decision.action, outcome, world.state());
            }
        }
    }

    @Test
    void bothReadersFindTheSameMessagesByTopic() throws IOException, InterruptedException {
        Map<String, Integer> ours = new TreeMap<>();
        try (McapReader reader = McapReader.open(trace)) {
            McapCursor cursor = reader.messages();
            for (McapMessage message = cursor.next(); message != null; message = cursor.next()) {
                int channel = message.channelId();
                String topic = reader.channels().stream()
                        .filter(one -> one.id() == channel)
                        .findFirst()
                        .orElseThrow()
                        .topic();
                ours.merge(topic, 1, Integer::sum);
            }
            assertThat(reader.verify()).isEmpty();
        }
        assertThat(ours).containsExactly(Map.entry("/step", STEPS), Map.entry("/tree", STEPS - (STEPS + 2) / 3));
        Run theirs = node(SCRIPT.toString(), trace.toString());
        assertThat(theirs.code()).as(theirs.out()).isZero();
        ours.forEach((topic, count) -> assertThat(theirs.out().lines()).contains(topic + " " + count));
    }

    @Test
    void bothReadersRefuseAChunkWithAFlippedBit() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(trace);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("{\"t\":20,");
        bytes[at + 5] ^= 1;
        Files.write(trace, bytes);
        try (McapReader reader = McapReader.open(trace)) {
            assertThat(reader.verify()).isNotEmpty();
        }
        Run theirs = node(SCRIPT.toString(), trace.toString());
        assertThat(theirs.code()).isEqualTo(1);
        assertThat(theirs.out()).containsIgnoringCase("crc");
    }
}
