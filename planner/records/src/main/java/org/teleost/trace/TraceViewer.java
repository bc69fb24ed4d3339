package org.teleost.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Service interface: shows episode traces. The command line finds a viewer through {@link java.util.ServiceLoader}, so
 * that it runs without any window library.
 *
 * <p>All methods throw an {@link IllegalArgumentException} if an argument does not fit and a
 * {@link CannotDrawException} if this machine cannot draw; their messages say the way out.
 */
public interface TraceViewer {

    /** Told after every picture of a video. */
    @FunctionalInterface
    interface Progress {
        void pictures(int done, int all);
    }

    /**
     * A way to look at an episode.
     *
     * @param camera name of a camera, for example {@code top}
     * @param panels names of the panels to show, separated by commas, for example {@code planner,tree}
     * @param width pixels
     * @param height pixels
     * @param scale pixels per unit of text and panels, 1 as a rule
     */
    record Shot(String camera, String panels, int width, int height, double scale) {}

    /**
     * How a window opens.
     *
     * @param width pixels; 0 for the size that the user left it with
     * @param height pixels
     * @param scale pixels per unit of text and panels; 0 for what the screen asks for
     * @param layout file with the size and panels that the user left, written when they change; null for the usual one
     * @param shortcuts whether keys do anything
     */
    record Window(int width, int height, double scale, Path layout, boolean shortcuts) {}

    /** Shows the trace in a window and returns when it is closed. */
    void window(Path trace, Window options) throws IOException;

    /**
     * Writes the picture of a step as PNG; needs no display.
     *
     * @param step negative counts from the end, -1 is the last
     * @return what is damaged in the trace, a line each
     */
    List<String> picture(Path trace, Shot shot, long step, Path out) throws IOException;

    /**
     * Writes the pictures of steps {@code from} to {@code to} as a video, whose name ends in .apng, .gif or .mp4; needs
     * no display.
     *
     * @return what is damaged in the trace, a line each
     */
    List<String> video(Path trace, Shot shot, long from, long to, double picturesPerSecond, Path out, Progress progress)
            throws IOException;
}
