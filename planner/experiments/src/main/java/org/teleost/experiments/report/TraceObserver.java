package org.teleost.experiments.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.runner.EpisodeObserver;
import org.teleost.experiments.runner.EpisodeSeeds;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.plan.Decision;
import org.teleost.problem.World;
import org.teleost.trace.EpisodeTraceWriter;
import org.teleost.tree.TreeSample;

/** Writes one episode as an MCAP trace. */
final class TraceObserver implements EpisodeObserver {
    private final Path file;
    private final EpisodeTraceWriter trace;
    private final int treeRows;
    private BeliefHealth health;
    private int action;

    TraceObserver(Path file, int episode, GenerativeModel model, EpisodeSeeds seeds, RunConfiguration configuration) {
        this.file = file;
        treeRows = configuration.run().traceTree();
        Map<String, String> texts = new LinkedHashMap<>();
        configuration.values().forEach((key, value) -> texts.put(key, String.valueOf(value)));
        texts.put("episode", Integer.toString(episode));
        texts.put("instanceSeed", Long.toString(seeds.instance()));
        texts.put("policySeed", Long.toString(seeds.policy()));
        try {
            trace = new EpisodeTraceWriter(file, model, seeds.world(), texts);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    /** Policies other than the planner explain nothing, so their decision is left out. */
    @Override
    public void decided(int step, World world, ParticleBelief belief, Decision decision) {
        action = decision.action;
        trace.planned(world.state(), belief, health, decision.episodes > 0 ? decision : null);
    }

    @Override
    public int treeRows() {
        return treeRows;
    }

    @Override
    public void searched(int step, TreeSample tree) {
        trace.tree(tree);
    }

    @Override
    public void stepped(int step, World world, Outcome outcome, ParticleBelief belief, BeliefHealth health) {
        this.health = health;
        try {
            trace.executed(action, outcome, world.state());
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    @Override
    public void close() {
        try {
            trace.close();
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }
}
