package org.teleost.viewer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.teleost.tree.TreeSample;

/** Writes a trace of a wanted size: one real decision and its tree, repeated while the world and the belief drift. */
final class BenchTrace {
    private static final int PARTICLES = 1_000;
    private static final int TREE_ROWS = 256;
    private static final int LOOK_EVERY = 256;

    private BenchTrace() {}

    /** Writes at least so many bytes, in whole steps. */
    static void write(Path file, long bytes) throws IOException {
        DriftModel model = new DriftModel();
        PlannerSettings settings = PlannerSettings.defaults()
                .withThreads(1)
                .withParticles(PARTICLES)
                .with(change -> change.memoryBytes = 16L << 20);
        ParticleBelief belief = new ParticleBelief(model.layout(), PARTICLES);
        belief.sampleInitial(model, 1);
        RandomStream random = new RandomStream(2);
        State state = model.layout().newState();
        Outcome outcome = new Outcome();
        TreeSample tree = new TreeSample();
        try (Planner planner = new Planner(model, settings);
                EpisodeTraceWriter trace = new EpisodeTraceWriter(file, model, 1, Map.of("budget", "100ms"))) {
            Decision decision = planner.plan(belief, Budget.ofEpisodes(2_000));
            planner.sampleTree(TREE_ROWS, tree);
            long step = 0;
            do {
                trace.planned(state, belief, null, decision);
                trace.tree(tree);
                model.step(state, (int) (step % model.actionCount()), random, outcome);
                trace.executed(decision.action, outcome, state);
                step++;
            } while (step % LOOK_EVERY != 0 || Files.size(file) < bytes);
        }
    }
}
