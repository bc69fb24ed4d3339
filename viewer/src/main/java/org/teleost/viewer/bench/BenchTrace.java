package org.teleost.viewer.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;
import org.teleost.trace.EpisodeTraceWriter;
import org.teleost.trace.McapChannel;
import org.teleost.trace.McapCursor;
import org.teleost.trace.McapMessage;
import org.teleost.trace.McapReader;
import org.teleost.trace.McapSchema;
import org.teleost.trace.McapWriter;
import org.teleost.tree.TreeSample;

/** Writes a trace of a wanted size: a short episode with trees, recorded once and repeated under new step numbers. */
final class BenchTrace {
    private static final int PARTICLES = 1_000;
    private static final int TREE_ROWS = 256;
    private static final int RECORDED = 64;

    private BenchTrace() {}

    /** Writes at least so many bytes, in whole repetitions. */
    static void write(Path file, long bytes) throws IOException {
        Path recorded = file.resolveSibling(file.getFileName() + ".part");
        try {
            record(recorded);
            repeat(recorded, file, bytes);
            // or writing it back would disturb whoever reads it next
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        } finally {
            Files.deleteIfExists(recorded);
        }
    }

    private static void record(Path file) throws IOException {
        DriftModel model = new DriftModel();
        PlannerSettings settings = PlannerSettings.defaults()
                .withThreads(1)
                .withParticles(PARTICLES)
                .with(change -> change.memoryBytes = 16L << 20);
        ParticleBelief belief = new ParticleBelief(model.layout(), PARTICLES);
        RandomStream random = new RandomStream(2);
        State state = model.layout().newState();
        Outcome outcome = new Outcome();
        TreeSample tree = new TreeSample();
        try (Planner planner = new Planner(model, settings);
                EpisodeTraceWriter trace = new EpisodeTraceWriter(file, model, 1, Map.of("budget", "100ms"))) {
            for (int step = 0; step < RECORDED; step++) {
                belief.sampleInitial(model, step);
                Decision decision = planner.plan(belief, Budget.ofEpisodes(2_000));
                planner.sampleTree(TREE_ROWS, tree);
                trace.planned(state, belief, null, decision);
                trace.tree(tree);
                model.step(state, decision.action, random, outcome);
                trace.executed(decision.action, outcome, state);
            }
        }
    }

    private static void repeat(Path recorded, Path file, long bytes) throws IOException {
        try (McapReader reader = McapReader.open(recorded);
                McapWriter writer = new McapWriter(file)) {
            for (String name : reader.metadataNames()) {
                writer.metadata(name, reader.metadata(name));
            }
            Map<Integer, Integer> channels = new HashMap<>();
            for (McapChannel channel : reader.channels()) {
                McapSchema schema = reader.schema(channel).orElseThrow();
                int id = writer.addSchema(schema.name(), schema.encoding(), schema.data());
                channels.put(
                        channel.id(),
                        writer.addChannel(id, channel.topic(), channel.messageEncoding(), channel.metadata()));
            }
            List<McapMessage> messages = new ArrayList<>();
            McapCursor cursor = reader.messages();
            for (McapMessage message = cursor.next(); message != null; message = cursor.next()) {
                messages.add(message);
            }
            for (long first = 0; first == 0 || Files.size(file) < bytes; first += RECORDED) {
                for (McapMessage message : messages) {
                    long step = first + message.logTime() / EpisodeTraceWriter.STEP_NANOS;
                    writer.write(
                            channels.get(message.channelId()),
                            step,
                            step * EpisodeTraceWriter.STEP_NANOS,
                            renumbered(message, step));
                }
                writer.flush();
            }
        }
    }

    /** Every message begins with its step: {"t":12,... */
    private static byte[] renumbered(McapMessage message, long step) {
        byte[] data = message.data();
        int comma = 0;
        while (data[comma] != ',') {
            comma++;
        }
        byte[] start = ("{\"t\":" + step).getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[start.length + data.length - comma];
        System.arraycopy(start, 0, result, 0, start.length);
        System.arraycopy(data, comma, result, start.length, data.length - comma);
        return result;
    }
}
