package org.teleost.viewer.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teleost.random.RandomStream;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.DecisionRecord;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;
import org.teleost.viewer.source.Lanes;
import org.teleost.viewer.source.StepRecord;
import org.teleost.viewer.source.TreeRecord;

/** An episode in memory whose belief is a drifting cloud of many particles, more than traces hold. */
final class CloudEpisode implements Episode {
    private static final int STEPS = 64;
    private static final int ACTIONS = 8;

    private final double[] xs;
    private final double[] ys;
    private final double[] weights;
    private final TreeRecord tree;

    CloudEpisode(int particles, int treeRows) {
        xs = new double[particles];
        ys = new double[particles];
        weights = new double[particles];
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < particles; i++) {
            xs[i] = random.nextGaussian();
            ys[i] = random.nextGaussian();
            weights[i] = 1.0 / particles;
        }
        tree = SyntheticTree.of(treeRows);
    }

    @Override
    public EpisodeInfo info() {
        return new EpisodeInfo("cloud", "cloud", Optional.empty(), Map.of("budget", "100ms"));
    }

    @Override
    public long stepCount() {
        return STEPS;
    }

    @Override
    public Optional<StepRecord> step(long index) {
        double[] x = new double[xs.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = xs[i] + 0.05 * index;
        }
        BeliefRecord belief =
                new BeliefRecord(xs.length, 0.6 * xs.length, weights, Map.of("x", x, "y", ys), Set.of(), Lanes.NONE);
        Lanes state = new Lanes(Map.of("x", 0.05 * index, "y", 0.0));
        return Optional.of(new StepRecord(
                index,
                state,
                state,
                belief,
                null,
                decision(index),
                0,
                "action 0",
                Math.sin((double) index),
                "seen",
                false));
    }

    private static DecisionRecord decision(long index) {
        DecisionRecord.ActionRow[] rows = new DecisionRecord.ActionRow[ACTIONS];
        for (int i = 0; i < ACTIONS; i++) {
            rows[i] = new DecisionRecord.ActionRow(i, "action " + i, 10.0 - i, 1000.0 / (i + 1), 0.5 / (i + 1));
        }
        double late = index % 9 == 0 ? 1e6 : 0;
        Map<String, Double> counters = Map.of("nodes", 1e4, "depth", 9.0, "passes", 30.0, "episodes", 2e4);
        return new DecisionRecord(0, 10, 1, List.of(rows), List.of(), counters, 9.9e7 + late, late, "");
    }

    @Override
    public Optional<TreeRecord> tree(long index) {
        return Optional.of(tree);
    }

    @Override
    public boolean refresh() {
        return false;
    }

    @Override
    public List<String> damage() {
        return List.of();
    }

    @Override
    public void close() {
        // in memory
    }
}
