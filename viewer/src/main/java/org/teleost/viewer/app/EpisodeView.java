package org.teleost.viewer.app;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SceneAdapter;
import org.teleost.viewer.scene.Series;
import org.teleost.viewer.scene.SeriesReader;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.StepRecord;
import org.teleost.viewer.ui.StepView;

/** An episode as pictures: its source, its scene and its series. Owned by one thread; closing it closes the source. */
final class EpisodeView implements AutoCloseable {
    private final Episode episode;
    private final Scene scene;
    private final SeriesReader history;
    private List<Series> series = List.of();

    EpisodeView(Episode episode) throws IOException {
        this.episode = episode;
        scene = SceneAdapter.find(episode);
        history = scene.series(episode);
    }

    long stepCount() {
        return episode.stepCount();
    }

    /** Looks for steps that were recorded since. */
    void refresh() throws IOException {
        episode.refresh();
    }

    /** Reads at most that many more steps for the plots; false when all are read. */
    boolean readMore(int steps) throws IOException {
        long before = history.read();
        boolean more = history.readMore(steps);
        if (history.read() != before) {
            series = history.series();
        }
        return more;
    }

    StepView view(long index, Set<Layer> layers, StepView.Look look) throws IOException {
        Optional<StepRecord> step = episode.step(index);
        Frame frame = step.isPresent() ? scene.frame(step.get()) : missing(index);
        PlanFacts facts = step.isPresent() ? scene.facts(step.get()) : new PlanFacts(List.of(), List.of());
        return new StepView(
                frame,
                facts,
                series,
                index,
                episode.stepCount(),
                episode.info().name(),
                episode.damage(),
                layers.isEmpty() ? Set.of() : EnumSet.copyOf(layers),
                look);
    }

    private Frame missing(long index) {
        return new Frame.Builder(episode.info().problem() + ": step " + index + " is missing", new Bounds(0, 0, 1, 1))
                .caption("this part of the trace is damaged or was never written")
                .build();
    }

    @Override
    public void close() throws IOException {
        episode.close();
    }
}
