package org.teleost.experiments.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.folder.DiskText;
import org.teleost.experiments.runner.EpisodeObserver;
import org.teleost.experiments.runner.EpisodeSeeds;
import org.teleost.live.LiveFeed;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.plan.Decision;
import org.teleost.problem.World;
import org.teleost.solvers.tabular.TabularModel;
import org.teleost.trace.EpisodeTraceWriter;
import org.teleost.trace.StepRecorder;
import org.teleost.tree.TreeSample;

/** Records the steps of one episode: as an MCAP trace, or into the feed of live viewers. */
public final class TraceObserver implements EpisodeObserver {
    private final Path target;
    private final StepRecorder recorder;
    private final int treeRows;
    private BeliefHealth health;
    private int action;

    private TraceObserver(Path target, StepRecorder recorder, int treeRows) {
        this.target = target;
        this.recorder = recorder;
        this.treeRows = treeRows;
    }

    /** Writes a trace. */
    static TraceObserver file(
            Path file, int episode, GenerativeModel model, EpisodeSeeds seeds, RunConfiguration configuration) {
        try {
            EpisodeTraceWriter trace =
                    new EpisodeTraceWriter(file, model, seeds.world(), texts(episode, model, seeds, configuration));
            return new TraceObserver(file, trace, configuration.run().traceTree());
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    /** Puts the steps into a feed; never waits for its viewers. */
    public static TraceObserver live(
            LiveFeed feed, int episode, GenerativeModel model, EpisodeSeeds seeds, RunConfiguration configuration) {
        return new TraceObserver(
                Path.of("live feed"),
                feed.episode(model, seeds.world(), texts(episode, model, seeds, configuration)),
                configuration.run().traceTree());
    }

    private static Map<String, String> texts(
            int episode, GenerativeModel model, EpisodeSeeds seeds, RunConfiguration configuration) {
        Map<String, String> texts = new LinkedHashMap<>();
        configuration.values().forEach((key, value) -> texts.put(key, String.valueOf(value)));
        texts.put("episode", Integer.toString(episode));
        texts.put("instanceSeed", Long.toString(seeds.instance()));
        texts.put("policySeed", Long.toString(seeds.policy()));
        if (model instanceof TabularModel table) {
            texts.putAll(table.facts());
        }
        String scene = model.describeScene();
        if (!scene.isEmpty()) {
            texts.put("scene", scene);
        }
        return texts;
    }

    /** Policies other than the planner explain nothing, so their decision is left out. */
    @Override
    public void decided(int step, World world, ParticleBelief belief, Decision decision) {
        action = decision.action;
        recorder.planned(world.state(), belief, health, decision.episodes > 0 ? decision : null);
    }

    @Override
    public int treeRows() {
        return treeRows;
    }

    @Override
    public void searched(int step, TreeSample tree) {
        recorder.tree(tree);
    }

    @Override
    public void stepped(int step, World world, Outcome outcome, ParticleBelief belief, BeliefHealth health) {
        this.health = health;
        try {
            recorder.executed(action, outcome, world.state());
        } catch (IOException e) {
            throw DiskText.cannotWrite(target, e);
        }
    }

    @Override
    public void close() {
        try {
            recorder.close();
        } catch (IOException e) {
            throw DiskText.cannotWrite(target, e);
        }
    }
}
