package org.teleost.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.tree.TreeSample;

/**
 * Records one episode as an MCAP file: one JSON message per step on channel {@code /step}, schema {@code teleost.Step}
 * ({@link StepSchema}), and, where belief trees are recorded, one per decision on channel {@code /tree}, schema
 * {@code teleost.Tree} ({@link TreeSchema}).
 *
 * <p>A step is written in two halves because worlds and beliefs change in place: {@link #planned} copies what was true
 * before the action, {@link #executed} adds what came of it. Pass null for what is not there (a baseline has no
 * decision, a real robot no true state) and the record leaves it out. The log time of step t is t seconds of simulated
 * time ({@link #STEP_NANOS}), never the wall clock, so a trace differs between equal runs in planning times only.
 *
 * <p>The file is written in place and needs no closing to be readable: finished chunks reach the operating system every
 * {@link #STEPS_PER_CHUNK} steps, at a terminal step and on {@link #flush}; after a crash, or while the episode runs,
 * {@link EpisodeTraceReader} recovers them by scanning. Every failure is an IOException that names the file. Not thread
 * safe.
 */
public final class EpisodeTraceWriter implements StepRecorder {
    /** Log-time distance of two steps in nanoseconds. */
    public static final long STEP_NANOS = 1_000_000_000L;

    /** Steps after which a chunk is finished at the latest, and so the most that a crash can lose. */
    public static final int STEPS_PER_CHUNK = 16;

    static final String TOPIC = "/step";
    static final String TREE_TOPIC = "/tree";
    static final String METADATA = "teleost.trace";
    static final String CONFIGURATION = "teleost.configuration";
    static final int VERSION = 1;

    private final McapWriter mcap;
    private final StepEncoder encoder;
    private final int channel;
    private int treeChannel;
    private byte[] pendingTree;
    private long step;
    private boolean pending;

    /**
     * Creates the file, replacing one that exists.
     *
     * @param configuration what is needed to repeat the run, as text; kept as metadata {@code teleost.configuration}
     */
    public EpisodeTraceWriter(Path file, GenerativeModel model, long seed, Map<String, String> configuration)
            throws IOException {
        encoder = new StepEncoder(model);
        mcap = new McapWriter(file);
        try {
            mcap.metadata(METADATA, describe(model, seed));
            mcap.metadata(CONFIGURATION, configuration);
            int schema = mcap.addSchema(StepSchema.NAME, "jsonschema", StepSchema.bytes());
            channel = mcap.addChannel(schema, TOPIC, "json", Map.of());
            mcap.flush();
        } catch (IOException | RuntimeException e) {
            mcap.abandon();
            throw e;
        }
    }

    private static Map<String, String> describe(GenerativeModel model, long seed) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("version", Integer.toString(VERSION));
        entries.put("model", model.name());
        entries.put("seed", Long.toString(seed));
        entries.put("discount", Double.toString(model.discount()));
        return entries;
    }

    /**
     * Begins a step: everything is copied, so the caller may go on to change it. Any argument may be null.
     *
     * @param state true state before the action
     * @param belief belief that was planned from; at most {@link BeliefSample#LIMIT} particles are kept
     * @param health health of that belief
     * @param decision the planner's answer
     */
    @Override
    public void planned(State state, ParticleBelief belief, BeliefHealth health, Decision decision) {
        if (pending) {
            throw new IllegalStateException("step " + step + " of trace " + mcap.file()
                    + " was planned twice; call executed() between two calls of planned()");
        }
        encoder.planned(step, state, belief, health, decision);
        pending = true;
    }

    /** Adds the belief tree that the planned step's decision came from; the rows are copied. */
    @Override
    public void tree(TreeSample tree) {
        if (!pending) {
            throw new IllegalStateException("the tree of step " + step + " of trace " + mcap.file()
                    + " came before the step; call planned() first");
        }
        pendingTree = encoder.tree(tree);
    }

    /**
     * Ends the step and writes it.
     *
     * @param action action that was executed; not always the planner's
     * @param outcome reward, observation, end of the episode
     * @param nextState true state after the action, or null
     */
    @Override
    public void executed(int action, Outcome outcome, State nextState) throws IOException {
        if (!pending) {
            throw new IllegalStateException(
                    "step " + step + " of trace " + mcap.file() + " was not planned; call planned() before executed()");
        }
        writeStep(encoder.executed(action, outcome, nextState));
        if (outcome.terminal || step % STEPS_PER_CHUNK == 0) {
            mcap.flush();
        }
    }

    private void writeStep(byte[] data) throws IOException {
        pending = false;
        mcap.write(channel, step, step * STEP_NANOS, data);
        if (pendingTree != null) {
            writeTree(pendingTree);
            pendingTree = null;
        }
        step++;
    }

    /** Traces without trees have no channel for them. */
    private void writeTree(byte[] text) throws IOException {
        if (treeChannel == 0) {
            int schema = mcap.addSchema(TreeSchema.NAME, "jsonschema", TreeSchema.bytes());
            treeChannel = mcap.addChannel(schema, TREE_TOPIC, "json", Map.of());
        }
        mcap.write(treeChannel, step, step * STEP_NANOS, text);
    }

    /** Steps written. */
    public long steps() {
        return step;
    }

    /** Makes all steps so far visible to readers and safe from a crash of this process (not from a power cut). */
    public void flush() throws IOException {
        mcap.flush();
    }

    /** Writes a step that was planned but never executed, then the index; a second call does nothing. */
    @Override
    public void close() throws IOException {
        try (mcap) {
            if (pending) {
                writeStep(encoder.end());
            }
        }
    }
}
