package org.teleost.viewer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.teleost.random.RandomStream;
import org.teleost.trace.ViewerBenchmark;
import org.teleost.viewer.app.EpisodeView;
import org.teleost.viewer.app.HeadlessPainter;
import org.teleost.viewer.gl.NoGlException;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.source.TraceEpisode;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.Panel;
import org.teleost.viewer.ui.Panels;

/**
 * Measures this viewer without a window: frames of 1280x720 with all panels, from the step record to the finished
 * framebuffer.
 */
public final class LwjglViewerBenchmark implements ViewerBenchmark {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /** Until then the code is being compiled. */
    private static final double WARM_SECONDS = 2;

    private static final int LEAST_FRAMES = 10;
    private static final int LARGE_TREE = 100_000;
    private static final int SMALL_TREE = 1_000;
    private static final int SEEKS = 200;
    private static final int HISTORY_PER_FRAME = 16;
    private static final Set<Layer> LAYERS = EnumSet.allOf(Layer.class);
    private static final Panels ALL = new Panels(EnumSet.allOf(Panel.class), 0, 0.42);

    @Override
    public void writeShortTrace(Path file) throws IOException {
        BenchTrace.write(file, 1);
    }

    @Override
    public List<Measurement> measure(Path folder, long traceBytes, double seconds, Consumer<String> progress)
            throws IOException {
        List<Measurement> results = new ArrayList<>();
        Path trace = folder.resolve("large.mcap");
        try (HeadlessPainter painter = new HeadlessPainter()) {
            progress.accept("driver: " + painter.description());
            progress.accept("10,000 particles, all panels");
            cloud(painter, 10_000, 30, seconds, results);
            progress.accept("tree of " + LARGE_TREE + " rows");
            tree(painter, seconds, results);
            progress.accept("writing a trace of " + (traceBytes >> 20) + " MB");
            BenchTrace.write(trace, traceBytes);
            progress.accept("scrubbing it");
            scrub(painter, trace, results);
            results.add(new Measurement("resident memory so far", Memory.peakMegabytes(), "MB", 400, false));
            progress.accept("100,000 particles, all panels");
            cloud(painter, 100_000, 12, seconds, results);
            return results;
        } catch (NoGlException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } finally {
            Files.deleteIfExists(trace);
        }
    }

    private static void cloud(
            HeadlessPainter painter, int particles, double bar, double seconds, List<Measurement> results)
            throws IOException {
        try (EpisodeView episode = new EpisodeView(new CloudEpisode(particles, SMALL_TREE))) {
            episode.readMore(Integer.MAX_VALUE);
            Times frames = new Times();
            long warm = System.nanoTime() + (long) (1e9 * WARM_SECONDS);
            long end = warm + (long) (1e9 * seconds);
            for (int i = 0; frames.count() < LEAST_FRAMES || System.nanoTime() < end; i++) {
                long start = System.nanoTime();
                frame(painter, episode, i % episode.stepCount());
                if (start >= warm) {
                    frames.add(System.nanoTime() - start);
                }
            }
            String name = String.format("%,d particles, all panels", particles);
            results.add(new Measurement(name, frames.perSecond(), "frames/s", bar, true));
            results.add(new Measurement(name + ", p99", frames.percentile(99), "ms", 2e3 / bar, false));
        }
    }

    /** Everything unfolded, another place of the tree in every frame, a line folded and unfolded in every tenth. */
    private static void tree(HeadlessPainter painter, double seconds, List<Measurement> results) throws IOException {
        try (EpisodeView episode = new EpisodeView(new CloudEpisode(SMALL_TREE, LARGE_TREE))) {
            frame(painter, episode, 0);
            episode.tree().outline().unfoldAll();
            RandomStream random = new RandomStream(3);
            Times frames = new Times();
            long warm = System.nanoTime() + (long) (1e9 * WARM_SECONDS);
            long end = warm + (long) (1e9 * seconds);
            for (int i = 0; frames.count() < LEAST_FRAMES || System.nanoTime() < end; i++) {
                long start = System.nanoTime();
                episode.tree().scrollTo(random.nextInt(episode.tree().outline().lineCount()));
                if (i % 10 == 0) {
                    episode.tree().outline().toggle(random.nextInt(LARGE_TREE));
                }
                frame(painter, episode, 0);
                if (start >= warm) {
                    frames.add(System.nanoTime() - start);
                }
            }
            results.add(new Measurement("tree of 100,000 rows unfolded", frames.percentile(50), "ms", 33, false));
            results.add(new Measurement("tree of 100,000 rows, p99", frames.percentile(99), "ms", 66, false));
        }
    }

    private static void scrub(HeadlessPainter painter, Path trace, List<Measurement> results) throws IOException {
        long start = System.nanoTime();
        try (EpisodeView episode = new EpisodeView(TraceEpisode.open(trace))) {
            frame(painter, episode, 0);
            double opened = 1e-9 * (System.nanoTime() - start);
            double megabytes = Files.size(trace) / 1048576.0;
            results.add(
                    new Measurement(String.format("opening %.0f MB, first frame", megabytes), opened, "s", 2, false));
            RandomStream random = new RandomStream(4);
            Times seeks = new Times();
            for (int i = 0; i < SEEKS; i++) {
                start = System.nanoTime();
                episode.readMore(HISTORY_PER_FRAME);
                frame(painter, episode, random.nextInt((int) episode.stepCount()));
                seeks.add(System.nanoTime() - start);
            }
            results.add(new Measurement("random seek and frame", seeks.percentile(50), "ms", 33, false));
            results.add(new Measurement("random seek and frame, p99", seeks.percentile(99), "ms", 100, false));
        }
    }

    private static void frame(HeadlessPainter painter, EpisodeView episode, long step) throws IOException {
        painter.draw(episode.view(step, LAYERS, NamedCamera.TOP, ALL), WIDTH, HEIGHT);
    }
}
