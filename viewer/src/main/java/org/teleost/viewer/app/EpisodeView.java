package org.teleost.viewer.app;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teleost.problem.Instance;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.PickedParticle;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.PlanFacts.Fact;
import org.teleost.viewer.scene.Reason;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.Series;
import org.teleost.viewer.scene.SeriesReader;
import org.teleost.viewer.scene.choice.SceneChoice;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.DecisionRecord;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.Instances;
import org.teleost.viewer.source.Lanes;
import org.teleost.viewer.source.StepRecord;
import org.teleost.viewer.timeline.Timeline;
import org.teleost.viewer.ui.Panel;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.StepView;
import org.teleost.viewer.ui.TreeView;

/** An episode as pictures: its source, its scene and its series. Owned by one thread; closing it closes the source. */
public final class EpisodeView implements AutoCloseable {
    private final Episode episode;
    private final Scene scene;
    private final SeriesReader history;
    private final double stepsPerSecond;
    private final TreeView tree = new TreeView();
    private long treeStep = -1;
    private String fault = "";

    /** Drawn when first needed; null before. */
    @SuppressWarnings("OptionalAssignedToNull")
    private Optional<Instance> instance;

    private List<Series> series = List.of();

    /** Takes the episode over. */
    public EpisodeView(Episode episode) throws IOException {
        this.episode = episode;
        scene = SceneChoice.of(episode);
        history = scene.series(episode);
        double seconds = episode.secondsPerStep();
        stepsPerSecond = seconds > 0 && Double.isFinite(seconds) ? 1.0 / seconds : Timeline.STEPS_PER_SECOND;
    }

    /** Number of known steps. */
    public long stepCount() {
        return episode.stepCount();
    }

    /** The scene, for what can be chosen in it. */
    Scene scene() {
        return scene;
    }

    /** Whether a planner may have recorded decisions, beliefs and trees. */
    public boolean plans() {
        return episode.plans();
    }

    /** Steps per second of the world's own time, or the usual number where steps have no duration. */
    double stepsPerSecond() {
        return stepsPerSecond;
    }

    /** Looks for steps that were recorded since. */
    void refresh() throws IOException {
        episode.refresh();
    }

    /** Reads at most that many more steps for the plots; false when all are read. */
    public boolean readMore(int steps) throws IOException {
        long before = history.read();
        boolean more = history.readMore(steps);
        if (history.read() != before) {
            series = history.series();
        }
        return more;
    }

    /** The belief tree as it is unfolded at the moment. */
    public TreeView tree() {
        return tree;
    }

    /** What a picture of a step shows. */
    public StepView view(long index, Set<Layer> layers, StepView.Look look, Panels panels) throws IOException {
        Optional<StepRecord> step = episode.step(index);
        if (panels.shows(Panel.TREE)) {
            showTree(index, step);
        }
        Frame frame = missing(index, episode.whyMissing(index));
        PlanFacts facts = new PlanFacts(List.of());
        fault = "";
        try {
            if (step.isPresent()) {
                facts = scene.facts(step.get());
                frame = scene.frame(step.get());
            }
        } catch (RuntimeException e) {
            // a trace may hold anything: what a scene can't draw must not take the others with it
            fault = String.valueOf(e.getMessage());
            frame = missing(index, "step " + index + " can't be shown: " + fault);
        }
        return new StepView(
                frame,
                facts,
                series,
                index,
                episode.stepCount(),
                episode.info().name(),
                episode.damage(),
                layers.isEmpty() ? Set.of() : EnumSet.copyOf(layers),
                look,
                panels,
                panels.shows(Panel.TREE) ? tree : null);
    }

    /** What is known of a particle of a step's belief. */
    List<Fact> particle(long index, PickedParticle picked) throws IOException {
        BeliefRecord belief = episode.step(index).map(StepRecord::belief).orElse(null);
        if (belief == null || picked.index() >= belief.count()) {
            return List.of();
        }
        if (instance == null) {
            instance = Instances.of(episode.info());
        }
        Lanes lanes = belief.particle(picked.index());
        return picked.facts(
                belief, instance.map(one -> Instances.stateText(one, lanes)).orElse(""));
    }

    /** The tree is read once per step and stays as the user unfolded it. */
    private void showTree(long index, Optional<StepRecord> step) throws IOException {
        if (index != treeStep) {
            treeStep = index;
            DecisionRecord decision = step.map(StepRecord::decision).orElse(null);
            tree.show(episode.tree(index), decision == null ? -1 : decision.action(), Reason.of(decision));
        }
    }

    /** Why the step of the last view can't be shown, empty if it can. */
    String fault() {
        return fault;
    }

    /** What is damaged in the source, as far as it was read. */
    List<String> damage() {
        return episode.damage();
    }

    private Frame missing(long index, String caption) {
        String what = index < episode.stepCount() ? ": step " + index + " is missing" : "";
        return new Frame.Builder(episode.info().problem() + what, new Bounds(0, 0, 1, 1))
                .caption(caption)
                .build();
    }

    @Override
    public void close() throws IOException {
        episode.close();
    }
}
