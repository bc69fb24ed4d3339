package org.teleost.viewer.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.teleost.storage.WriteFailure;
import org.teleost.trace.CannotDrawException;
import org.teleost.trace.TraceViewer;
import org.teleost.viewer.picture.Picture;
import org.teleost.viewer.picture.PngFile;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.TraceFiles;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.Panel;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.PictureLayout;
import org.teleost.viewer.ui.StepView;
import org.teleost.viewer.video.VideoFile;

/**
 * Renders steps of a trace to files.
 *
 * @param trace MCAP file
 * @param from first step; negative counts from the end, -1 is the last
 * @param to last step, likewise
 * @param look how it is drawn
 * @param picturesPerSecond of a video
 */
public record RenderJob(Path trace, long from, long to, Look look, double picturesPerSecond) {
    /** Steps read for the plots before the first picture; more would make long traces slow to start. */
    private static final int PLOTTED = 5_000;

    private static final Set<Layer> ALL = EnumSet.allOf(Layer.class);

    /**
     * How a picture is drawn.
     *
     * @param camera named camera
     * @param panels panels to show
     * @param width pixels
     * @param height pixels
     * @param scale pixels per unit of text and panels
     */
    public record Look(NamedCamera camera, Panels panels, int width, int height, double scale) {
        public Look {
            PictureLayout.requireSize(width, height, scale);
        }

        /** The look that a user asks for by names. */
        static Look of(TraceViewer.Shot shot) {
            return new Look(
                    NamedCamera.of(shot.camera()), Panels.of(shot.panels()), shot.width(), shot.height(), shot.scale());
        }

        /** The picture of a step. */
        Picture paint(HeadlessPainter painter, StepView view) {
            return painter.paint(view, width, height, scale);
        }
    }

    /** Told after every picture. */
    @FunctionalInterface
    public interface Progress {
        void pictures(int done, int all);
    }

    /** Writes the picture of step {@link #from} as PNG; returns what is damaged in the trace. */
    public List<String> picture(Path file) throws IOException {
        PngFile.requirePng(file);
        try (EpisodeView episode = open();
                HeadlessPainter painter = new HeadlessPainter()) {
            long step = step(episode, from);
            PngFile.write(paint(painter, episode, step), file);
            return episode.damage();
        }
    }

    /**
     * Writes the steps from {@link #from} to {@link #to} as a video, whose name decides the format; returns what is
     * damaged in the trace.
     */
    public List<String> video(Path file, Progress progress) throws IOException {
        VideoFile.requireKnown(file);
        try (EpisodeView episode = open();
                HeadlessPainter painter = new HeadlessPainter()) {
            long first = step(episode, from);
            long last = step(episode, to);
            if (last < first) {
                throw new IllegalArgumentException(
                        "steps " + first + " to " + last + " are none; the first must not lie after the last");
            }
            int count = Math.toIntExact(last - first + 1);
            VideoFile.Shape shape = new VideoFile.Shape(look.width(), look.height(), count, picturesPerSecond);
            try (VideoFile video = VideoFile.create(file, shape)) {
                for (int i = 0; i < count; i++) {
                    add(video, paint(painter, episode, first + i), file);
                    progress.pictures(i + 1, count);
                }
            }
            return episode.damage();
        }
    }

    /** Content that a scene can't cope with is the trace's fault, and named with its step. */
    private Picture paint(HeadlessPainter painter, EpisodeView episode, long step) throws IOException {
        String fault;
        RuntimeException cause = null;
        try {
            StepView view = episode.view(step, ALL, look.camera(), look.panels());
            fault = episode.fault();
            if (fault.isEmpty()) {
                return look.paint(painter, view);
            }
        } catch (CannotDrawException e) {
            throw e;
        } catch (RuntimeException e) {
            fault = String.valueOf(e.getMessage());
            cause = e;
        }
        throw new IOException(trace + ": step " + step + " can't be shown: " + fault, cause);
    }

    private static void add(VideoFile video, Picture picture, Path file) throws IOException {
        try {
            video.add(picture);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    private EpisodeView open() throws IOException {
        Episode source = TraceFiles.open(trace);
        try {
            if (look.panels().shows(Panel.TREE) && !source.plans()) {
                throw new IllegalArgumentException("panel=tree: " + trace
                        + " was recorded without a planner and has no belief tree; choose from planner, history");
            }
            EpisodeView episode = new EpisodeView(source);
            episode.readMore(PLOTTED);
            return episode;
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private long step(EpisodeView episode, long asked) {
        long count = episode.stepCount();
        long step = asked < 0 ? count + asked : asked;
        if (step < 0 || step >= count) {
            throw new IllegalArgumentException("step=" + asked + " is not in " + trace + "; "
                    + (count == 0 ? "it has no steps" : "allowed range 0 to " + (count - 1) + ", or -1 for the last"));
        }
        return step;
    }
}
